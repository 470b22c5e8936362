import { irregularForms } from "./irregular-forms.ts";
import { isAscii, tokens, toToken } from "./normalise.ts";
import type { Keyword } from "./query.ts";
import { commonBeginning } from "./stem.ts";

/** Whether a text has a keyword; a phrase must be in it whole. The same rules as in the index. */
export interface KeywordFinder {
  readonly keyword: Keyword;
  isIn(text: string): boolean;
  /**
   * Places where a sentence of the body may have the keyword, without looking at every word: for ASCII text only. `isIn` decides.
   * @param folded the whole body, folded
   * @returns the next such place from `from` on, or -1
   */
  nextCandidate(folded: string, from: number): number;
}

export function makeKeywordFinder(keyword: Keyword): KeywordFinder {
  const anchor = keyword.tokens.reduce((longest, token) => (token.length > longest.length ? token : longest), "");
  const pattern = isAscii(anchor) ? wordsOfToken(anchor) : undefined;
  return {
    keyword,
    isIn: (text) => hasSequence(tokens(text), keyword.tokens),
    nextCandidate(folded, from) {
      if (pattern === undefined) return -1;
      pattern.lastIndex = from;
      for (let found = pattern.exec(folded); found !== null; found = pattern.exec(folded)) {
        if (toToken(found[0]) === anchor) return found.index;
      }
      return -1;
    },
  };
}

function hasSequence(text: readonly string[], wanted: readonly string[]): boolean {
  const [first] = wanted;
  if (first === undefined) return false;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (wanted.every((token, index) => text[at + index] === token)) return true;
  }
  return false;
}

/** Matches every ASCII word that has this token, and some others that begin alike. */
function wordsOfToken(token: string): RegExp {
  const irregular = [...irregularForms].filter(([form]) => toToken(form) === token).map(([form]) => form);
  const regular = `${/^[a-z]+$/.test(token) ? commonBeginning(token) : token}[a-z0-9]*`;
  return new RegExp(`(?<![a-z0-9])(?:${[regular, ...irregular].join("|")})(?![a-z0-9])`, "g");
}
