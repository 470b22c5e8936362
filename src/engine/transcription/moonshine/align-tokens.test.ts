import { describe, expect, it } from "vitest";
import { alignTokens } from "./align-tokens.ts";
import type { AttentionMatrix } from "./align-tokens.ts";

function matrix(rows: readonly (readonly number[])[]): AttentionMatrix {
  return { rowCount: rows.length, frameCount: rows[0]?.length ?? 0, values: Float32Array.from(rows.flat()) };
}

describe("alignTokens", () => {
  it("gives each token the frames that attend to it", () => {
    const attention = matrix([
      [9, 9, 9, 0, 0, 0, 0, 0],
      [0, 0, 0, 9, 9, 0, 0, 0],
      [0, 0, 0, 0, 0, 9, 9, 9],
    ]);
    expect(alignTokens(attention)).toEqual([
      { startFrame: 0, endFrame: 3 },
      { startFrame: 3, endFrame: 5 },
      { startFrame: 5, endFrame: 8 },
    ]);
  });

  it("keeps tokens in order where the attention is not", () => {
    // The second row's 9s come before the first row's: the best ordered path takes the first row's 9s (18 in all) and one frame of 1.
    const attention = matrix([
      [0, 0, 0, 9, 9, 9, 0],
      [5, 5, 0, 0, 0, 0, 1],
    ]);
    expect(alignTokens(attention)).toEqual([
      { startFrame: 0, endFrame: 6 },
      { startFrame: 6, endFrame: 7 },
    ]);
  });

  it("is not led astray by a single frame", () => {
    // The lone 50 is taken away by the median of three; without it the border lies where the 4s begin.
    const attention = matrix([
      [3, 3, 3, 3, 0, 0, 0, 0],
      [0, 50, 0, 0, 4, 4, 4, 4],
    ]);
    expect(alignTokens(attention)).toEqual([
      { startFrame: 0, endFrame: 4 },
      { startFrame: 4, endFrame: 8 },
    ]);
  });

  it("gives every token at least one frame while there are enough", () => {
    const attention = matrix([
      [9, 9, 9],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(alignTokens(attention)).toEqual([
      { startFrame: 0, endFrame: 1 },
      { startFrame: 1, endFrame: 2 },
      { startFrame: 2, endFrame: 3 },
    ]);
  });

  it("lets tokens begin and end with the first frame where there are more of them than frames", () => {
    expect(alignTokens(matrix([[1], [1]]))).toEqual([
      { startFrame: 0, endFrame: 0 },
      { startFrame: 0, endFrame: 1 },
    ]);
  });

  it("has no spans without tokens", () => {
    expect(alignTokens({ rowCount: 0, frameCount: 5, values: new Float32Array(0) })).toEqual([]);
  });
});
