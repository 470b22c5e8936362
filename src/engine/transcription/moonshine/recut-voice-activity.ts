import onnxProto from "onnx-proto";
import type { onnx as Onnx } from "onnx-proto";

/** Changes whenever the graph made here changes. */
export const VOICE_ACTIVITY_RECUT_VERSION = 1;

const HIDDEN = 128;
const STFT_BINS = 129;
const { onnx } = onnxProto;
const { FLOAT, INT64 } = onnx.TensorProto.DataType;
const { AttributeType } = onnx.AttributeProto;

/**
 * Silero's graph judges one window a call, and most of its cost is the call. Only its LSTM looks back; this makes a graph with the
 * same weights that takes any number of windows at once, runs the layers before and after the LSTM as one batch and the LSTM as a
 * sequence.
 *
 * In: `windows` [steps × channels, 640] (64 samples of context, 512 of the window, the last 64 but one mirrored), ordered by step;
 * `shape` int64 [3] = steps, channels, 128; `hidden` and `cell` [1, channels, 128].
 * Out: `probabilities` [steps, 1, channels, 1]; `nextHidden`, `nextCell`.
 */
export function recutVoiceActivity(model: Uint8Array): Uint8Array {
  const weights = weightsOf16Khz(onnx.ModelProto.decode(model));
  const graph = onnx.GraphProto.create({
    name: "voice-activity",
    input: [
      valueInfo("windows", FLOAT, ["windows", 640]),
      valueInfo("shape", INT64, [3]),
      valueInfo("hidden", FLOAT, [1, "channels", HIDDEN]),
      valueInfo("cell", FLOAT, [1, "channels", HIDDEN]),
    ],
    output: [
      valueInfo("probabilities", FLOAT, ["steps", 1, "channels", 1]),
      valueInfo("nextHidden", FLOAT, [1, "channels", HIDDEN]),
      valueInfo("nextCell", FLOAT, [1, "channels", HIDDEN]),
    ],
    initializer: initializers(weights),
    node: [...spectrumNodes(), ...encoderNodes(), ...decoderNodes()],
  });
  const recut = onnx.ModelProto.create({ irVersion: 8, opsetImport: [{ domain: "", version: 16 }], graph });
  return onnx.ModelProto.encode(recut).finish();
}

/** The constants of the branch for 16 kHz, by the last part of their names (`encoder.0.reparam_conv.weight`). */
function weightsOf16Khz(model: Onnx.ModelProto): ReadonlyMap<string, Onnx.ITensorProto> {
  const choice = model.graph?.node?.find((node) => node.opType === "If");
  const branch = choice?.attribute?.find((attribute) => attribute.name === "then_branch")?.g;
  const weights = new Map<string, Onnx.ITensorProto>();
  for (const node of branch?.node ?? []) {
    const tensor = node.opType === "Constant" ? node.attribute?.[0]?.t : undefined;
    const name = node.output?.[0];
    if (tensor && name) weights.set(name.replace(/^.*__/, ""), tensor);
  }
  return weights;
}

function floats(weights: ReadonlyMap<string, Onnx.ITensorProto>, name: string, dims: readonly number[]): Float32Array {
  const tensor = weights.get(name);
  const found = tensor?.dims?.map(Number).join("×");
  if (!tensor?.rawData || found !== dims.join("×")) {
    throw new Error(`the voice activity model has ${name} as ${found ?? "nothing"}, expected ${dims.join("×")}`);
  }
  return new Float32Array(Uint8Array.from(tensor.rawData).buffer);
}

