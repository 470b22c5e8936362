import type { Word } from "../../calls/transcript.ts";

/** A word and the natural logarithm of how probable the recogniser holds it, 0 at best. */
export interface ScoredWord extends Word {
  readonly logProb: number;
}

/**
 * Clean speech has a mean log-probability of -0.1 to -0.2, poor telephone lines -0.3 to -0.5, what the model cannot make sense of
 * is below -0.6: a confidence of 0.55.
 */
export const LOW_CONFIDENCE = 0.55;

/** What a text that was caught in a repetition is worth at most. */
export const LOOP_LOG_PROB = -1;

/** The geometric mean of the words' probabilities: 0 to 1, rounded to thousandths. */
export function confidenceOf(words: readonly ScoredWord[]): number {
  if (words.length === 0) return 0;
  const meanLogProb = words.reduce((sum, word) => sum + word.logProb, 0) / words.length;
  return Math.round(Math.exp(Math.min(0, meanLogProb)) * 1000) / 1000;
}
