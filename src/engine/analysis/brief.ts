import type { Sentence } from "../../calls/transcript.ts";
import { type Candidate, candidatesOf, mostCentral } from "./central-sentences.ts";
import type { Rarity } from "./rarity.ts";

const MAX_SENTENCES = 5;
/** As many key points as can be read at a glance. */
const MAX_KEY_POINTS = 6;
/** A brief is at most this share of the sentences that could be in it. */
const MAX_SHARE = 1 / 4;

/** A few sentences, by position and in order, that say most. See `candidatesOf` and `mostCentral` for which. */
export function briefOf(sentences: readonly Sentence[], rarity: Rarity | null): number[] {
  return momentsOf(candidatesOf(sentences, rarity)).brief;
}

/** The sentences that say most, and more of the same kind as key points. */
export function momentsOf(candidates: readonly Candidate[]): {
  readonly brief: number[];
  readonly keyPoints: number[];
} {
  const most = Math.ceil(candidates.length * MAX_SHARE);
  const moments = mostCentral(candidates, Math.min(MAX_KEY_POINTS, most));
  const firstInOrder = (count: number) => moments.slice(0, count).sort((a, b) => a - b);
  return { brief: firstInOrder(MAX_SENTENCES), keyPoints: firstInOrder(MAX_KEY_POINTS) };
}
