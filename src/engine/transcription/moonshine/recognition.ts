import { alignTokens } from "./align-tokens.ts";
import type { AttentionMatrix } from "./align-tokens.ts";
import { writtenWords } from "./written-words.ts";

/** One written word (with the punctuation that clings to it) and when it was spoken, relative to the first sample. */
export interface RecognisedWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Mean natural log-probability of the word's tokens, 0 at best. */
  readonly logProb: number;
}

export interface Recognition {
  /** Empty where there is nothing to hear. */
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
  readonly endToken: number;
  readonly samples: Float32Array;
  readonly vocabulary: readonly string[];
}

/** The encoder makes one frame of 384 samples at 16 kHz. */
const FRAME_MS = 24;
const SAMPLES_PER_MS = 16;

export function recognitionOf(decoded: DecodedTokens): Recognition {
  const { tokens, logProbs, samples } = decoded;
  const written = writtenWords(tokens, decoded.vocabulary);
  const hitTokenCap = tokens.at(-1) !== decoded.endToken;
  if (written.length === 0) return { text: "", words: [], meanLogProb: null, hitTokenCap };
  const spans = alignTokens(decoded.attention);
  const durationMs = samples.length / SAMPLES_PER_MS;
  const timeOf = (frame: number): number => Math.min(Math.round(frame * FRAME_MS), Math.floor(durationMs));
  const words = written.map(({ text, startToken, endToken }) => ({
    text,
    startMs: timeOf(spans[startToken]?.startFrame ?? 0),
    endMs: timeOf(spans[endToken - 1]?.endFrame ?? 0),
    logProb: mean(logProbs.subarray(startToken, endToken)),
  }));
  return { text: words.map((word) => word.text).join(" "), words, meanLogProb: mean(logProbs), hitTokenCap };
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
