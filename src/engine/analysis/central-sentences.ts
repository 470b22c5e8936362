import type { Sentence } from "../../calls/transcript.ts";
import { isBackchannel } from "./backchannels.ts";
import type { WordVector } from "./centrality.ts";
import { centralities, similarity, weighWords } from "./centrality.ts";
import type { Rarity } from "./rarity.ts";
import { wordsOf } from "./words.ts";

/** Shorter says too little, longer is a recogniser's failure to find the full stop. */
const MIN_WORDS = 8;
const MAX_WORDS = 40;
/** Every candidate is compared with every other, so this bounds the work whatever the length of the call. */
const MAX_CANDIDATES = 400;
/** How much being central counts against being unlike what was chosen before. */
const CENTRALITY_SHARE = 0.7;

/** A sentence that says something by itself. */
export interface Candidate {
  readonly sentenceIndex: number;
  readonly vector: WordVector;
}

/**
 * The sentences that could stand for the call: no backchannels, none that are very short or very long, none that the recogniser was unsure
 * of. `rarity`, where the language is known, keeps common words from making sentences alike.
 */
export function candidatesOf(sentences: readonly Sentence[], rarity: Rarity | null): readonly Candidate[] {
  const sayable = sentences.flatMap((sentence, sentenceIndex) => {
    if (sentence.isLowConfidence || isBackchannel(sentence.text)) return [];
    const words = wordsOf(sentence.text);
    return words.length >= MIN_WORDS && words.length <= MAX_WORDS ? [{ sentenceIndex, words }] : [];
  });
  const vectors = weighWords(
    sayable.map(({ words }) => words),
    rarity,
  );
  return sayable.map(({ sentenceIndex }, index) => ({ sentenceIndex, vector: vectors[index] ?? new Map() }));
}

/**
 * Positions of the sentences that say most, best first: those most like the others (LexRank), with some favour for long ones, each chosen to
 * be unlike the ones before (MMR).
 */
export function mostCentral(all: readonly Candidate[], count: number): number[] {
  const candidates = weightiestOfEachPart(all);
  const centrality = centralities(candidates.map((candidate) => candidate.vector));
  // A sentence of few words is easily like others and says little.
  const worths = candidates.map(({ vector }, index) => (centrality[index] ?? 0) * Math.sqrt(vector.size));
  const highest = Math.max(...worths, Number.MIN_VALUE);
  const rest = candidates.map((candidate, index) => ({
    ...candidate,
    worth: (worths[index] ?? 0) / highest,
    likeness: 0,
  }));
  const chosen: number[] = [];
  while (chosen.length < count && rest.length > 0) {
    const best = rest.reduce((a, b) => (merit(b) > merit(a) ? b : a));
    chosen.push(best.sentenceIndex);
    rest.splice(rest.indexOf(best), 1);
    for (const other of rest) other.likeness = Math.max(other.likeness, similarity(other.vector, best.vector));
  }
  return chosen;
}

function merit({ worth, likeness }: { readonly worth: number; readonly likeness: number }): number {
  return CENTRALITY_SHARE * worth - (1 - CENTRALITY_SHARE) * likeness;
}

/** Cuts a long call into `MAX_CANDIDATES` parts of as many sentences and keeps the one of each that has most of the call's weighty words. */
export function weightiestOfEachPart(all: readonly Candidate[]): readonly Candidate[] {
  if (all.length <= MAX_CANDIDATES) return all;
  const total = new Map<string, number>();
  for (const { vector } of all) for (const [word, weight] of vector) total.set(word, (total.get(word) ?? 0) + weight);
  const weightOf = ({ vector }: Candidate) =>
    [...vector].reduce((sum, [word, weight]) => sum + weight * (total.get(word) ?? 0), 0);
  const parts = Map.groupBy(all, (_, index) => Math.floor((index * MAX_CANDIDATES) / all.length));
  return [...parts.values()].flatMap((part) => {
    const weighed = part.map((candidate) => ({ candidate, weight: weightOf(candidate) }));
    return weighed.reduce((a, b) => (b.weight > a.weight ? b : a)).candidate;
  });
}
