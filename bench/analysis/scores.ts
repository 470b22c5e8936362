import { wordsOf } from "../../src/engine/analysis/words.ts";

export interface Found {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How well a yes/no guess fits the labels. */
export function scoreOf<T>(items: readonly T[], isTrue: (item: T) => boolean, isFound: (item: T) => boolean): Found {
  const found = items.filter(isFound);
  const hits = found.filter(isTrue).length;
  const trueCount = items.filter(isTrue).length;
  const precision = found.length === 0 ? 0 : hits / found.length;
  const recall = trueCount === 0 ? 0 : hits / trueCount;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Overlap of runs of `size` words as F1: ROUGE-N without stemming, so not comparable with published figures. */
export function rouge(text: string, reference: string, size: number): number {
  const said = runs(text, size);
  const wanted = runs(reference, size);
  let hits = 0;
  for (const [run, count] of said) hits += Math.min(count, wanted.get(run) ?? 0);
  const total = sum(said) + sum(wanted);
  return total === 0 ? 0 : (2 * hits) / total;
}

function runs(text: string, size: number): Map<string, number> {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (let start = 0; start + size <= words.length; start += 1) {
    const run = words.slice(start, start + size).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return counts.values().reduce((total, count) => total + count, 0);
}

/** The mulberry32 generator: the same numbers from 0 to 1 every time. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
