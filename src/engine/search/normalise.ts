import { stem } from "./stem.ts";

/**
 * Text as the index sees it: lower-case, without Latin, Greek, Cyrillic, Hebrew and Arabic marks, compatibility forms (ligatures,
 * full-width letters) made plain. For ASCII text every character keeps its place.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower.normalize("NFKD").replace(OPTIONAL_MARKS, "").normalize("NFC").toLowerCase();
}

export function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text);
}

/** Words of any script, folded, as they are. Scripts without spaces between words give one token for each character. */
export function plainTokens(text: string): string[] {
  const folded = fold(text);
  if (isAscii(folded)) return folded.replace(ASCII_POSSESSIVE, "").match(ASCII_RUN) ?? [];
  return (folded.replace(POSSESSIVE, "").match(RUN) ?? []).flatMap((run) =>
    isAscii(run) ? [run] : (run.match(DENSE_OR_RUN) ?? []),
  );
}

/** The index's own tokens, one for each word: `plainTokens` with English inflections taken off. */
export function tokens(text: string): string[] {
  return plainTokens(text).map(toToken);
}

/** `tokens` for texts that have many words in common: works out each word's token once. */
export function makeTokenizer(): (text: string) => string[] {
  const known = new Map<string, string>();
  const remember = (plain: string) => {
    const token = toToken(plain);
    known.set(plain, token);
    return token;
  };
  return (text) => plainTokens(text).map((plain) => known.get(plain) ?? remember(plain));
}

/** @param plain one of `plainTokens` */
export function toToken(plain: string): string {
  return /^[a-z]+$/.test(plain) ? stem(plain) : plain;
}

// Marks that people leave out when they write or search. Those that make another letter (Thai and Indic vowels, kana) stay.
const LATIN_MARKS = "\\u{300}-\\u{36f}\\u{1ab0}-\\u{1aff}\\u{1dc0}-\\u{1dff}\\u{20d0}-\\u{20ff}";
const HEBREW_MARKS = "\\u{591}-\\u{5bd}\\u{5bf}\\u{5c1}\\u{5c2}\\u{5c4}\\u{5c5}\\u{5c7}";
const ARABIC_MARKS = "\\u{610}-\\u{61a}\\u{64b}-\\u{65f}\\u{670}\\u{6d6}-\\u{6dc}";
const OPTIONAL_MARKS = new RegExp(`[${LATIN_MARKS}${HEBREW_MARKS}${ARABIC_MARKS}]`, "gu");

const NOT_ASCII = /[^\0-\u007f]/;

/** The 's of "the buyer's budget". */
const POSSESSIVE = /(?<=[\p{L}\p{N}\p{M}])['\u2019]s(?![\p{L}\p{N}\p{M}])/gu;

const ASCII_POSSESSIVE = /(?<=[a-z0-9])'s(?![a-z0-9])/g;
const ASCII_RUN = /[a-z0-9]+/g;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that are written without spaces, or, as Korean, with particles on the words. */
const DENSE = ["Han", "Hira", "Kana", "Hang", "Thai", "Laoo", "Khmr", "Mymr"]
  .map((script) => `\\p{sc=${script}}`)
  .join("");
const DENSE_OR_RUN = new RegExp(`[${DENSE}]\\p{M}*|[^${DENSE}]+`, "gu");
