/** A word as written, and which tokens wrote it (`endToken` is the one after the last). */
export interface WrittenWord {
  readonly text: string;
  readonly startToken: number;
  readonly endToken: number;
}

const WORD_START = "▁";
const BYTE_PIECE = /^<0x([0-9A-F]{2})>$/;

/**
 * Joins the pieces of a SentencePiece vocabulary into words. A piece that begins with ▁ begins a word; `<0xE2>` stands for one byte of
 * UTF-8; tokens without a piece (the model's own marks) write nothing.
 */
export function writtenWords(tokens: readonly number[], vocabulary: readonly string[]): WrittenWord[] {
  const words: WrittenWord[] = [];
  let startToken = 0;
  for (let index = 1; index <= tokens.length; index++) {
    const isBorder = index === tokens.length || pieceOf(tokens[index], vocabulary).startsWith(WORD_START);
    if (!isBorder) continue;
    const text = textOf(tokens.slice(startToken, index), vocabulary);
    if (text !== "") words.push({ text, startToken, endToken: index });
    startToken = index;
  }
  return words;
}

/** Ids below this are marks of the vocabulary itself: unknown, start, end. */
const FIRST_WRITTEN_TOKEN = 3;

function pieceOf(token: number | undefined, vocabulary: readonly string[]): string {
  return token === undefined || token < FIRST_WRITTEN_TOKEN ? "" : (vocabulary[token] ?? "");
}

function textOf(tokens: readonly number[], vocabulary: readonly string[]): string {
  const encoder = new TextEncoder();
  const bytes = tokens.flatMap((token) => {
    const piece = pieceOf(token, vocabulary);
    const byte = BYTE_PIECE.exec(piece)?.[1];
    return byte === undefined ? [...encoder.encode(piece.replaceAll(WORD_START, " "))] : [Number.parseInt(byte, 16)];
  });
  return new TextDecoder().decode(Uint8Array.from(bytes)).trim();
}
