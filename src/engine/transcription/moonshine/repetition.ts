import type { RecognisedWord } from "./recogniser.ts";

const LONGEST_PHRASE = 8;

/** People do say "no, no, no, no"; the longer the phrase, the fewer repetitions are believed. */
function believedRepetitions(phraseWords: number): number {
  if (phraseWords === 1) return 7;
  return phraseWords === 2 ? 4 : 3;
}

/**
 * Where a text gets caught in a loop: the index of the first word that only repeats a phrase said before it, or `undefined`. The
 * first saying of the phrase is before that index.
 */
export function findRepetition(words: readonly RecognisedWord[]): number | undefined {
  const bare = words.map((word) => word.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""));
  for (let start = 0; start < bare.length; start++) {
    for (let length = 1; length <= LONGEST_PHRASE; length++) {
      if (repetitionsAt(bare, start, length) > believedRepetitions(length)) return start + length;
    }
  }
  return undefined;
}

/** How often in a row the phrase of this length is said from here on. */
function repetitionsAt(bare: readonly string[], start: number, length: number): number {
  let same = 0;
  while (start + length + same < bare.length && bare[start + same] === bare[start + length + same]) same++;
  return 1 + Math.floor(same / length);
}
