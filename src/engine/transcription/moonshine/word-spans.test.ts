import { describe, expect, it } from "vitest";
import { FRAME_SAMPLES, trimSilence } from "./word-spans.ts";

/** One frame for each level. */
function sound(levels: readonly number[]): Float32Array {
  return Float32Array.from({ length: levels.length * FRAME_SAMPLES }, (_, index) => {
    const level = levels[Math.floor(index / FRAME_SAMPLES)] ?? 0;
    return index % 2 === 0 ? level : -level;
  });
}

describe("trimSilence", () => {
  it("takes the pause before and after from a word", () => {
    const samples = sound([0.001, 0.001, 0.5, 0.5, 0.5, 0.001]);
    expect(trimSilence([{ startFrame: 0, endFrame: 6 }], samples)).toEqual([{ startFrame: 2, endFrame: 5 }]);
  });

  it("leaves a pause within a word alone", () => {
    const samples = sound([0.5, 0.001, 0.5, 0.001]);
    expect(trimSilence([{ startFrame: 0, endFrame: 3 }], samples)).toEqual([{ startFrame: 0, endFrame: 3 }]);
  });

  it("leaves a word alone whose neighbour is as loud", () => {
    const spans = [
      { startFrame: 1, endFrame: 3 },
      { startFrame: 3, endFrame: 4 },
    ];
    expect(trimSilence(spans, sound([0.001, 0.5, 0.4, 0.5, 0.001]))).toEqual(spans);
  });

  it("keeps one frame of a word in silence", () => {
    const samples = sound([0.5, 0.001, 0.001, 0.5]);
    expect(trimSilence([{ startFrame: 1, endFrame: 3 }], samples)).toEqual([{ startFrame: 2, endFrame: 3 }]);
  });

  it("hears no silence in steady sound", () => {
    const samples = sound([0.3, 0.3, 0.3]);
    expect(trimSilence([{ startFrame: 0, endFrame: 3 }], samples)).toEqual([{ startFrame: 0, endFrame: 3 }]);
  });
});
