import { describe, expect, it } from "vitest";
import { recognitionOf } from "./recognition.ts";
import type { DecodedTokens } from "./recognition.ts";

const VOCABULARY = ["<unk>", "<s>", "</s>", "▁Good", "▁morn", "ing"];

/** "Good morning" over six frames of 24 ms of steady sound. */
const GOOD_MORNING: DecodedTokens = {
  tokens: [3, 4, 5, 2],
  logProbs: Float32Array.of(-0.5, -0.25, -0.75, -0.1),
  attention: {
    rowCount: 4,
    frameCount: 6,
    values: Float32Array.of(9, 9, 0, 0, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 9),
  },
  leadFrames: 0,
  endToken: 2,
  samples: new Float32Array(6 * 384).fill(0.25),
  vocabulary: VOCABULARY,
};

describe("recognitionOf", () => {
  it("gives each word its text, its time and the mean of its tokens", () => {
    const { text, words } = recognitionOf(GOOD_MORNING);
    expect(text).toBe("Good morning");
    expect(words).toEqual([
      { text: "Good", startMs: 0, endMs: 48, logProb: -0.5 },
      { text: "morning", startMs: 48, endMs: 120, logProb: -0.5 },
    ]);
  });

  it("averages over all tokens and the end mark", () => {
    // (-0.5 - 0.25 - 0.75 - 0.1) / 4
    expect(recognitionOf(GOOD_MORNING).meanLogProb).toBeCloseTo(-0.4, 6);
  });

  it("moves words back by the heads' lead, never past the end", () => {
    const { words } = recognitionOf({ ...GOOD_MORNING, leadFrames: 2 });
    expect(words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [48, 96],
      [96, 144],
    ]);
  });

  it("says when the model did not come to an end", () => {
    expect(recognitionOf(GOOD_MORNING).hitTokenCap).toBe(false);
    expect(recognitionOf({ ...GOOD_MORNING, tokens: [3, 4, 5, 5] }).hitTokenCap).toBe(true);
  });

  it("is empty where there is only the end mark", () => {
    const silence = { ...GOOD_MORNING, tokens: [2], logProbs: Float32Array.of(-0.1) };
    expect(recognitionOf(silence)).toEqual({ text: "", words: [], meanLogProb: null, hitTokenCap: false });
  });
});
