import type { SpeakerTalkTime } from "../../calls/call-analysis.ts";
import type { SpeakerId } from "../../calls/ids.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { TimeSpan } from "./time-spans.ts";
import { totalMs, unionOfSpans } from "./time-spans.ts";

/**
 * How long each voice of the transcript spoke: the length of the union of its sentences, so that sentences which overlap count once
 * and cutting a sentence in two changes nothing. Two voices that talk at the same time each count in full. A voice without a
 * sentence has 0.
 */
export function talkTimes(transcript: Transcript): SpeakerTalkTime[] {
  const spans = new Map<SpeakerId, TimeSpan[]>(transcript.speakers.map((speaker) => [speaker.id, []]));
  for (const sentence of transcript.sentences) {
    const ofSpeaker = spans.get(sentence.speakerId);
    if (ofSpeaker) ofSpeaker.push(sentence);
    else spans.set(sentence.speakerId, [sentence]);
  }
  return [...spans].map(([speakerId, said]) => ({ speakerId, talkTimeMs: totalMs(unionOfSpans(said)) }));
}
