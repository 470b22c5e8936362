import { describe, expect, test } from "vitest";
import { Resampler } from "./resampler.ts";

const tone = (toneHz: number, sampleRateHz: number, count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, at) => Math.sin((2 * Math.PI * toneHz * at) / sampleRateHz));

/** All of a sound through the resampler, in pieces of this many samples. */
function resample(input: Float32Array, inputRateHz: number, pieceLength = input.length): number[] {
  const resampler = new Resampler(inputRateHz);
  const output: number[] = [];
  for (let at = 0; at < input.length; at += pieceLength)
    output.push(...resampler.push(input.subarray(at, at + pieceLength)));
  return [...output, ...resampler.flush()];
}

/** The largest distance from what is expected, but at both ends, where the sound begins and stops all at once. */
const largestError = (output: number[], expected: Float32Array): number =>
  output.slice(100, -100).reduce((most, sample, at) => Math.max(most, Math.abs(sample - (expected[at + 100] ?? 0))), 0);

describe.each([8000, 11_025, 22_050, 24_000, 32_000, 44_100, 48_000, 44_101, 96_000])("from %i Hz", (inputRateHz) => {
  test("a tone keeps its pitch, its loudness and its place in time", () => {
    const output = resample(tone(1000, inputRateHz, inputRateHz), inputRateHz);
    expect(output.length).toBe(16_000);
    // Sample n of a 1000 Hz tone at 16 kHz is sin(2πn/16): 0, 0.38, 0.71, 0.92, 1, …
    expect(largestError(output, tone(1000, 16_000, 16_000))).toBeLessThan(0.002);
  });

  test("the pieces in which sound comes make no difference", () => {
    const input = tone(440, inputRateHz, 6000);
    const whole = resample(input, inputRateHz);
    expect(resample(input, inputRateHz, 7)).toEqual(whole);
    expect(resample(input, inputRateHz, 1000)).toEqual(whole);
  });
});

test("four samples of a tone at 16 kHz are what they should be by hand", () => {
  const output = resample(tone(2000, 8000, 8000), 8000);
  // 2000 Hz at 16 kHz: an eighth of a turn a sample.
  const hand = [0, Math.SQRT1_2, 1, Math.SQRT1_2, 0, -Math.SQRT1_2, -1, -Math.SQRT1_2];
  for (const [at, value] of hand.entries()) expect(output[8000 + at]).toBeCloseTo(value, 3);
});

test("what 16 kHz cannot hold is taken away instead of folded into the speech", () => {
  const output = resample(tone(12_000, 48_000, 48_000), 48_000);
  // It would come back at 4 kHz; 60 dB down is a thousandth.
  expect(largestError(output, new Float32Array(16_000))).toBeLessThan(0.001);
});

test("a steady value stays what it is", () => {
  const output = resample(new Float32Array(44_100).fill(0.5), 44_100);
  expect(largestError(output, new Float32Array(16_000).fill(0.5))).toBeLessThan(1e-6);
});

test("16 kHz goes through untouched", () => {
  const input = tone(300, 16_000, 1000);
  expect(resample(input, 16_000, 100)).toEqual([...input]);
});
