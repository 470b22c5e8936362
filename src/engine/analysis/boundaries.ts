import type { Rarity } from "./rarity.ts";

/** How many words on either side of a place are compared. */
const WINDOW_WORDS = 200;
/** A part of the call is not shorter than this, and not shorter than this share of it. */
const MIN_PART_WORDS = 150;
const MIN_PART_SHARE = 1 / 12;
/** A drop of likeness counts when it is this many standard deviations deeper than the mean drop. */
const MIN_DEPTH_DEVIATIONS = 1;
/** A word of fewer bits of rarity is grammar. */
const MIN_RARITY = 9;

/**
 * Where the talk turns to other words (TextTiling, Hearst 1997): positions of the sentences that open a new part, in order, without the first.
 * The words before and after a place are compared; the places where they are least alike, compared with the peaks around them, are boundaries.
 */
export function boundariesOf(sentences: readonly (readonly string[])[], rarity: Rarity): number[] {
  const words = sentences.map((said) => said.filter((word) => rarity(word) > MIN_RARITY));
  const wordCountBefore = runningCounts(sentences);
  const total = wordCountBefore.at(-1) ?? 0;
  const minPartWords = Math.max(MIN_PART_WORDS, total * MIN_PART_SHARE);
  if (total < 2 * minPartWords) return [];
  const likeness = smoothed(likenessAround(words, wordCountBefore, rarity));
  const depths = depthsOf(likeness);
  const least = meanOf(depths) + MIN_DEPTH_DEVIATIONS * deviationOf(depths);
  const deepestFirst = [...depths.keys()]
    .filter((place) => (depths[place] ?? 0) > least)
    .sort((a, b) => (depths[b] ?? 0) - (depths[a] ?? 0) || a - b);
  const chosen: number[] = [];
  const isApart = (a: number, b: number) =>
    Math.abs((wordCountBefore[a] ?? 0) - (wordCountBefore[b] ?? 0)) >= minPartWords;
  for (const place of deepestFirst) {
    if ([0, sentences.length, ...chosen].every((other) => isApart(place, other))) chosen.push(place);
  }
  return chosen.sort((a, b) => a - b);
}

/** For each sentence how many words there are before it, and in the end how many there are. */
function runningCounts(sentences: readonly (readonly string[])[]): number[] {
  const counts = [0];
  for (const said of sentences) counts.push((counts.at(-1) ?? 0) + said.length);
  return counts;
}

/** The words of one side of a place, with how often each is there. */
class Side {
  readonly counts = new Map<string, number>();
  squares = 0;
}

/** For each sentence the cosine of the words before it and the words from it on, moved along sentence by sentence. */
function likenessAround(words: readonly string[][], countBefore: readonly number[], rarity: Rarity): number[] {
  const [before, after] = [new Side(), new Side()];
  let product = 0;
  const change = (side: Side, other: Side, sentence: number, by: 1 | -1) => {
    for (const word of words[sentence] ?? []) {
      const weight = (rarity(word) - MIN_RARITY) ** 2;
      const count = side.counts.get(word) ?? 0;
      side.counts.set(word, count + by);
      side.squares += weight * (2 * by * count + 1);
      product += by * weight * (other.counts.get(word) ?? 0);
    }
  };
  let [from, to] = [0, 0];
  return words.map((_, place) => {
    const middle = countBefore[place] ?? 0;
    if (place > 0) {
      change(after, before, place - 1, -1);
      change(before, after, place - 1, 1);
    }
    for (; middle - (countBefore[from] ?? 0) > WINDOW_WORDS && from < place; from += 1) change(before, after, from, -1);
    for (; to < words.length && (to === place || (countBefore[to] ?? 0) - middle < WINDOW_WORDS); to += 1) {
      change(after, before, to, 1);
    }
    const size = Math.sqrt(Math.max(0, before.squares) * Math.max(0, after.squares));
    return size > 0 ? product / size : 0;
  });
}

/** Each with its neighbours: one sentence says little. */
function smoothed(values: readonly number[]): number[] {
  return values.map((_, index) => meanOf(values.slice(Math.max(0, index - 2), index + 3)));
}

/** How far each value lies below the peaks to its left and right. */
function depthsOf(values: readonly number[]): number[] {
  const peaks = peaksBefore(values);
  const peaksAfter = peaksBefore(values.toReversed()).reverse();
  return values.map((value, index) => (peaks[index] ?? value) + (peaksAfter[index] ?? value) - 2 * value);
}

/** The height that is reached by going left as long as it goes up. */
function peaksBefore(values: readonly number[]): number[] {
  const peaks: number[] = [];
  for (const [index, value] of values.entries()) {
    const left = values[index - 1] ?? value;
    peaks.push(left >= value ? (peaks[index - 1] ?? value) : value);
  }
  return peaks;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
