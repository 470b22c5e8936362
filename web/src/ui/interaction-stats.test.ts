import { expect, test } from "vitest";
import { interactionStats } from "./interaction-stats.ts";

test("every figure is written with its unit", () => {
  const values = [0.614, 28.43, 135.6, 8.4712, 0.218, 122.469];
  expect(interactionStats.map(({ write }, position) => write(values[position] ?? 0))).toEqual([
    "61%",
    "28.4 s",
    "2 min 16 s",
    "8.47 / min",
    "0.218 s",
    "122.5 / h",
  ]);
});
