import type { Call } from "../../calls/call.ts";
import type { Sentence, Transcript } from "../../calls/transcript.ts";
import type { SpokenSentence } from "../call-record.ts";
import { toSeconds } from "./seconds.ts";

/** Shows a transcript's sentences with who says them joined in. */
export function sentencePresenter(call: Call, transcript: Transcript): (sentence: Sentence) => SpokenSentence {
  const parties = new Map(call.parties.map((party) => [party.id, party]));
  const speakers = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker]));
  return (sentence) => {
    const speaker = speakers.get(sentence.speakerId);
    const party = speaker?.partyId === undefined ? undefined : parties.get(speaker.partyId);
    return {
      start: toSeconds(sentence.startMs),
      end: toSeconds(sentence.endMs),
      text: sentence.text,
      speakerName: party?.name ?? party?.emailAddress ?? party?.phoneNumber ?? null,
      speakerId: sentence.speakerId,
      affiliation: speaker?.affiliation ?? "Unknown",
      speakerSource: speaker?.source ?? "unseparated",
      confidence: sentence.confidence,
      isLowConfidence: sentence.isLowConfidence,
    };
  };
}
