import type { ModelName } from "./model-files.ts";

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

/** Speech to text on one thread. Calls are to be made one after the other. */
export interface Recogniser extends AsyncDisposable {
  /** @param samples 16 kHz mono from -1 to 1, at most 30 s (the model loses its thread beyond that), at best below 20 s. */
  recognise(samples: Float32Array): Promise<Recognition>;
}

/** A model ready to be opened; survives JSON, so that it can be sent to a worker thread. */
export interface PreparedModel {
  readonly name: ModelName;
  /** What made these graphs, for a transcript's provenance: package version and re-cut version. */
  readonly version: string;
  readonly encoderPath: string;
  readonly decoderInitPath: string;
  readonly decoderNextPath: string;
}

export function openRecogniser(_model: PreparedModel): Promise<Recogniser> {
  return Promise.reject(new Error("being written"));
}
