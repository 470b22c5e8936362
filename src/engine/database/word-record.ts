import type { Sentence, Word } from "../../calls/transcript.ts";
import { VarintReader, VarintWriter } from "./varints.ts";

/**
 * The words of all sentences as small numbers, about 3 bytes each: pause before the word, its length, and where its text is in the
 * sentence. Recognisers time in steps (of 20 ms, say), so times are counted in the largest step that fits all of them exactly.
 */
export function writeWords(sentences: readonly Sentence[]): Uint8Array {
  const writer = new VarintWriter();
  const stepMs = commonStepMs(sentences);
  writer.unsigned(stepMs);
  for (const sentence of sentences) {
    writer.unsigned(sentence.words.length);
    let atMs = sentence.startMs;
    let cursor = 0;
    for (const word of sentence.words) {
      cursor = writeText(writer, word.text, sentence.text, cursor);
      writer.signed((word.startMs - atMs) / stepMs);
      writer.signed((word.endMs - word.startMs) / stepMs);
      atMs = word.endMs;
    }
  }
  return writer.finish();
}

/** @returns a function that gives the words of the next sentence, to be called once for each sentence in order */
export function readWords(bytes: Uint8Array): (text: string, startMs: number) => readonly Word[] {
  const reader = new VarintReader(bytes);
  const stepMs = reader.unsigned();
  return (text, sentenceStartMs) => {
    const words: Word[] = [];
    let atMs = sentenceStartMs;
    let cursor = 0;
    for (let left = reader.unsigned(); left > 0; left -= 1) {
      const found = readText(reader, text, cursor);
      cursor = found.cursor;
      const startMs = atMs + reader.signed() * stepMs;
      atMs = startMs + reader.signed() * stepMs;
      words.push({ text: found.text, startMs, endMs: atMs });
    }
    return words;
  };
}

/** The greatest common divisor of every time difference that will be written. */
function commonStepMs(sentences: readonly Sentence[]): number {
  let step = 0;
  for (const sentence of sentences) {
    let atMs = sentence.startMs;
    for (const word of sentence.words) {
      step = commonDivisor(commonDivisor(step, word.startMs - atMs), word.endMs - word.startMs);
      atMs = word.endMs;
    }
  }
  return step === 0 ? 1 : step;
}

/** The greatest; mostly `known` already is one of the other. */
function commonDivisor(known: number, other: number): number {
  if (known > 0 && other % known === 0) return known;
  return known === 0 ? Math.abs(other) : commonDivisor(Math.abs(other) % known, known);
}

// The head of a word's text, modulo 3: 0, it follows the last word after one character and the rest is its length; 1, the same
// but the number of characters skipped comes after; 2, its text is not in the sentence and comes after, the rest being nothing.
const NEXT = 0;
const SKIP = 1;
const SPELLED = 2;

/** @returns where the next word's text is looked for */
function writeText(writer: VarintWriter, word: string, sentence: string, cursor: number): number {
  const place = sentence.indexOf(word, cursor);
  if (place < 0) {
    writer.unsigned(SPELLED);
    writer.text(word);
    return cursor;
  }
  const isNext = place === (cursor === 0 ? 0 : cursor + 1);
  writer.unsigned(word.length * 3 + (isNext ? NEXT : SKIP));
  if (!isNext) writer.unsigned(place - cursor);
  return place + word.length;
}

function readText(reader: VarintReader, sentence: string, cursor: number): { text: string; cursor: number } {
  const head = reader.unsigned();
  if (head % 3 === SPELLED) return { text: reader.text(), cursor };
  const place = head % 3 === NEXT ? (cursor === 0 ? 0 : cursor + 1) : cursor + reader.unsigned();
  const end = place + Math.floor(head / 3);
  return { text: sentence.slice(place, end), cursor: end };
}
