import { describe, expect, it } from "vitest";
import { totalMs, unionOfSpans } from "./time-spans.ts";

const span = (startMs: number, endMs: number) => ({ startMs, endMs });

describe("unionOfSpans", () => {
  it("joins spans that overlap or touch, in any order", () => {
    const union = unionOfSpans([span(50, 70), span(0, 20), span(20, 30), span(10, 25), span(52, 60)]);
    expect(union).toEqual([span(0, 30), span(50, 70)]);
  });

  it("leaves out spans without length, backward spans and times that are no numbers", () => {
    expect(unionOfSpans([span(5, 5), span(9, 3), span(NaN, 3), span(0, Infinity), span(1, 2)])).toEqual([span(1, 2)]);
  });
});

describe("totalMs", () => {
  it("adds lengths up", () => {
    expect(totalMs([span(0, 30), span(50, 70)])).toBe(50); // 30 + 20
  });
});
