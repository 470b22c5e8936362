import type { AlignmentHeads } from "./alignment-heads.ts";
import { DecoderStep } from "./decoder-step.ts";
import type { CrossStates } from "./decoder-step.ts";
import { END_TOKEN, START_TOKEN } from "./decoder-tokens.ts";
import { DataType, encodeModel, GraphWriter } from "./onnx-graph.ts";
import { asSigned } from "./recut-encoder.ts";
import { readStockDecoder } from "./stock-decoder.ts";
import type { QuantizedMatrix, StockDecoder } from "./stock-decoder.ts";

/**
 * The published decoder makes one token a call, unpacks its whole vocabulary matrix to floats every time, and computes shapes with
 * half of its thousand nodes. This one has the same weights, multiplies all of them as 8-bit integers, makes all tokens of a recording
 * in one call, and gives with each its log-probability and where in the recording it was heard.
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
  const step = new DecoderStep(writer, decoder, writer.node("Reshape", [position, writer.integers([1])]));
  decoder.layers.forEach((_, index) => step.declarePast(index));
  let state = step.embed(token);
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
