import { expect, test } from "vitest";
import { sayWhoIsUnknown } from "./say-who-is-unknown.ts";

const stereo = { isDualMono: false };

test("people who are all known need no warning", () => {
  expect(sayWhoIsUnknown(stereo, [{ source: "channel", affiliation: "Internal" }])).toEqual([]);
});

test("a shared channel whose people are of one side is said to be one", () => {
  expect(sayWhoIsUnknown(stereo, [{ source: "channel-side", affiliation: "External" }])).toEqual([
    "Several participants share a media channel: the side of each sentence is known, the person is not.",
  ]);
});

test("a channel that nobody is known to be on claims no side", () => {
  expect(sayWhoIsUnknown(stereo, [{ source: "channel-side", affiliation: "Unknown" }])).toEqual([
    expect.stringContaining("does not say whose"),
  ]);
});

test("silence and one sound for all are said", () => {
  expect(sayWhoIsUnknown(stereo, [])).toEqual(["No speech was found in the recording."]);
  expect(sayWhoIsUnknown({ isDualMono: true }, [{ source: "unseparated", affiliation: "Unknown" }])).toEqual([
    expect.stringContaining("same sound"),
    expect.stringContaining("not separated"),
  ]);
});
