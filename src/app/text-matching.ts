import type { TextMatching } from "../client/text-matching.ts";
import { MIN_PHONE_ENDING, phoneDigits } from "../engine/search/facets.ts";
import { fold, makeTokenizer, plainTokens } from "../engine/search/normalise.ts";

/** The index's own rules for text that is in no index. */
export function textMatching(): TextMatching {
  const tokens = makeTokenizer();
  const folded = (text: string) => fold(text).trim().replace(/\s+/g, " ");
  const hasAll = (text: readonly string[], words: readonly string[]) => words.every((word) => text.includes(word));
  return {
    hasPhrase: (text, phrase) => hasSequence(tokens(text), tokens(phrase)),
    hasWords: (text, words) => hasAll(tokens(text), tokens(words)),
    hasNames: (text, words) => hasAll(plainTokens(text), plainTokens(words)),
    isSame: (one, other) => folded(one) === folded(other),
    isSamePhone: (one, other) => {
      const [shorter = "", longer = ""] = [phoneDigits(one), phoneDigits(other)].sort((a, b) => a.length - b.length);
      if (shorter === "") return false;
      return shorter.length < MIN_PHONE_ENDING ? shorter === longer : longer.endsWith(shorter);
    },
    isSearchable: (words) => plainTokens(words).length > 0,
  };
}

function hasSequence(text: readonly string[], wanted: readonly string[]): boolean {
  return text.some((_, at) => wanted.every((token, index) => text[at + index] === token));
}
