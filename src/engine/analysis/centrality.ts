import type { Rarity } from "./rarity.ts";

/** A sentence as the weights of its words, of length 1. */
export type WordVector = ReadonlyMap<string, number>;

/** A word of fewer bits of rarity is grammar. */
const MIN_RARITY = 9;
const DAMPING = 0.85;
const ROUNDS = 30;

/**
 * The words of each sentence, weighed by how few of the sentences have them and, where the language is known, by how rare they are
 * in conversation at large; grammar weighs nothing then.
 */
export function weighWords(sentences: readonly (readonly string[])[], rarity: Rarity | null): WordVector[] {
  const sentenceCounts = new Map<string, number>();
  for (const words of sentences) {
    for (const word of new Set(words)) sentenceCounts.set(word, (sentenceCounts.get(word) ?? 0) + 1);
  }
  return sentences.map((words) => {
    const weights = new Map<string, number>();
    for (const word of words) {
      const general = rarity ? Math.max(0, rarity(word) - MIN_RARITY) : 1;
      const inCall = Math.log(1 + sentences.length / (sentenceCounts.get(word) ?? 1));
      if (general > 0) weights.set(word, (weights.get(word) ?? 0) + general * inCall);
    }
    const length = Math.hypot(...weights.values());
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  });
}

/** The cosine of two vectors of length 1: 0 where they share no word. */
export function similarity(a: WordVector, b: WordVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

/** LexRank (Erkan and Radev 2004): how likely a walk from sentence to similar sentence is to be at each. They add up to 1. */
export function centralities(vectors: readonly WordVector[]): number[] {
  const neighbours = neighboursOf(vectors);
  const outgoing = neighbours.map((list) => list.reduce((sum, { likeness }) => sum + likeness, 0));
  let ranks = vectors.map(() => 1 / vectors.length);
  for (let round = 0; round < ROUNDS; round += 1) ranks = step(ranks, neighbours, outgoing);
  return ranks;
}

interface Neighbour {
  readonly column: number;
  readonly likeness: number;
}

/** For each vector those that share a word with it, found by their words: most pairs share none. */
function neighboursOf(vectors: readonly WordVector[]): Neighbour[][] {
  const holders = new Map<string, { readonly column: number; readonly weight: number }[]>();
  for (const [column, vector] of vectors.entries()) {
    for (const [word, weight] of vector) {
      const known = holders.get(word);
      if (known) known.push({ column, weight });
      else holders.set(word, [{ column, weight }]);
    }
  }
  return vectors.map((vector, row) => {
    const likeness = new Float64Array(vectors.length);
    for (const [word, own] of vector) {
      for (const { column, weight } of holders.get(word) ?? [])
        likeness[column] = (likeness[column] ?? 0) + own * weight;
    }
    likeness[row] = 0;
    return [...likeness.keys()].flatMap((column) => {
      const value = likeness[column] ?? 0;
      return value > 0 ? [{ column, likeness: value }] : [];
    });
  });
}

function step(
  ranks: readonly number[],
  neighbours: readonly (readonly Neighbour[])[],
  outgoing: readonly number[],
): number[] {
  const next = ranks.map(() => 0);
  let stranded = 0;
  for (const [row, list] of neighbours.entries()) {
    const rank = ranks[row] ?? 0;
    const total = outgoing[row] ?? 0;
    if (total === 0) stranded += rank;
    for (const { column, likeness } of list) next[column] = (next[column] ?? 0) + (rank * likeness) / total;
  }
  const everywhere = (1 - DAMPING + DAMPING * stranded) / ranks.length;
  return next.map((rank) => everywhere + DAMPING * rank);
}
