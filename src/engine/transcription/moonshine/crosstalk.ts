import type { HeardSentence } from "../transcriber.ts";
import { WINDOW_MS } from "./voice-activity.ts";

/** One side of a call as heard: what was understood, and how loud each window of it is (mean square). */
export interface HeardChannel {
  readonly sentences: readonly HeardSentence[];
  readonly powers: ArrayLike<number>;
}

/** 12 dB: the other side's voice is this much stronger on its own channel. */
const MUCH_LOUDER = 16;
/** A single word may well be said by both: 20 dB. */
const LOUDER_FOR_ONE_WORD = 100;
/** The leak may come late, by a line echo. */
const SLACK_MS = 500;
const SAME_WORDS_SHARE = 0.7;

/** Drops from each channel the sentences that are the other side's voice leaking in: same words, same time, much weaker. */
export function dropCrosstalk(channels: readonly HeardChannel[]): HeardSentence[][] {
  return channels.map((channel, i) => {
    const others = channels.filter((_, j) => j !== i);
    return channel.sentences.filter((sentence) => !others.some((other) => isLeak(sentence, channel, other)));
  });
}

function isLeak(sentence: HeardSentence, channel: HeardChannel, other: HeardChannel): boolean {
  const words = bareWords(sentence.text);
  const factor = words.length === 1 ? LOUDER_FOR_ONE_WORD : MUCH_LOUDER;
  const own = meanPower(channel.powers, sentence);
  const theirs = meanPower(other.powers, sentence);
  if (theirs < own * factor) return false;
  return commonWords(words, wordsAround(other.sentences, sentence)) >= words.length * SAME_WORDS_SHARE;
}

function wordsAround(sentences: readonly HeardSentence[], { startMs, endMs }: HeardSentence): string[] {
  const from = startMs - SLACK_MS;
  const to = endMs + SLACK_MS;
  return sentences
    .filter((other) => other.startMs < to && other.endMs > from)
    .flatMap((other) => bareWords(other.text));
}

function meanPower(powers: ArrayLike<number>, { startMs, endMs }: HeardSentence): number {
  const from = Math.floor(startMs / WINDOW_MS);
  const to = Math.min(powers.length, Math.max(from + 1, Math.ceil(endMs / WINDOW_MS)));
  let sum = 0;
  for (let window = from; window < to; window++) sum += powers[window] ?? 0;
  return to > from ? sum / (to - from) : 0;
}

function bareWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}

/** Length of the longest run of words, gaps allowed, that both have in the same order. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    const row = [0];
    for (const [j, other] of b.entries()) {
      row.push(word === other ? (previous[j] ?? 0) + 1 : Math.max(previous[j + 1] ?? 0, row[j] ?? 0));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}
