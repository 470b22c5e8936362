import { MAX_TOKENS } from "./decoder-tokens.ts";
import { DataType } from "./onnx-graph.ts";
import type { GraphWriter } from "./onnx-graph.ts";
import { constantsOf, transposed } from "./quantized-constants.ts";
import type { DecoderLayer, Projection, QuantizedMatrix, StockDecoder } from "./stock-decoder.ts";

/** Keys and values of a layer's attention: keys [1, heads, headSize, frames], values [1, heads, frames, headSize]. */
export interface CrossStates {
  readonly keys: string;
  readonly values: string;
}

/** Writes the parts of one decoding step. States between the parts are [1, hidden]. */
export class DecoderStep {
  readonly #writer: GraphWriter;
  readonly #decoder: StockDecoder;
  readonly #hidden: number;
  readonly #headSize: number;
  readonly #position: string;
  readonly #cosines: string;
  readonly #sines: string;

  constructor(writer: GraphWriter, decoder: StockDecoder, position: string) {
    this.#writer = writer;
    this.#decoder = decoder;
    this.#hidden = decoder.embedding.columns;
    this.#headSize = this.#hidden / decoder.headCount;
    this.#position = position;
    const angles = rotaryAngles(decoder.rotaryFrequencies);
    const dims = [MAX_TOKENS, decoder.rotaryFrequencies.length];
    this.#cosines = writer.floats(angles.map(Math.cos), dims);
    this.#sines = writer.floats(angles.map(Math.sin), dims);
  }

  declarePast(layerIndex: number): void {
    const shape = [1, this.#decoder.headCount, null, this.#headSize];
    this.#writer.input(`past_key_${layerIndex}`, DataType.FLOAT, shape);
    this.#writer.input(`past_value_${layerIndex}`, DataType.FLOAT, shape);
  }

  declarePresent(layerIndex: number): void {
    const shape = [1, this.#decoder.headCount, null, this.#headSize];
    this.#writer.output(`present_key_${layerIndex}`, DataType.FLOAT, shape);
    this.#writer.output(`present_value_${layerIndex}`, DataType.FLOAT, shape);
  }

  embed(token: string): string {
    const writer = this.#writer;
    const { weights, rows, columns, scale, zeroPoint } = this.#decoder.embedding;
    const quantized = writer.node("Gather", [writer.bytes(weights, [rows, columns]), token]);
    const inputs = [quantized, writer.floats([scale], []), writer.bytes(Uint8Array.of(zeroPoint), [])];
    return writer.node("DequantizeLinear", inputs);
  }

  selfAttention(state: string, layer: DecoderLayer, index: number): string {
    const writer = this.#writer;
    const heads = this.#decoder.headCount;
    const { q_proj, k_proj, v_proj, dense } = layer.selfAttention;
    const queryScale = 1 / Math.sqrt(this.#headSize);
    const all = this.#multiply(this.#norm(state, layer.selfNorm), [
      { ...q_proj, scale: q_proj.scale * queryScale },
      k_proj,
      v_proj,
    ]);
    const byHead = this.#reshape(all, [1, 3 * heads, 1, this.#headSize]);
    const [turning, value] = this.#split(byHead, [2 * heads, heads]);
    const turned = writer.node("com.microsoft.RotaryEmbedding", [turning, this.#position, this.#cosines, this.#sines], {
      attributes: {
        interleaved: 1,
        num_heads: 2 * heads,
        rotary_embedding_dim: 2 * this.#decoder.rotaryFrequencies.length,
      },
    });
    const [query, key] = this.#split(turned, [heads, heads]);
    const keys = this.#append(`past_key_${index}`, key, `present_key_${index}`);
    const values = this.#append(`past_value_${index}`, value, `present_value_${index}`);
    const scores = writer.node("com.microsoft.FusedMatMul", [query, keys], { attributes: { transB: 1 } });
    const weights = writer.node("Softmax", [scores], { attributes: { axis: -1 } });
    return this.#attend(state, weights, values, dense);
  }

  /** @param attention takes this layer's weights over the recording's frames. */
  crossAttention(state: string, layer: DecoderLayer, cross: CrossStates, attention: string[]): string {
    const { q_proj, dense } = layer.crossAttention;
    const scale = q_proj.scale / Math.sqrt(this.#headSize);
    const query = this.#multiply(this.#norm(state, layer.crossNorm), [{ ...q_proj, scale }]);
    const byHead = this.#reshape(query, [1, this.#decoder.headCount, 1, this.#headSize]);
    const scores = this.#writer.node("MatMul", [byHead, cross.keys]);
    const weights = this.#writer.node("Softmax", [scores], { attributes: { axis: -1 } });
    attention.push(weights);
    return this.#attend(state, weights, cross.values, dense);
  }

  feedForward(state: string, layer: DecoderLayer): string {
    const writer = this.#writer;
    const up = this.#multiply(this.#norm(state, layer.mlpNorm), [layer.up.matrix], layer.up);
    const width = layer.up.matrix.columns / 2;
    const [value, gate] = this.#split(up, [width, width]);
    const open = writer.node("com.microsoft.QuickGelu", [gate], { attributes: { alpha: { float: 1 } } });
    const down = this.#multiply(writer.node("Mul", [open, value]), [layer.down.matrix], layer.down);
    return writer.node("Add", [state, down]);
  }

  logits(state: string): string {
    return this.#multiply(this.#norm(state, this.#decoder.finalNorm), [transposed(this.#decoder.embedding)]);
  }

  #attend(state: string, weights: string, values: string, dense: QuantizedMatrix): string {
    const heard = this.#reshape(this.#writer.node("MatMul", [weights, values]), [1, this.#hidden]);
    return this.#writer.node("Add", [state, this.#multiply(heard, [dense])]);
  }

  #norm(state: string, weight: Float32Array): string {
    const epsilon = { float: this.#decoder.normEpsilon };
    return this.#writer.node("LayerNormalization", [state, this.#writer.floats(weight, [weight.length])], {
      attributes: { axis: -1, epsilon },
    });
  }

  /** The state times several matrices side by side. */
  #multiply(state: string, matrices: readonly QuantizedMatrix[], projection?: Projection): string {
    const bias = projection === undefined ? [] : [this.#writer.floats(projection.bias, [projection.bias.length])];
    const inputs = [state, ...constantsOf(this.#writer, matrices), ...bias];
    return this.#writer.node("com.microsoft.DynamicQuantizeMatMul", inputs);
  }

  #append(past: string, next: string, output: string): string {
    return this.#writer.node("Concat", [past, next], { attributes: { axis: 2 }, outputs: [output] });
  }

  #reshape(value: string, shape: readonly number[]): string {
    return this.#writer.node("Reshape", [value, this.#writer.integers(shape)]);
  }

  /** Along the second axis. */
  #split(value: string, sizes: readonly [number, number]): [string, string] {
    const outputs = [`${value}_first`, `${value}_second`] as const;
    this.#writer.node("Split", [value, this.#writer.integers(sizes)], { attributes: { axis: 1 }, outputs });
    return [...outputs];
  }
}

function rotaryAngles(frequencies: Float32Array): number[] {
  return Array.from({ length: MAX_TOKENS }, (_, position) =>
    [...frequencies].map((f) => Math.fround(f * position)),
  ).flat();
}
