import type { onnx as Onnx } from "onnx-proto";
import { DataType, decodeModel, encodeOnnx } from "./onnx-graph.ts";

/**
 * The published encoder with its 8-bit weights counted from -128 to 127 instead of 0 to 255. The numbers they stand for, and thus
 * the results, stay the same to the bit; current processors multiply unsigned by signed bytes several times as fast.
 */
export function recutEncoder(stock: Uint8Array): Uint8Array {
  const model = decodeModel(stock);
  const constants = new Map((model.graph?.initializer ?? []).map((tensor) => [tensor.name ?? "", tensor]));
  const products = (model.graph?.node ?? []).filter((node) => node.opType === "MatMulInteger");
  const weightNames = products.map((node) => node.input?.[1] ?? "");
  const zeroPointNames = products.map((node) => node.input?.[3] ?? "");
  for (const name of new Set([...weightNames, ...zeroPointNames])) {
    const tensor = constants.get(name);
    if (tensor === undefined) throw new Error(`The encoder graph has no constant ${name}.`);
    countFromMinus128(tensor);
  }
  return encodeOnnx(model);
}

function countFromMinus128(tensor: Onnx.ITensorProto): void {
  if (tensor.dataType !== DataType.UINT8)
    throw new Error(`${tensor.name} has element type ${tensor.dataType}, not uint8.`);
  tensor.dataType = DataType.INT8;
  if (tensor.rawData?.length) tensor.rawData = asSigned(tensor.rawData);
  tensor.int32Data = (tensor.int32Data ?? []).map((value) => value - 128);
}

/** The bytes of the same values less 128: only the highest bit differs. */
export function asSigned(bytes: Uint8Array): Uint8Array {
  const signed = Uint8Array.from(bytes);
  for (let index = 0; index < signed.length; index++) signed[index] = (signed[index] ?? 0) ^ 0x80;
  return signed;
}
