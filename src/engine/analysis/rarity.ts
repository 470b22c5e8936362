import { backgroundWords } from "./background-words.ts";

/** One less than the rarest class of the background: a word that is not in it. */
const UNLISTED_LOG2_PER_MILLION = 3;
const LOG2_MILLION = Math.log2(1_000_000);

/** How surprising a lower-case word is in a conversation, in bits: about 5 for `the`, 12 for `feature`, 17 for a word hardly ever said. */
export type Rarity = (word: string) => number;

export function makeRarity(): Rarity {
  const log2PerMillion = new Map(
    backgroundWords.flatMap(([log2, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word) => [word, log2] as const),
    ),
  );
  return (word) => LOG2_MILLION - (log2PerMillion.get(word) ?? UNLISTED_LOG2_PER_MILLION);
}
