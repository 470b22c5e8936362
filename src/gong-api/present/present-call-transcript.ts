import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Call } from "../../calls/call.ts";
import { monologues, type Transcript } from "../../calls/transcript.ts";
import type { CallTranscript } from "../schemas/get-call-transcripts.ts";

/** A transcript as Gong's wire has it: monologues, and milliseconds. */
export function presentCallTranscript(
  call: Call,
  transcript: Transcript | undefined,
  analysis: CallAnalysis | undefined,
): CallTranscript {
  if (!transcript) return { callId: call.id, transcript: [] };
  const topicOf = topicsBySentence(analysis);
  let position = 0;
  return {
    callId: call.id,
    transcript: monologues(transcript).map(({ speakerId, sentences }) => {
      const topics = sentences.map((_, index) => topicOf.get(position + index));
      position += sentences.length;
      return {
        speakerId,
        topic: mostFrequent(topics),
        sentences: sentences.map(({ startMs, endMs, text }) => ({ start: startMs, end: endMs, text })),
      };
    }),
  };
}

/** The topic of each sentence, by its position in the transcript; where there are several, the first. */
function topicsBySentence(analysis: CallAnalysis | undefined): ReadonlyMap<number, string> {
  const topicOf = new Map<number, string>();
  for (const { name, sentenceIndexes } of analysis?.topics ?? []) {
    for (const index of sentenceIndexes) if (!topicOf.has(index)) topicOf.set(index, name);
  }
  return topicOf;
}

/** The first of those that occur most. */
function mostFrequent(names: readonly (string | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const highest = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === highest)?.[0] ?? null;
}
