import { alignTokens } from "./align-tokens.ts";
import type { AttentionMatrix, FrameSpan } from "./align-tokens.ts";
import { FRAME_SAMPLES, trimSilence } from "./word-spans.ts";
import { writtenWords } from "./written-words.ts";
import type { WrittenWord } from "./written-words.ts";

/** One written word (with the punctuation that clings to it) and when it was spoken, relative to the first sample. */
export interface RecognisedWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Mean natural log-probability of the word's tokens, 0 at best. */
  readonly logProb: number;
}

export interface Recognition {
  /**
   * Empty where there is nothing to hear, and sometimes (seen with `base`, 10 s and more of speech that begins in other sound) where
   * there is: try the halves where the voice activity detector is sure of speech.
   */
  readonly text: string;
  readonly words: readonly RecognisedWord[];
  /** Over all tokens and the end mark; null for an empty text. */
  readonly meanLogProb: number | null;
  /** The model did not come to an end by itself: it was caught in a repetition. Split the sound elsewhere and try again. */
  readonly hitTokenCap: boolean;
}

/** What the decoder gave for one recording. */
export interface DecodedTokens {
  /** Up to and with the end token, if it came. */
  readonly tokens: readonly number[];
  readonly logProbs: Float32Array;
  /** One row a token. */
  readonly attention: AttentionMatrix;
  readonly leadFrames: number;
  readonly endToken: number;
  readonly samples: Float32Array;
  readonly vocabulary: readonly string[];
}

const SAMPLES_PER_MS = 16;
const FRAME_MS = FRAME_SAMPLES / SAMPLES_PER_MS;

export function recognitionOf(decoded: DecodedTokens): Recognition {
  const { tokens, logProbs, samples } = decoded;
  const hitTokenCap = tokens.at(-1) !== decoded.endToken;
  const written = writtenWords(hitTokenCap ? tokens : tokens.slice(0, -1), decoded.vocabulary);
  if (written.length === 0) return { text: "", words: [], meanLogProb: null, hitTokenCap };
  const spans = trimSilence(wordSpans(written, decoded), samples);
  const words = written.map(({ text, startToken, endToken }, index) => ({
    text,
    startMs: timeMs(spans[index]?.startFrame, samples),
    endMs: timeMs(spans[index]?.endFrame, samples),
    logProb: mean(logProbs.subarray(startToken, endToken)),
  }));
  return { text: words.map((word) => word.text).join(" "), words, meanLogProb: mean(logProbs), hitTokenCap };
}

function wordSpans(written: readonly WrittenWord[], { attention, leadFrames }: DecodedTokens): FrameSpan[] {
  const tokenSpans = alignTokens(attention);
  return written.map(({ startToken, endToken }) => ({
    startFrame: (tokenSpans[startToken]?.startFrame ?? 0) + leadFrames,
    endFrame: (tokenSpans[endToken - 1]?.endFrame ?? 0) + leadFrames,
  }));
}

function timeMs(frame: number | undefined, samples: Float32Array): number {
  return Math.min((frame ?? 0) * FRAME_MS, Math.floor(samples.length / SAMPLES_PER_MS));
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
