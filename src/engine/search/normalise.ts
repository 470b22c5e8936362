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
  const folded = fold(text).replace(POSSESSIVE, "");
  return (folded.match(RUN) ?? []).flatMap((run) => (isAscii(run) ? [run] : (run.match(DENSE_OR_RUN) ?? [])));
}

/** The index's own tokens, one for each word: `plainTokens` with English inflections taken off. */
export function tokens(text: string): string[] {
  return plainTokens(text).map(toToken);
}

/** @param plain one of `plainTokens` */
export function toToken(plain: string): string {
  return /^[a-z]+$/.test(plain) ? stem(plain) : plain;
}

// Marks that people leave out when they write or search. Those that make another letter (Thai and Indic vowels, kana) stay.
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

const NOT_ASCII = /[^\0-\u007f]/;

/** The 's of "the buyer's budget". */
const POSSESSIVE = /(?<=[\p{L}\p{N}\p{M}])['\u2019]s(?![\p{L}\p{N}\p{M}])/gu;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;

const DENSE_OR_RUN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+/gu;
