import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testModel } from "../../../../test/support/model-cache.ts";
import { spokenSentences } from "../../../../test/support/speech-fixtures.ts";
import { openRecogniser } from "./recogniser.ts";
import type { Recogniser } from "./recogniser.ts";

const MODELS_READY_MS = 300_000;

function bare(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .split(" ");
}

describe.each(["tiny", "base"] as const)("the recogniser with %s", (name) => {
  let recogniser: Recogniser;

  beforeAll(async () => {
    recogniser = await openRecogniser(await testModel(name));
  }, MODELS_READY_MS);

  afterAll(() => recogniser[Symbol.asyncDispose]());

  it("writes what was said", async () => {
    for (const { text, samples } of await spokenSentences()) {
      const recognition = await recogniser.recognise(samples);
      expect(bare(recognition.text)).toEqual(bare(text));
      expect(recognition.hitTokenCap).toBe(false);
      expect(recognition.meanLogProb).toBeGreaterThan(-0.3);
      expect(recognition.words.map((word) => word.text).join(" ")).toBe(recognition.text);
    }
  });

  it("finds the beginning of words within 60 ms on average", async () => {
    const errorsMs = [];
    for (const { words, samples } of await spokenSentences()) {
      const recognition = await recogniser.recognise(samples);
      expect(recognition.words).toHaveLength(words.length);
      for (const [index, { startMs }] of words.entries()) {
        errorsMs.push(Math.abs((recognition.words[index]?.startMs ?? 0) - startMs));
      }
    }
    expect(errorsMs.reduce((sum, error) => sum + error, 0) / errorsMs.length).toBeLessThan(60);
  });

  it("gives words in order within the recording", async () => {
    for (const { samples } of await spokenSentences()) {
      const { words } = await recogniser.recognise(samples);
      const timesMs = words.flatMap(({ startMs, endMs }) => [startMs, endMs]);
      expect(timesMs).toEqual(timesMs.toSorted((a, b) => a - b));
      expect(timesMs.at(-1)).toBeLessThanOrEqual(samples.length / 16);
    }
  });

  it("hears nothing in silence, in noise and in the shortest sounds", async () => {
    // Noise from a linear congruential generator, so that it is the same every time.
    let state = 1;
    const noise = Float32Array.from({ length: 48_000 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (state / 2_147_483_648 - 0.5) * 0.02;
    });
    for (const samples of [new Float32Array(80_000), noise, new Float32Array(1), new Float32Array(0)]) {
      expect(await recogniser.recognise(samples)).toEqual({
        text: "",
        words: [],
        meanLogProb: null,
        hitTokenCap: false,
      });
    }
  });

  it("gives the same answer whatever came before", async () => {
    const [first, second] = await spokenSentences();
    const samples = first?.samples ?? new Float32Array(0);
    const before = await recogniser.recognise(samples);
    await recogniser.recognise(second?.samples ?? new Float32Array(0));
    expect(await recogniser.recognise(samples)).toEqual(before);
  });

  it("refuses more than 30 s", async () => {
    await expect(recogniser.recognise(new Float32Array(480_001))).rejects.toThrow("480001 samples are more than 30 s");
  });
});
