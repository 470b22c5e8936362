import onnxProto from "onnx-proto";
import type { onnx as Onnx } from "onnx-proto";

const { onnx } = onnxProto;
const { AttributeType } = onnx.AttributeProto;

export const DataType: typeof Onnx.TensorProto.DataType = onnx.TensorProto.DataType;

type AttributeValue = number | readonly number[] | { readonly float: number } | { readonly graph: Onnx.GraphProto };

interface NodeOptions {
  readonly attributes?: Readonly<Record<string, AttributeValue>> | undefined;
  readonly outputs?: readonly string[] | undefined;
}

/** `null` stands for a dimension known only at run time. */
export type Shape = readonly (number | null)[];

/** Writes an ONNX graph down node by node. Names are made up unless given. */
export class GraphWriter {
  readonly #nodes: Onnx.INodeProto[] = [];
  readonly #initializers: Onnx.ITensorProto[] = [];
  readonly #inputs: Onnx.IValueInfoProto[] = [];
  readonly #outputs: Onnx.IValueInfoProto[] = [];
  readonly #prefix: string;
  #count = 0;

  /** @param prefix keeps the names of nested graphs apart. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** @param operator with the contributed operators of ONNX Runtime written `com.microsoft.Name`. @returns its first output. */
  node(operator: string, inputs: readonly string[], options: NodeOptions = {}): string {
    const [type = "", domain = ""] = operator.split(/\.(?=[^.]+$)/).reverse();
    const output = options.outputs ?? [this.#newName(type)];
    const attribute = Object.entries(options.attributes ?? {}).map(([name, value]) => attributeOf(name, value));
    this.#nodes.push({ opType: type, domain, input: [...inputs], output: [...output], attribute });
    return output[0] ?? "";
  }

  floats(values: ArrayLike<number>, dims: readonly number[]): string {
    return this.#initializer(DataType.FLOAT, dims, new Uint8Array(Float32Array.from(values).buffer));
  }

  integers(values: readonly number[], dims: readonly number[] = [values.length]): string {
    return this.#initializer(DataType.INT64, dims, new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer));
  }

  bytes(values: Uint8Array, dims: readonly number[]): string {
    return this.#initializer(DataType.UINT8, dims, values);
  }

  /** @param values each byte as its two's complement. */
  signedBytes(values: Uint8Array, dims: readonly number[]): string {
    return this.#initializer(DataType.INT8, dims, values);
  }

  input(name: string, type: number, shape: Shape): string {
    this.#inputs.push(valueInfo(name, type, shape));
    return name;
  }

  output(name: string, type: number, shape: Shape): void {
    this.#outputs.push(valueInfo(name, type, shape));
  }

  graph(): Onnx.GraphProto {
    return onnx.GraphProto.create({
      name: this.#prefix,
      node: this.#nodes,
      initializer: this.#initializers,
      input: this.#inputs,
      output: this.#outputs,
    });
  }

  #initializer(dataType: number, dims: readonly number[], rawData: Uint8Array): string {
    const name = this.#newName("constant");
    this.#initializers.push({ name, dataType, dims: [...dims], rawData });
    return name;
  }

  #newName(kind: string): string {
    this.#count += 1;
    return `${this.#prefix}/${kind}_${this.#count}`;
  }
}

/** The bytes of a model of one graph: ONNX operators of version 14, and ONNX Runtime's own. */
export function encodeModel(graph: Onnx.GraphProto): Uint8Array {
  const opsetImport = [
    { domain: "", version: 14 },
    { domain: "com.microsoft", version: 1 },
  ];
  return encodeOnnx({ irVersion: 7, producerName: "tamtam", opsetImport, graph });
}

export function encodeOnnx(model: Onnx.IModelProto): Uint8Array {
  return onnx.ModelProto.encode(model).finish();
}

export function decodeModel(bytes: Uint8Array): Onnx.ModelProto {
  return onnx.ModelProto.decode(bytes);
}

function valueInfo(name: string, elemType: number, shape: Shape): Onnx.IValueInfoProto {
  const dim = shape.map((size, axis) => (size === null ? { dimParam: `${name}_${axis}` } : { dimValue: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function attributeOf(name: string, value: AttributeValue): Onnx.IAttributeProto {
  if (typeof value === "number") return { name, type: AttributeType.INT, i: value };
  if ("float" in value) return { name, type: AttributeType.FLOAT, f: value.float };
  if ("graph" in value) return { name, type: AttributeType.GRAPH, g: value.graph };
  return { name, type: AttributeType.INTS, ints: [...value] };
}
