import { readFile } from "node:fs/promises";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { ALIGNMENT_HEADS } from "./alignment-heads.ts";
import type { ModelName } from "./model-files.ts";
import { END_TOKEN, MAX_TOKENS } from "./decoder-tokens.ts";
export type { Recognition, RecognisedWord } from "./recognition.ts";
import { recognitionOf } from "./recognition.ts";
import type { Recognition } from "./recognition.ts";

/** Speech to text on one thread, which is busy as long as a call takes. Calls are to be made one after the other. */
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
  readonly decoderPath: string;
  /** JSON: the pieces that tokens stand for, by token. */
  readonly vocabularyPath: string;
}

const SAMPLE_RATE_HZ = 16_000;
const LONGEST_SAMPLES = 30 * SAMPLE_RATE_HZ;

/** The encoder's convolutions fail on less. */
const SHORTEST_SAMPLES = 1_600;

/** Fast speech stays below 5; more is a repetition that would not end. */
const MAX_TOKENS_PER_SECOND = 6.5;
const LEAST_MAX_TOKENS = 24;

export async function openRecogniser(model: PreparedModel): Promise<Recogniser> {
  const options: InferenceSession.SessionOptions = {
    // The arena keeps what the longest segment needed, 100 MB a worker; without it nothing is slower.
    enableCpuMemArena: false,
    // A second thread costs twice the processor time and gains nothing; recordings are spread over worker threads instead.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Older x86 processors overflow when they multiply unsigned by signed bytes; this keeps them from it.
    extra: { session: { x64quantprecision: "1" } },
  };
  const encoder = await InferenceSession.create(model.encoderPath, options);
  const decoder = await InferenceSession.create(model.decoderPath, options);
  const vocabulary = JSON.parse(await readFile(model.vocabularyPath, "utf8")) as string[]; // written by prepareModel
  const { leadFrames } = ALIGNMENT_HEADS[model.name];
  return new MoonshineRecogniser({ encoder, decoder, leadFrames, vocabulary });
}

interface RecogniserParts {
  readonly encoder: InferenceSession;
  readonly decoder: InferenceSession;
  readonly leadFrames: number;
  readonly vocabulary: readonly string[];
}

class MoonshineRecogniser implements Recogniser {
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;
  readonly #leadFrames: number;
  readonly #vocabulary: readonly string[];

  constructor({ encoder, decoder, leadFrames, vocabulary }: RecogniserParts) {
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.#leadFrames = leadFrames;
    this.#vocabulary = vocabulary;
  }

  async recognise(samples: Float32Array): Promise<Recognition> {
    if (samples.length > LONGEST_SAMPLES) {
      throw new RangeError(`${samples.length} samples are more than 30 s; split the recording at a pause.`);
    }
    const input = padded(samples);
    const encoded = await this.#encoder.run({ input_values: new Tensor("float32", input, [1, input.length]) });
    const maxTokens = maxTokensFor(samples.length);
    const decoded = await this.#decoder.run({
      encoder_hidden_states: outputOf(encoded, "last_hidden_state"),
      max_tokens: new Tensor("int64", BigInt64Array.of(BigInt(maxTokens)), []),
    });
    const tokens = Array.from(integersOf(decoded, "tokens"), Number);
    const logProbs = floatsOf(decoded, "log_probs");
    const frameCount = outputOf(decoded, "attention").dims[1] ?? 0;
    const attention = { rowCount: tokens.length, frameCount, values: floatsOf(decoded, "attention") };
    return recognitionOf({
      tokens,
      logProbs,
      attention,
      leadFrames: this.#leadFrames,
      endToken: END_TOKEN,
      samples,
      vocabulary: this.#vocabulary,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }
}

function maxTokensFor(sampleCount: number): number {
  const bySpeech = Math.ceil((sampleCount / SAMPLE_RATE_HZ) * MAX_TOKENS_PER_SECOND);
  return Math.min(MAX_TOKENS, Math.max(LEAST_MAX_TOKENS, bySpeech));
}

function padded(samples: Float32Array): Float32Array {
  if (samples.length >= SHORTEST_SAMPLES) return samples;
  const longer = new Float32Array(SHORTEST_SAMPLES);
  longer.set(samples);
  return longer;
}

function outputOf(outputs: InferenceSession.OnnxValueMapType, name: string): Tensor {
  const output = outputs[name];
  if (!(output instanceof Tensor)) throw new Error(`The graph gave no tensor ${name}.`);
  return output;
}

function floatsOf(outputs: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const { data } = outputOf(outputs, name);
  if (!(data instanceof Float32Array)) throw new Error(`The graph's ${name} are not floats.`);
  return data;
}

function integersOf(outputs: InferenceSession.OnnxValueMapType, name: string): BigInt64Array {
  const { data } = outputOf(outputs, name);
  if (!(data instanceof BigInt64Array)) throw new Error(`The graph's ${name} are not integers.`);
  return data;
}
