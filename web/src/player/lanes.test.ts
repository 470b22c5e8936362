import { describe, expect, it } from "vitest";
import { lanesOf, pathOf, type Sentence } from "./lanes.ts";

const said = (start: number, end: number, speaker: string | null, affiliation: Sentence["affiliation"]): Sentence => ({
  start,
  end,
  speaker,
  affiliation,
  text: "…",
});

describe("who spoke when", () => {
  it("has the company first, then who spoke most, and joins what no eye could tell apart", () => {
    const lanes = lanesOf([
      said(0, 2, "Jane", "External"),
      said(2.5, 4, "John", "Internal"),
      said(4.6, 6, "John", "Internal"),
      said(7, 8, "John", "Internal"),
      said(8, 13, null, "External"),
    ]);
    expect(lanes.map(({ name, talkSeconds }) => [name, talkSeconds.toFixed(1)])).toEqual([
      ["John", "3.9"],
      ["Somebody, External", "5.0"],
      ["Jane", "2.0"],
    ]);
    // 4.6 − 4 is less than a second, 7 − 6 is one.
    expect(lanes[0]?.spans).toEqual([
      { start: 2.5, end: 6 },
      { start: 7, end: 8 },
    ]);
  });

  it("is drawn as boxes as wide as they last", () => {
    expect(pathOf([{ start: 1.04, end: 2.56 }])).toBe("M1 0H2.6V1H1Z");
    expect(pathOf([])).toBe("");
  });
});
