import { irregularForms } from "./irregular-forms.ts";
import { isAscii, tokens, toToken } from "./normalise.ts";
import type { Keyword } from "./query.ts";
import { commonBeginning } from "./stem.ts";

/** Finds a keyword in texts by the same rules as the index; a phrase must be there whole. */
export interface KeywordFinder {
  readonly keyword: Keyword;
  isIn(text: string): boolean;
  /**
   * The same for many texts in one: where the keyword begins and ends, looked for from `from` on. Much faster than splitting
   * the text into words, but for folded ASCII text only.
   */
  nextIn(foldedAscii: string, from: number): TextRange | undefined;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export function makeKeywordFinder(keyword: Keyword): KeywordFinder {
  const wanted = keyword.tokens;
  const pattern = wanted.every(isAscii) ? new RegExp(wanted.map(wordsOfToken).join(BETWEEN_WORDS), "g") : undefined;
  return {
    keyword,
    isIn: (text) => hasSequence(tokens(text), wanted),
    nextIn(foldedAscii, from) {
      if (pattern === undefined) return undefined;
      pattern.lastIndex = from;
      for (let found = pattern.exec(foldedAscii); found !== null; found = pattern.exec(foldedAscii)) {
        const [whole, ...words] = found;
        const { index } = found;
        if (words.every((word, at) => toToken(word) === wanted[at])) return { start: index, end: index + whole.length };
        pattern.lastIndex = index + 1;
      }
      return undefined;
    },
  };
}

const BETWEEN_WORDS = "(?:'s)?[^a-z0-9]+";

/** Matches, as a group, every ASCII word that has this token, and some others that begin alike. */
function wordsOfToken(token: string): string {
  const irregular = [...irregularForms.keys()].filter((form) => toToken(form) === token);
  const regular = `${/^[a-z]+$/.test(token) ? commonBeginning(token) : token}[a-z0-9]*`;
  // The s of "the buyer's" is no word.
  const before = token === "s" ? "(?<![a-z0-9]'?)" : "(?<![a-z0-9])";
  return `${before}(${[regular, ...irregular].join("|")})(?![a-z0-9])`;
}

function hasSequence(text: readonly string[], wanted: readonly string[]): boolean {
  const [first] = wanted;
  if (first === undefined) return false;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (wanted.every((token, index) => text[at + index] === token)) return true;
  }
  return false;
}
