const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/** The words of a text in lower case, apostrophes kept and straight, hyphens split: `Follow-up, we’ll` gives `follow up we'll`. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
}

/** The words, one space apart, without broken-off beginnings (`th-`) and without words said twice. */
export function fluentWords(text: string): string {
  const words = wordsOf(text.replaceAll(/\S{1,20}-(?=\s|$)/g, ""));
  return words.filter((word, index) => word !== words[index - 1]).join(" ");
}
