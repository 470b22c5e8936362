import type { Sentence } from "../player/lanes.ts";

/** The last sentence that has begun by then; -1 before the first. Sentences are in the order of their starts. */
export function sentenceAt(sentences: readonly Pick<Sentence, "start">[], seconds: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? Infinity) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Positions of the sentences that have the text, in any case. */
export function sentencesWith(sentences: readonly Pick<Sentence, "text">[], text: string): readonly number[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  return sentences.flatMap((sentence, position) => (sentence.text.toLowerCase().includes(wanted) ? [position] : []));
}

/** A text cut where the wanted one begins and ends: every second part is the wanted one. */
export function cutAt(text: string, wanted: string): readonly string[] {
  const escaped = wanted.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return escaped === "" ? [text] : text.split(new RegExp(`(${escaped})`, "i"));
}

/** A piece of a text that was made of the call's sentences, and where in the call it was said. */
export interface PlacedText {
  readonly text: string;
  readonly start: number | undefined;
}

/** Finds the sentences of the call in a text such as the brief. What is none of them has no place. */
export function placeSentences(
  text: string,
  sentences: readonly Pick<Sentence, "start" | "text">[],
): readonly PlacedText[] {
  const longestFirst = sentences.filter((sentence) => text.includes(sentence.text.trim()));
  longestFirst.sort((a, b) => b.text.length - a.text.length);
  let pieces: readonly PlacedText[] = [{ text, start: undefined }];
  for (const sentence of longestFirst) {
    pieces = pieces.flatMap((piece) => (piece.start === undefined ? cutOut(piece.text, sentence) : [piece]));
  }
  return pieces.filter((piece) => piece.text.trim() !== "");
}

function cutOut(text: string, sentence: Pick<Sentence, "start" | "text">): readonly PlacedText[] {
  const wanted = sentence.text.trim();
  const place = text.indexOf(wanted);
  if (place < 0) return [{ text, start: undefined }];
  return [
    { text: text.slice(0, place), start: undefined },
    { text: wanted, start: sentence.start },
    { text: text.slice(place + wanted.length), start: undefined },
  ];
}
