import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall, DetailedParty } from "../gong-api/schemas/list-calls-extensive.ts";

/** A sentence of a transcript with who said it, as captions and tables have it. */
export interface SpokenLine {
  /** From the start of the recording. */
  readonly startMs: number;
  readonly endMs: number;
  /** `null` where the voice could not be told from others. */
  readonly speakerId: string | null;
  /** `null` where nobody knows. */
  readonly speakerName: string | null;
  readonly affiliation: DetailedParty["affiliation"];
  readonly text: string;
}

/** In the order of the transcript. */
export function spokenLines(call: DetailedCall, { transcript }: CallTranscript): SpokenLine[] {
  const partyOf = new Map((call.parties ?? []).map((party) => [party.speakerId, party]));
  return transcript.flatMap(({ speakerId, sentences }) => {
    const party = speakerId === null ? undefined : partyOf.get(speakerId);
    return sentences.map(({ start, end, text }) => ({
      startMs: start,
      endMs: end,
      speakerId,
      speakerName: party?.name ?? party?.emailAddress ?? party?.phoneNumber ?? null,
      affiliation: party?.affiliation ?? ("Unknown" as const),
      text,
    }));
  });
}
