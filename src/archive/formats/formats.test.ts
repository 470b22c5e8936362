import { describe, expect, it } from "vitest";
import type { SpokenLine } from "../spoken-line.ts";
import { subRip } from "./sub-rip.ts";
import { transcriptTable } from "./transcript-table.ts";
import { webVtt } from "./web-vtt.ts";

const lines: SpokenLine[] = [
  {
    startMs: 0,
    endMs: 1999,
    speakerId: "7",
    speakerName: "Jane <Smith>",
    affiliation: "External",
    text: "R&D, is it?\n\nYes.",
  },
  {
    startMs: 3_723_004,
    endMs: 360_000_000,
    speakerId: "8",
    speakerName: null,
    affiliation: "Unknown",
    text: '=1+1, "so"',
  },
];

describe("a transcript as text", () => {
  it("is WebVTT with escaped words and voices", () => {
    expect(webVtt(lines)).toBe(
      "WEBVTT\n\n" +
        "00:00:00.000 --> 00:00:01.999\n<v Jane &lt;Smith&gt;>R&amp;D, is it? Yes.\n\n" +
        '01:02:03.004 --> 100:00:00.000\n=1+1, "so"\n',
    );
  });

  it("is SubRip with numbers and commas in its times", () => {
    expect(subRip(lines)).toBe(
      "1\n00:00:00,000 --> 00:00:01,999\nJane <Smith>: R&D, is it? Yes.\n\n" +
        '2\n01:02:03,004 --> 100:00:00,000\n=1+1, "so"\n',
    );
  });

  it("gives a sentence without length the shortest caption there is", () => {
    const [first] = lines;
    const instant = [{ ...first, startMs: 5000, endMs: 5000 }] as SpokenLine[]; // there is a first
    expect(webVtt(instant)).toContain("00:00:05.000 --> 00:00:05.001\n");
    expect(subRip(instant)).toContain("00:00:05,000 --> 00:00:05,001\n");
  });

  it("is CSV that no spreadsheet takes for formulas", () => {
    expect(transcriptTable(lines)).toBe(
      "start,end,speaker,affiliation,speakerId,text\r\n" +
        '0,1.999,Jane <Smith>,External,7,"R&D, is it?\n\nYes."\r\n' +
        `3723.004,360000,,Unknown,8,"'=1+1, ""so"""\r\n`,
    );
  });
});
