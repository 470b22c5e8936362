import type { GraphWriter } from "./onnx-graph.ts";
import type { QuantizedMatrix } from "./stock-decoder.ts";

/** Weights, scale and zero point of matrices side by side: one scale a column where there is more than one matrix. */
export function constantsOf(writer: GraphWriter, matrices: readonly QuantizedMatrix[]): [string, string, string] {
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

export function transposed(matrix: QuantizedMatrix): QuantizedMatrix {
  const { rows, columns } = matrix;
  const weights = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      weights[column * rows + row] = matrix.weights[row * columns + column] ?? 0;
  }
  return { ...matrix, rows: columns, columns: rows, weights };
}