function initializers(weights: ReadonlyMap<string, Onnx.ITensorProto>): Onnx.ITensorProto[] {
  const taken = (name: string, dims: readonly number[]) => floatTensor(name, dims, floats(weights, name, dims));
  const gates = (name: string, dims: readonly number[]) => inOnnxGateOrder(floats(weights, name, dims));
  const biases = new Float32Array([...gates("decoder.rnn.bias_ih", [512]), ...gates("decoder.rnn.bias_hh", [512])]);
  return [
    taken("stft.forward_basis_buffer", [258, 1, 256]),
    taken("encoder.0.reparam_conv.weight", [128, 129, 3]),
    taken("encoder.0.reparam_conv.bias", [128]),
    taken("encoder.1.reparam_conv.weight", [64, 128, 3]),
    taken("encoder.1.reparam_conv.bias", [64]),
    taken("encoder.2.reparam_conv.weight", [64, 64, 3]),
    taken("encoder.2.reparam_conv.bias", [64]),
    taken("encoder.3.reparam_conv.weight", [128, 64, 3]),
    taken("encoder.3.reparam_conv.bias", [128]),
    floatTensor("lstm.w", [1, 512, HIDDEN], gates("decoder.rnn.weight_ih", [512, HIDDEN])),
    floatTensor("lstm.r", [1, 512, HIDDEN], gates("decoder.rnn.weight_hh", [512, HIDDEN])),
    floatTensor("lstm.b", [1, 1024], biases),
    floatTensor("head.weight", [HIDDEN, 1], floats(weights, "decoder.decoder.2.weight", [1, HIDDEN, 1])),
    taken("decoder.decoder.2.bias", [1]),
    longTensor("axis.1", [1]),
    longTensor("split", [STFT_BINS, STFT_BINS]),
  ];
}

/** The weights come as input, forget, cell, output; ONNX wants input, output, forget, cell. */
function inOnnxGateOrder(values: Float32Array): Float32Array {
  const gate = values.length / 4;
  const ordered = new Float32Array(values.length);
  for (const [to, from] of [0, 3, 1, 2].entries()) ordered.set(values.subarray(from * gate, (from + 1) * gate), to * gate);
  return ordered;
}

function spectrumNodes(): Onnx.INodeProto[] {
  return [
    node("Unsqueeze", ["windows", "axis.1"], ["signal"]),
    node("Conv", ["signal", "stft.forward_basis_buffer"], ["stft"], { kernel_shape: [256], strides: [128] }),
    node("Split", ["stft", "split"], ["real", "imaginary"], { axis: 1 }),
    node("Mul", ["real", "real"], ["real.squared"]),
    node("Mul", ["imaginary", "imaginary"], ["imaginary.squared"]),
    node("Add", ["real.squared", "imaginary.squared"], ["power"]),
    node("Sqrt", ["power"], ["encoder.in.0"]),
  ];
}

function encoderNodes(): Onnx.INodeProto[] {
  return [1, 2, 2, 1].flatMap((stride, layer) => [
    node(
      "Conv",
      [`encoder.in.${layer}`, `encoder.${layer}.reparam_conv.weight`, `encoder.${layer}.reparam_conv.bias`],
      [`encoder.conv.${layer}`],
      { kernel_shape: [3], pads: [1, 1], strides: [stride] },
    ),
    node("Relu", [`encoder.conv.${layer}`], [`encoder.in.${layer + 1}`]),
  ]);
}

function decoderNodes(): Onnx.INodeProto[] {
  return [
    node("Reshape", ["encoder.in.4", "shape"], ["steps"]),
    node(
      "LSTM",
      ["steps", "lstm.w", "lstm.r", "lstm.b", "", "hidden", "cell"],
      ["lstm.out", "nextHidden", "nextCell"],
      { hidden_size: HIDDEN },
    ),
    node("Relu", ["lstm.out"], ["lstm.relu"]),
    node("MatMul", ["lstm.relu", "head.weight"], ["head"]),
    node("Add", ["head", "decoder.decoder.2.bias"], ["logits"]),
    node("Sigmoid", ["logits"], ["probabilities"]),
  ];
}

function node(
  opType: string,
  input: string[],
  output: string[],
  attributes: Readonly<Record<string, number | number[]>> = {},
): Onnx.INodeProto {
  const attribute = Object.entries(attributes).map(([name, value]) =>
    typeof value === "number" ? { name, type: AttributeType.INT, i: value } : { name, type: AttributeType.INTS, ints: value },
  );
  return { opType, name: output[0] ?? opType, input, output, attribute };
}

function floatTensor(name: string, dims: readonly number[], values: Float32Array): Onnx.ITensorProto {
  return { name, dims: [...dims], dataType: FLOAT, rawData: new Uint8Array(values.buffer) };
}

function longTensor(name: string, values: readonly number[]): Onnx.ITensorProto {
  const longs = BigInt64Array.from(values, BigInt);
  return { name, dims: [values.length], dataType: INT64, rawData: new Uint8Array(longs.buffer) };
}

function valueInfo(name: string, elemType: number, dims: readonly (number | string)[]): Onnx.IValueInfoProto {
  const dim = dims.map((size) => (typeof size === "number" ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
