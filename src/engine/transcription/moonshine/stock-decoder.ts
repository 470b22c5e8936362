import type { onnx as Onnx } from "onnx-proto";
import { DataType, decodeModel } from "./onnx-graph.ts";

/** An 8-bit matrix, `weights[row * columns + column]`, standing for `(weight - zeroPoint) * scale`. */
export interface QuantizedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly weights: Uint8Array;
  readonly zeroPoint: number;
  readonly scale: number;
}

export interface Projection {
  readonly matrix: QuantizedMatrix;
  readonly bias: Float32Array;
}

export interface DecoderLayer {
  readonly selfNorm: Float32Array;
  readonly selfAttention: Readonly<Record<"q_proj" | "k_proj" | "v_proj" | "dense", QuantizedMatrix>>;
  readonly crossNorm: Float32Array;
  readonly crossAttention: Readonly<Record<"q_proj" | "k_proj" | "v_proj" | "dense", QuantizedMatrix>>;
  readonly mlpNorm: Float32Array;
  readonly up: Projection;
  readonly down: Projection;
}

/** Everything the published decoder has learnt, taken out of its graph. */
export interface StockDecoder {
  readonly layers: readonly DecoderLayer[];
  /** One row a token; its transpose also turns the last state into logits. */
  readonly embedding: QuantizedMatrix;
  readonly finalNorm: Float32Array;
  readonly normEpsilon: number;
  readonly rotaryFrequencies: Float32Array;
  readonly headCount: number;
}

/** Reads a Moonshine `decoder_model_merged.onnx` as published: one `If` node, all initializers outside it. */
export function readStockDecoder(bytes: Uint8Array): StockDecoder {
  const source = new StockGraph(bytes);
  const layers: DecoderLayer[] = [];
  while (source.hasNode(`${layerName(layers.length)}/mlp/Mul_2`))
    layers.push(readLayer(source, layerName(layers.length)));
  return {
    layers,
    embedding: source.matrixFrom(
      "/model/decoder/embed_tokens/Gather",
      "/model/decoder/embed_tokens/Gather_output_0_DequantizeLinear",
    ),
    finalNorm: source.floats(source.input("/model/decoder/norm/Mul", 1)),
    normEpsilon: source.floats(source.input("/model/decoder/norm/Add", 1))[0] ?? 0,
    rotaryFrequencies: source.floats(source.input("/model/decoder/rotary_emb/MatMul", 0)),
    headCount: source.integer(source.input(`${layerName(0)}/self_attn/Concat`, 2)),
  };
}

function layerName(index: number): string {
  return `/model/decoder/layers.${index}`;
}

function readLayer(source: StockGraph, name: string): DecoderLayer {
  const attention = (part: string): DecoderLayer["selfAttention"] => ({
    q_proj: source.projection(`${name}/${part}/q_proj`),
    k_proj: source.projection(`${name}/${part}/k_proj`),
    v_proj: source.projection(`${name}/${part}/v_proj`),
    dense: source.projection(`${name}/${part}/dense`),
  });
  return {
    selfNorm: source.floats(source.input(`${name}/input_layernorm/Mul`, 1)),
    selfAttention: attention("self_attn"),
    crossNorm: source.floats(source.input(`${name}/post_attention_layernorm/Mul`, 1)),
    crossAttention: attention("encoder_attn"),
    mlpNorm: source.floats(source.input(`${name}/final_layernorm/Mul`, 1)),
    up: source.biasedProjection(`${name}/mlp/up_proj`),
    down: source.biasedProjection(`${name}/mlp/down_proj`),
  };
}

/** Finds nodes and constants of the graph by name. */
class StockGraph {
  readonly #nodes = new Map<string, Onnx.INodeProto>();
  readonly #constants = new Map<string, Onnx.ITensorProto>();

  constructor(bytes: Uint8Array) {
    const graph = decodeModel(bytes).graph;
    // The branch taken at the first step is the one that also projects the encoder's states.
    const firstStep = graph?.node?.[0]?.attribute?.find((attribute) => attribute.name === "else_branch")?.g;
    for (const node of firstStep?.node ?? []) this.#nodes.set(node.name ?? "", node);
    for (const tensor of graph?.initializer ?? []) this.#constants.set(tensor.name ?? "", tensor);
  }

  hasNode(name: string): boolean {
    return this.#nodes.has(name);
  }

  input(nodeName: string, index: number): string {
    return found(this.#nodes.get(nodeName)?.input?.[index], `input ${index} of ${nodeName}`);
  }

  floats(name: string): Float32Array {
    const tensor = this.#constant(name, DataType.FLOAT);
    return tensor.rawData?.length
      ? new Float32Array(Uint8Array.from(tensor.rawData).buffer)
      : Float32Array.from(tensor.floatData ?? []);
  }

  integer(name: string): number {
    const bytes = Uint8Array.from(this.#constant(name, DataType.INT64).rawData ?? []);
    return Number(new BigInt64Array(bytes.buffer)[0]);
  }

  projection(name: string): QuantizedMatrix {
    return this.#matrix({
      weights: this.input(`${name}/MatMul_quant`, 1),
      zeroPoint: this.input(`${name}/MatMul_quant`, 3),
      scale: this.input(`${name}/MatMul_quant_scales_mul`, 1),
    });
  }

  biasedProjection(name: string): Projection {
    return { matrix: this.projection(name), bias: this.floats(this.input(`${name}/Add`, 0)) };
  }

  matrixFrom(gather: string, dequantize: string): QuantizedMatrix {
    return this.#matrix({
      weights: this.input(gather, 0),
      zeroPoint: this.input(dequantize, 2),
      scale: this.input(dequantize, 1),
    });
  }

  #matrix(names: { readonly weights: string; readonly zeroPoint: string; readonly scale: string }): QuantizedMatrix {
    const tensor = this.#constant(names.weights, DataType.UINT8);
    const [rows = 0, columns = 0] = (tensor.dims ?? []).map(Number);
    const weights = Uint8Array.from(tensor.rawData ?? []);
    const zeroTensor = this.#constant(names.zeroPoint, DataType.UINT8);
    const zeroPoint = found(zeroTensor.rawData?.[0] ?? zeroTensor.int32Data?.[0], names.zeroPoint);
    return { rows, columns, weights, zeroPoint, scale: found(this.floats(names.scale)[0], names.scale) };
  }

  #constant(name: string, dataType: number): Onnx.ITensorProto {
    const tensor = found(this.#constants.get(name), name);
    if (tensor.dataType !== dataType) throw new Error(`${name} has element type ${tensor.dataType}, not ${dataType}.`);
    return tensor;
  }
}

/** The file's checksum has been verified before, so that only a change of this project can bring this about. */
function found<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new Error(`The decoder graph has no ${name}.`);
  return value;
}
