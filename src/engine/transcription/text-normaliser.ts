import type { ScoredWord } from "./confidence.ts";

const PUNCTUATION_ONLY = /^[^\p{L}\p{N}$£€%&@#+]+$/u;
const LEADING_PUNCTUATION = /^([.,;:?!…]+)(?=[\p{L}\p{N}])/u;
const NUMBER_WORDS = new Set(
  (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
    "twenty thirty forty fifty o'clock"
  ).split(" "),
);

/**
 * Mends what the model writes sloppily, word by word: stray marks join the word before them, doubled marks become one, "9 a M"
 * becomes "9 AM". Every word that remains keeps its times; the text of a sentence is its words joined by spaces.
 */
export function normaliseWords(words: readonly ScoredWord[]): ScoredWord[] {
  const clean: ScoredWord[] = [];
  for (const word of words.flatMap(atSpaces)) {
    const last = clean.at(-1);
    const marks = PUNCTUATION_ONLY.test(word.text) ? word.text : LEADING_PUNCTUATION.exec(word.text)?.[1];
    const text = ownSpelling(singleMarks(marks === undefined ? word.text : word.text.slice(marks.length)));
    if (marks !== undefined && last) clean[clean.length - 1] = { ...last, text: singleMarks(last.text + marks) };
    if (text === "") continue;
    const beforeLast = clean.at(-2);
    if (last && isHalfDay(beforeLast, last, text)) clean[clean.length - 1] = joined(last, word, text);
    else clean.push({ ...word, text });
  }
  return clean;
}

/** A sentence starts with a capital and ends with a full stop, a question mark or an exclamation mark. */
export function finishSentence(words: readonly ScoredWord[]): ScoredWord[] {
  return words.map((word, i) => {
    const text = i === 0 ? capitalised(word.text) : word.text;
    return { ...word, text: i === words.length - 1 ? closed(text) : text };
  });
}

function atSpaces(word: ScoredWord): ScoredWord[] {
  const parts = word.text.split(/\s+/u).filter((part) => part !== "");
  return parts.map((text) => ({ ...word, text }));
}

/** One mark where the model wrote several: ",," is ",", ",." is ".", ".?" is "?". Three full stops are meant. */
function singleMarks(text: string): string {
  return text.replace(/[.,;:?!…]{2,}/gu, (marks) => {
    if (/^(?:\.{3,}|…)$/u.test(marks)) return "...";
    return /[?!]/u.exec(marks)?.[0] ?? /\./u.exec(marks)?.[0] ?? marks.charAt(0);
  });
}

/** "i" is "I"; "to-day" and "good-bye", which the model learned from old books, are one word. */
function ownSpelling(text: string): string {
  const plain = text.replace(/^(to)-(day|morrow|night)\b/iu, "$1$2").replace(/^(good)-(bye)\b/iu, "$1$2");
  return capitalI(plain);
}

function capitalI(text: string): string {
  return /^i(?:['’](?:m|ll|ve|d))?[.,?!]*$/u.test(text) ? `I${text.slice(1)}` : text;
}

/** "9 a M": the model splits what is spelled out. */
function isHalfDay(number: ScoredWord | undefined, letter: ScoredWord, text: string): boolean {
  if (!number || !/^[ap]\.?$/iu.test(letter.text) || !/^m[.,?!]?$/iu.test(text)) return false;
  return /\d$/u.test(number.text) || NUMBER_WORDS.has(number.text.toLowerCase());
}

function joined(letter: ScoredWord, word: ScoredWord, text: string): ScoredWord {
  const logProb = (letter.logProb + word.logProb) / 2;
  // In "a. M." the second full stop belongs to the letter, in "a M." to the sentence.
  const mark = letter.text.endsWith(".") ? text.slice(1).replace(".", "") : text.slice(1);
  const half = `${letter.text.charAt(0)}M`.toUpperCase();
  return { text: half + mark, startMs: letter.startMs, endMs: word.endMs, logProb };
}

function capitalised(text: string): string {
  return text.replace(/^(["'“‘(]*)(\p{Ll})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase());
}

function closed(text: string): string {
  if (/[.?!…。？！।؟]["'”’)]*$/u.test(text)) return text;
  return `${text.replace(/[,;:\-–—]+$/u, "")}.`;
}
