import type { Sentence } from "../../calls/transcript.ts";
import { isBackchannel } from "./backchannels.ts";
import type { WordVector } from "./centrality.ts";
import { centralities, similarity, weighWords } from "./centrality.ts";
import type { Rarity } from "./rarity.ts";
import { wordsOf } from "./words.ts";

const MAX_SENTENCES = 5;
/** A brief is at most this share of the sentences that could be in it. */
const MAX_SHARE = 1 / 4;
/** Shorter says too little, longer is a recogniser's failure to find the full stop. */
const MIN_WORDS = 8;
const MAX_WORDS = 40;
/** Every candidate is compared with every other, so this bounds the work whatever the length of the call. */
const MAX_CANDIDATES = 400;
/** How much being central counts against being unlike what was chosen before. */
const CENTRALITY_SHARE = 0.7;

interface Candidate {
  readonly sentenceIndex: number;
  readonly vector: WordVector;
}

/**
 * A few sentences, by position and in order, that say most: those most like the other sentences of the call (LexRank), with some
 * favour for long ones, each chosen to be unlike the ones before (MMR). Backchannels, very short and very long sentences and those
 * the recogniser was unsure of are never chosen. `rarity`, where the language is known, keeps common words from making sentences
 * alike.
 */
export function briefOf(sentences: readonly Sentence[], rarity: Rarity | null): number[] {
  const candidates = candidatesOf(sentences, rarity);
  const centrality = centralities(candidates.map((candidate) => candidate.vector));
  // A sentence of few words is easily like others and says little.
  const worths = candidates.map(({ vector }, index) => (centrality[index] ?? 0) * Math.sqrt(vector.size));
  const highest = Math.max(...worths, Number.MIN_VALUE);
  const rest = candidates.map((candidate, index) => ({
    ...candidate,
    worth: (worths[index] ?? 0) / highest,
    likeness: 0,
  }));
  const count = Math.min(MAX_SENTENCES, Math.ceil(rest.length * MAX_SHARE));
  const chosen: number[] = [];
  while (chosen.length < count) {
    const best = rest.reduce((a, b) => (merit(b) > merit(a) ? b : a));
    chosen.push(best.sentenceIndex);
    rest.splice(rest.indexOf(best), 1);
    for (const other of rest) other.likeness = Math.max(other.likeness, similarity(other.vector, best.vector));
  }
  return chosen.sort((a, b) => a - b);
}

function merit({ worth, likeness }: { readonly worth: number; readonly likeness: number }): number {
  return CENTRALITY_SHARE * worth - (1 - CENTRALITY_SHARE) * likeness;
}

function candidatesOf(sentences: readonly Sentence[], rarity: Rarity | null): readonly Candidate[] {
  const sayable = sentences.flatMap((sentence, sentenceIndex) => {
    if (sentence.isLowConfidence || isBackchannel(sentence.text)) return [];
    const words = wordsOf(sentence.text);
    return words.length >= MIN_WORDS && words.length <= MAX_WORDS ? [{ sentenceIndex, words }] : [];
  });
  const vectors = weighWords(
    sayable.map(({ words }) => words),
    rarity,
  );
  const all = sayable.map(({ sentenceIndex }, index) => ({ sentenceIndex, vector: vectors[index] ?? new Map() }));
  return weightiestOfEachPart(all);
}

/** Cuts a long call into `MAX_CANDIDATES` parts of as many sentences and keeps the one of each that has most of the call's weighty words. */
function weightiestOfEachPart(all: readonly Candidate[]): readonly Candidate[] {
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
