import type { onnx as Onnx } from "onnx-proto";
import { DataType, GraphWriter, decodeModel, encodeModel } from "./onnx-graph.ts";

const HIDDEN = 128;
const HOP = 128;
const FRAMES = 4;
const BINS = 129;
const GATES = 4 * HIDDEN;

type Weights = (name: string, dims: readonly number[]) => Float32Array;

/**
 * Silero's graph judges one window a call, and most of its cost is the call. Only its LSTM looks back; this makes a graph with the
 * same weights that takes any number of windows at once: everything before and after the LSTM as one batch of matrix products (a
 * window has only four frames, so each convolution is one), the LSTM as a sequence.
 *
 * In: `windows` [steps × channels, 640] (64 samples of context, 512 of the window, 64 mirrored at its end), ordered by step;
 * `shape` int64 [3] = steps, channels, 128; `hidden` and `cell` [1, channels, 128].
 * Out: `probabilities` [steps, 1, channels, 1]; `nextHidden` and `nextCell` as they go in.
 */
export function recutVoiceActivity(model: Uint8Array): Uint8Array {
  const weights = weightsOf16Khz(decodeModel(model));
  const graph = new GraphWriter("voice-activity");
  const windows = graph.input("windows", DataType.FLOAT, [null, 5 * HOP]);
  writeLstm(graph, weights, writeEncoder(graph, weights, writeSpectrum(graph, weights, windows)));
  return encodeModel(graph.graph());
}

/** The constants of the branch for 16 kHz, by the last part of their names (`encoder.0.reparam_conv.weight`). */
function weightsOf16Khz(model: Onnx.ModelProto): Weights {
  const choice = model.graph?.node?.find((node) => node.opType === "If");
  const branch = choice?.attribute?.find((attribute) => attribute.name === "then_branch")?.g;
  const tensors = new Map<string, Onnx.ITensorProto>();
  for (const node of branch?.node ?? []) {
    const tensor = node.opType === "Constant" ? node.attribute?.[0]?.t : undefined;
    if (tensor) tensors.set((node.output?.[0] ?? "").replace(/^.*__/, ""), tensor);
  }
  return (name, dims) => {
    const tensor = tensors.get(name);
    const found = tensor?.dims?.map(Number).join("×") ?? "nothing";
    if (!tensor?.rawData || found !== dims.join("×")) {
      throw new Error(`the voice activity model has ${found} as ${name}, expected ${dims.join("×")}`);
    }
    return new Float32Array(Uint8Array.from(tensor.rawData).buffer);
  };
}

/** Magnitudes of the four frames of a window: [windows, 4, 129]. */
function writeSpectrum(graph: GraphWriter, weights: Weights, windows: string): string {
  const hops = graph.node("Reshape", [windows, graph.integers([-1, FRAMES + 1, HOP])]);
  const frames = concat(graph, [rows(graph, hops, 0, FRAMES), rows(graph, hops, 1, FRAMES + 1)], 2);
  const basis = taps(weights("stft.forward_basis_buffer", [2 * BINS, 1, 2 * HOP]), 2 * BINS, 1, 2 * HOP);
  const spectrum = graph.node("MatMul", [frames, graph.floats(basis, [2 * HOP, 2 * BINS])]);
  const parts = ["real", "imaginary"];
  graph.node("Split", [spectrum, graph.integers([BINS, BINS])], { attributes: { axis: 2 }, outputs: parts });
  const squares = parts.map((part) => graph.node("Mul", [part, part]));
  return graph.node("Sqrt", [graph.node("Add", squares)]);
}

/** Four convolutions of width 3 over four frames, the second and third with stride 2: [windows, 128]. */
function writeEncoder(graph: GraphWriter, weights: Weights, magnitudes: string): string {
  const padded = withSilence(graph, magnitudes, true);
  const threes = concat(
    graph,
    [0, 1, 2].map((first) => rows(graph, padded, first, first + FRAMES)),
    2,
  );
  const first = dense(graph, weights, 0, [128, BINS, 3], [0, 1, 2], flat(graph, threes, 3 * BINS));
  const four = withSilence(graph, graph.node("Reshape", [first, graph.integers([-1, FRAMES, 128])]), false);
  const pair = [0, 2].map((start) => flat(graph, rows(graph, four, start, start + 3), 3 * 128));
  const second = dense(graph, weights, 1, [64, 128, 3], [0, 1, 2], flat(graph, concat(graph, pair, 1), 3 * 128));
  // Two frames are left, with silence before them: the first tap of the third layer never hears anything, nor do two of the fourth's.
  const third = dense(graph, weights, 2, [64, 64, 3], [1, 2], flat(graph, second, 2 * 64));
  return dense(graph, weights, 3, [128, 64, 3], [1], third);
}

