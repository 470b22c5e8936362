import { InferenceSession, Tensor } from "onnxruntime-node";
import type { ModelName } from "../../src/engine/transcription/moonshine/model-files.ts";
import { modelFilePath } from "../../src/engine/transcription/moonshine/model-cache.ts";
import { RECOGNISER_FILES } from "../../src/engine/transcription/moonshine/model-files.ts";
import { END_TOKEN, START_TOKEN } from "../../src/engine/transcription/moonshine/decoder-tokens.ts";

const SHAPES: Readonly<Record<ModelName, { readonly layerCount: number; readonly headSize: number }>> = {
  base: { layerCount: 8, headSize: 52 },
  tiny: { layerCount: 6, headSize: 36 },
};

const HEAD_COUNT = 8;

/** The published graphs, run the way their publisher runs them: one call a token. What the re-cut graphs are compared with. */
export class StockRecogniser implements AsyncDisposable {
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;
  readonly #name: ModelName;

  private constructor(encoder: InferenceSession, decoder: InferenceSession, name: ModelName) {
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.#name = name;
  }

  static async open(name: ModelName, cacheDir: string): Promise<StockRecogniser> {
    const options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
    const files = RECOGNISER_FILES[name];
    const encoder = await InferenceSession.create(modelFilePath(cacheDir, files.encoder), options);
    const decoder = await InferenceSession.create(modelFilePath(cacheDir, files.decoder), options);
    return new StockRecogniser(encoder, decoder, name);
  }

  async encode(samples: Float32Array): Promise<Tensor> {
    const outputs = await this.#encoder.run({ input_values: new Tensor("float32", samples, [1, samples.length]) });
    return tensor(outputs, "last_hidden_state");
  }

  /** The tokens with the end token, if it came before so many. */
  async decode(states: Tensor, maxTokens: number): Promise<number[]> {
    const feeds: Record<string, Tensor> = { encoder_hidden_states: states, ...this.#noPast() };
    const tokens: number[] = [];
    while (tokens.length < maxTokens && tokens.at(-1) !== END_TOKEN) {
      const isFirst = tokens.length === 0;
      feeds["input_ids"] = new Tensor("int64", BigInt64Array.of(BigInt(tokens.at(-1) ?? START_TOKEN)), [1, 1]);
      feeds["use_cache_branch"] = new Tensor("bool", Uint8Array.of(isFirst ? 0 : 1), [1]);
      const wanted = this.#decoder.outputNames.filter((name) => isFirst || !name.includes("encoder"));
      const outputs = await this.#decoder.run(feeds, wanted);
      tokens.push(highest(tensor(outputs, "logits")));
      for (const name of wanted) {
        if (name.startsWith("present")) feeds[name.replace("present", "past_key_values")] = tensor(outputs, name);
      }
    }
    return tokens;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }

  #noPast(): Record<string, Tensor> {
    const { layerCount, headSize } = SHAPES[this.#name];
    const names = Array.from({ length: layerCount }, (_, layer) =>
      ["decoder.key", "decoder.value", "encoder.key", "encoder.value"].map(
        (kind) => `past_key_values.${layer}.${kind}`,
      ),
    ).flat();
    const empty = new Tensor("float32", new Float32Array(0), [0, HEAD_COUNT, 1, headSize]);
    return Object.fromEntries(names.map((name) => [name, empty]));
  }
}

function tensor(outputs: InferenceSession.OnnxValueMapType, name: string): Tensor {
  const output = outputs[name];
  if (!(output instanceof Tensor)) throw new Error(`The graph gave no tensor ${name}.`);
  return output;
}

function highest(logits: Tensor): number {
  const { data } = logits;
  if (!(data instanceof Float32Array)) throw new Error("Logits are not floats.");
  let best = 0;
  for (let index = 1; index < data.length; index++) {
    if ((data[index] ?? 0) > (data[best] ?? 0)) best = index;
  }
  return best;
}
