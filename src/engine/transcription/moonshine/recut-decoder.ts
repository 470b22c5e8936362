import type { AlignmentHeads } from "./alignment-heads.ts";
import { DataType, encodeModel, GraphWriter } from "./onnx-graph.ts";
import { asSigned } from "./recut-encoder.ts";
import { readStockDecoder } from "./stock-decoder.ts";
import type { DecoderLayer, Projection, QuantizedMatrix, StockDecoder } from "./stock-decoder.ts";

/** Changes whenever the graph made here changes. */
export const DECODER_RECUT_VERSION = 1;

export const START_TOKEN = 1;
export const END_TOKEN = 2;

/** More than any 30 s of speech needs; the table of rotary angles ends here. */
export const MAX_TOKENS = 256;

/**
 * The published decoder makes one token a call, unpacks its whole vocabulary matrix to floats every time, and computes shapes with
 * half of its thousand nodes. This one has the same weights and the same arithmetic in 8-bit integers, makes all tokens of a
 * recording in one call, and gives with each its log-probability and where in the recording it was heard.
 *
 * Inputs: `encoder_hidden_states` [1, frames, hidden], `max_tokens` (scalar, at most `MAX_TOKENS`).
 * Outputs: `tokens` [n] with the end token if it came, `log_probs` [n], `attention` [n, frames]: cross attention of the given heads,
 * each head's row brought to mean 0 and variance 1, averaged.
 */
export function recutDecoder(stock: Uint8Array, { heads }: AlignmentHeads): Uint8Array {
  const decoder = readStockDecoder(stock);
  const hidden = decoder.embedding.columns;
  const headSize = hidden / decoder.headCount;
  const writer = new GraphWriter("decoder");
  writer.input("encoder_hidden_states", DataType.FLOAT, [1, null, hidden]);
  writer.input("max_tokens", DataType.INT64, []);
  const crossStates = projectEncoderStates(writer, decoder);
  const empty = writer.floats([], [1, decoder.headCount, 0, headSize]);
  const states = decoder.layers.flatMap(() => [empty, empty]);
  writer.node("Loop", ["max_tokens", "", writer.integers([START_TOKEN]), ...states], {
    attributes: { body: { graph: stepGraph(decoder, crossStates, heads) } },
    outputs: ["last_token", ...states.map((_, index) => `last_state_${index}`), "tokens", "log_probs", "attention"],
  });
  writer.output("tokens", DataType.INT64, [null]);
  writer.output("log_probs", DataType.FLOAT, [null]);
  writer.output("attention", DataType.FLOAT, [null, null]);
  return encodeModel(writer.graph());
}

/** Keys and values of a layer's attention: keys [1, heads, headSize, frames], values [1, heads, frames, headSize]. */
interface CrossStates {
  readonly keys: string;
  readonly values: string;
}

function projectEncoderStates(writer: GraphWriter, decoder: StockDecoder): CrossStates[] {
  const quantized = ["states_quantized", "states_scale", "states_zero_point"] as const;
  writer.node("DynamicQuantizeLinear", ["encoder_hidden_states"], { outputs: quantized });
  const [states, scale, zeroPoint] = quantized;
  const headShape = writer.integers([1, -1, decoder.headCount, decoder.embedding.columns / decoder.headCount]);
  const project = (matrix: QuantizedMatrix, perm: readonly number[]): string => {
    // Signed, as in `recutEncoder`: it pays where there are many frames at once.
    const weights = writer.signedBytes(asSigned(matrix.weights), [matrix.rows, matrix.columns]);
    const weightZeroPoint = writer.signedBytes(asSigned(Uint8Array.of(matrix.zeroPoint)), []);
    const inputs = [states, weights, scale, writer.floats([matrix.scale], []), zeroPoint, weightZeroPoint];
    const flat = writer.node("com.microsoft.MatMulIntegerToFloat", inputs);
    return writer.node("Transpose", [writer.node("Reshape", [flat, headShape])], { attributes: { perm } });
  };
  return decoder.layers.map(({ crossAttention }) => ({
    keys: project(crossAttention.k_proj, [0, 2, 3, 1]),
    values: project(crossAttention.v_proj, [0, 2, 1, 3]),
  }));
}

/** The loop's body: one token in, the next one out. */
function stepGraph(
  decoder: StockDecoder,
  crossStates: readonly CrossStates[],
  alignmentHeads: AlignmentHeads["heads"],
): ReturnType<GraphWriter["graph"]> {
  const writer = new GraphWriter("step");
  const position = writer.input("position", DataType.INT64, []);
  writer.input("goes_on", DataType.BOOL, []);
  const token = writer.input("token", DataType.INT64, [1]);
  const step = new Step(writer, decoder, writer.node("Reshape", [position, writer.integers([1])]));
  decoder.layers.forEach((_, index) => step.declarePast(index));
  let state = embed(writer, decoder, token);
  const attention: string[] = [];
  for (const [index, layer] of decoder.layers.entries()) {
    state = step.selfAttention(state, layer, index);
    const cross = crossStates[index];
    if (cross !== undefined) state = step.crossAttention(state, layer, cross, attention);
    state = step.feedForward(state, layer);
  }
  writeChoice(writer, step.logits(state), () => decoder.layers.forEach((_, index) => step.declarePresent(index)));
  writeAttention(writer, attention, alignmentHeads);
  return writer.graph();
}

