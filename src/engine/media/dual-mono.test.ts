import { describe, expect, test } from "vitest";
import { DualMonoMeter } from "./dual-mono.ts";

/** Noise from -1 to 1 that is the same each time: x → 1664525 x + 1013904223 modulo 2^32. */
function makeNoise(seed: number, length: number): number[] {
  let x = seed;
  return Array.from({ length }, () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 31 - 1;
  });
}

const SECONDS = 4;
const voice = makeNoise(1, 16_000 * SECONDS);
const otherVoice = makeNoise(2, 16_000 * SECONDS);
const silence = voice.map(() => 0);
const louder = (sound: number[], gain: number) => sound.map((sample) => sample * gain);
const later = (sound: number[], frames: number) =>
  [...Array.from({ length: frames }, () => 0), ...sound].slice(0, sound.length);
const mix = (a: number[], b: number[]) => a.map((sample, at) => sample + (b[at] ?? 0));

function isDualMono(left: number[], right: number[], pieceFrames = left.length): boolean {
  const meter = new DualMonoMeter();
  const interleaved = Int16Array.from(left.flatMap((sample, at) => [sample * 8000, (right[at] ?? 0) * 8000]));
  for (let at = 0; at < interleaved.length; at += pieceFrames * 2)
    meter.add(interleaved.subarray(at, at + pieceFrames * 2));
  return meter.isDualMono();
}

describe("the same sound on both channels is noticed", () => {
  test.each<[string, number[]]>([
    ["when it is equal", voice],
    ["when one is 6 dB quieter", louder(voice, 0.5)],
    ["when one is inverted", louder(voice, -1)],
    ["when one comes 10 ms later", later(voice, 160)],
    ["when each has a little noise of its own", mix(voice, louder(otherVoice, 0.05))],
  ])("%s", (_, right) => {
    expect(isDualMono(voice, right)).toBe(true);
    expect(isDualMono(right, voice)).toBe(true);
  });

  test("in pieces of any size, with silence in between", () => {
    const pausing = voice.map((sample, at) => (at % 16_000 < 8000 ? sample : 0));
    expect(isDualMono(pausing, pausing, 333)).toBe(true);
  });

  test("in a clip of a tenth of a second", () => {
    expect(isDualMono(voice.slice(0, 1600), voice.slice(0, 1600))).toBe(true);
  });
});

describe("two sides are not taken for one", () => {
  test.each<[string, number[], number[]]>([
    ["that speak at once", voice, otherVoice],
    ["of which one never speaks", voice, silence],
    ["of which one is only the other's echo, 20 dB down", voice, louder(voice, 0.1)],
    [
      "that take turns",
      voice.map((sample, at) => (at % 32_000 < 16_000 ? sample : 0)),
      otherVoice.map((sample, at) => (at % 32_000 < 16_000 ? 0 : sample)),
    ],
    ["that share music for most of the time", voice, [...voice.slice(0, 57_600), ...otherVoice.slice(57_600)]],
    ["that are silent", silence, silence],
  ])("%s", (_, left, right) => {
    expect(isDualMono(left, right)).toBe(false);
  });
});
