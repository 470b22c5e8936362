const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/** The words of a text in lower case, apostrophes kept and straight, hyphens split: `Follow-up, we’ll` gives `follow up we'll`. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
}