function writeLstm(graph: GraphWriter, weights: Weights, features: string): void {
  const shape = graph.input("shape", DataType.INT64, [3]);
  const hidden = graph.input("hidden", DataType.FLOAT, [1, null, HIDDEN]);
  const cell = graph.input("cell", DataType.FLOAT, [1, null, HIDDEN]);
  const steps = graph.node("Reshape", [features, shape]);
  const gates = (name: string) => inOnnxGateOrder(weights(`decoder.rnn.weight_${name}`, [GATES, HIDDEN]));
  const biases = ["ih", "hh"].flatMap((name) => [...inOnnxGateOrder(weights(`decoder.rnn.bias_${name}`, [GATES]))]);
  const inputs = [
    graph.floats(gates("ih"), [1, GATES, HIDDEN]),
    graph.floats(gates("hh"), [1, GATES, HIDDEN]),
    graph.floats(biases, [1, 2 * GATES]),
  ];
  const outputs = ["sequence", "nextHidden", "nextCell"];
  graph.node("LSTM", [steps, ...inputs, "", hidden, cell], { attributes: { hidden_size: HIDDEN }, outputs });
  const head = graph.floats(weights("decoder.decoder.2.weight", [1, HIDDEN, 1]), [HIDDEN, 1]);
  const product = graph.node("MatMul", [graph.node("Relu", ["sequence"]), head]);
  const logits = graph.node("Add", [product, graph.floats(weights("decoder.decoder.2.bias", [1]), [1])]);
  graph.node("Sigmoid", [logits], { outputs: ["probabilities"] });
  graph.output("probabilities", DataType.FLOAT, [null, 1, null, 1]);
  graph.output("nextHidden", DataType.FLOAT, [1, null, HIDDEN]);
  graph.output("nextCell", DataType.FLOAT, [1, null, HIDDEN]);
}

/** One layer as a matrix product over the taps that hear something. */
function dense(
  graph: GraphWriter,
  weights: Weights,
  layer: number,
  dims: readonly [number, number, number],
  heard: readonly number[],
  input: string,
): string {
  const [outputs, inputs, width] = dims;
  const all = taps(weights(`encoder.${layer}.reparam_conv.weight`, dims), outputs, inputs, width);
  const size = inputs * outputs;
  const matrix = heard.flatMap((tap) => [...all.subarray(tap * size, (tap + 1) * size)]);
  const bias = weights(`encoder.${layer}.reparam_conv.bias`, [outputs]);
  const inputNames = [input, graph.floats(matrix, [heard.length * inputs, outputs]), graph.floats(bias, [outputs])];
  return graph.node("Relu", [graph.node("Gemm", inputNames)]);
}

/** From [output][input][tap], as convolutions have it, to [tap][input][output]. */
function taps(values: Float32Array, outputs: number, inputs: number, width: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let output = 0; output < outputs; output++) {
    for (let input = 0; input < inputs; input++) {
      for (let tap = 0; tap < width; tap++) {
        turned[(tap * inputs + input) * outputs + output] = values[(output * inputs + input) * width + tap] ?? 0;
      }
    }
  }
  return turned;
}

/** The weights come as input, forget, cell, output; ONNX wants input, output, forget, cell. */
function inOnnxGateOrder(values: Float32Array): Float32Array {
  const size = values.length / 4;
  const ordered = new Float32Array(values.length);
  for (const [to, from] of [0, 3, 1, 2].entries())
    ordered.set(values.subarray(from * size, (from + 1) * size), to * size);
  return ordered;
}

function rows(graph: GraphWriter, input: string, from: number, to: number): string {
  return graph.node("Slice", [input, graph.integers([from]), graph.integers([to]), graph.integers([1])]);
}

function concat(graph: GraphWriter, inputs: readonly string[], axis: number): string {
  return graph.node("Concat", inputs, { attributes: { axis } });
}

function flat(graph: GraphWriter, input: string, width: number): string {
  return graph.node("Reshape", [input, graph.integers([-1, width])]);
}

/** A frame of zeros before the frames of each window, and one after them where asked. */
function withSilence(graph: GraphWriter, frames: string, isAfterToo: boolean): string {
  return graph.node("Pad", [frames, graph.integers([0, 1, 0, 0, isAfterToo ? 1 : 0, 0])]);
}