function embed(writer: GraphWriter, decoder: StockDecoder, token: string): string {
  const { embedding } = decoder;
  const table = writer.bytes(embedding.weights, [embedding.rows, embedding.columns]);
  const scale = writer.floats([embedding.scale], []);
  const zeroPoint = writer.bytes(Uint8Array.of(embedding.zeroPoint), []);
  return writer.node("DequantizeLinear", [writer.node("Gather", [table, token]), scale, zeroPoint]);
}

/** Output order is the loop's: whether to go on, the carried states, then what is collected. */
function writeChoice(writer: GraphWriter, logits: string, declareStates: () => void): void {
  const token = writer.node("ArgMax", [logits], { attributes: { axis: 1, keepdims: 0 }, outputs: ["next_token"] });
  const isEnd = writer.node("Equal", [token, writer.integers([END_TOKEN])]);
  const scalar = writer.integers([], [0]);
  writer.node("Not", [writer.node("Reshape", [isEnd, scalar])], { outputs: ["goes_on_next"] });
  writer.node("Reshape", [token, scalar], { outputs: ["chosen_token"] });
  const highest = writer.node("ReduceMax", [logits], { attributes: { axes: [0, 1], keepdims: 0 } });
  const total = writer.node("ReduceLogSumExp", [logits], { attributes: { axes: [0, 1], keepdims: 0 } });
  writer.node("Sub", [highest, total], { outputs: ["log_prob"] });
  writer.output("goes_on_next", DataType.BOOL, []);
  writer.output("next_token", DataType.INT64, [1]);
  declareStates();
  writer.output("chosen_token", DataType.INT64, []);
  writer.output("log_prob", DataType.FLOAT, []);
}

/** @param attention by layer: [1, heads, 1, frames]. */
function writeAttention(
  writer: GraphWriter,
  attention: readonly string[],
  alignmentHeads: AlignmentHeads["heads"],
): void {
  const chosen = attention.flatMap((weights, index) => {
    const heads = alignmentHeads.filter(([layer]) => layer === index).map(([, head]) => head);
    return heads.length === 0
      ? []
      : [writer.node("Gather", [weights, writer.integers(heads)], { attributes: { axis: 1 } })];
  });
  const all = writer.node("Concat", chosen, { attributes: { axis: 1 } });
  const evened = writer.node("MeanVarianceNormalization", [all], { attributes: { axes: [3] } });
  writer.node("ReduceMean", [evened], { attributes: { axes: [0, 1, 2], keepdims: 0 }, outputs: ["heard_at"] });
  writer.output("heard_at", DataType.FLOAT, [null]);
}

/** Writes the parts of one decoding step. States between the parts are [1, hidden]. */
class Step {
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

/** Weights, scale and zero point of matrices side by side: one scale a column where there is more than one matrix. */
function constantsOf(writer: GraphWriter, matrices: readonly QuantizedMatrix[]): [string, string, string] {
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0);
  const rows = matrices[0]?.rows ?? 0;
  const weights = writer.bytes(sideBySide(matrices, rows, columns), [rows, columns]);
  const [only] = matrices;
  if (only !== undefined && matrices.length === 1) {
    return [weights, writer.floats([only.scale], []), writer.bytes(Uint8Array.of(only.zeroPoint), [])];
  }
  const perColumn = <T>(pick: (matrix: QuantizedMatrix) => T): T[] =>
    matrices.flatMap((matrix) => Array.from({ length: matrix.columns }, () => pick(matrix)));
  const zeroPoints = Uint8Array.from(perColumn((matrix) => matrix.zeroPoint));
  return [
    weights,
    writer.floats(
      perColumn((matrix) => matrix.scale),
      [columns],
    ),
    writer.bytes(zeroPoints, [columns]),
  ];
}

function sideBySide(matrices: readonly QuantizedMatrix[], rows: number, columns: number): Uint8Array {
  const joined = new Uint8Array(rows * columns);
  let offset = 0;
  for (const matrix of matrices) {
    for (let row = 0; row < rows; row++) {
      joined.set(matrix.weights.subarray(row * matrix.columns, (row + 1) * matrix.columns), row * columns + offset);
    }
    offset += matrix.columns;
  }
  return joined;
}

function transposed(matrix: QuantizedMatrix): QuantizedMatrix {
  const { rows, columns } = matrix;
  const weights = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      weights[column * rows + row] = matrix.weights[row * columns + column] ?? 0;
  }
  return { ...matrix, rows: columns, columns: rows, weights };
}
