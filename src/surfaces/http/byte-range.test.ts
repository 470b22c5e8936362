import { describe, expect, it } from "vitest";
import { isRangeCurrent, parseByteRange } from "./byte-range.ts";

describe("parseByteRange of a file of 100 bytes", () => {
  it.each([
    ["bytes=0-9", 0, 9],
    ["bytes=10-", 10, 99],
    ["bytes=99-99", 99, 99],
    ["bytes=90-1000", 90, 99],
    ["bytes=-10", 90, 99],
    ["bytes=-1000", 0, 99],
    ["Bytes= 5-6 ", 5, 6],
    ["bytes=0-99999999999999999999999999", 0, 99],
  ])("reads %s", (header, start, end) => {
    expect(parseByteRange(header, 100)).toEqual({ kind: "part", start, end });
  });

  it.each(["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999999-"])(
    "finds nothing of %s in it",
    (header) => {
      expect(parseByteRange(header, 100)).toEqual({ kind: "unsatisfiable" });
    },
  );

  it.each([undefined, "", "bytes=", "bytes=-", "bytes=9-5", "bytes=0-1,5-6", "items=0-5", "bytes=a-b", "bytes=1.5-3"])(
    "answers %s with the whole",
    (header) => {
      expect(parseByteRange(header, 100)).toEqual({ kind: "whole" });
    },
  );

  it("finds no range at all in an empty file", () => {
    expect(parseByteRange("bytes=0-", 0)).toEqual({ kind: "unsatisfiable" });
    expect(parseByteRange("bytes=-5", 0)).toEqual({ kind: "unsatisfiable" });
  });
});

describe("isRangeCurrent", () => {
  it("holds without If-Range and with the recording's own ETag", () => {
    expect(isRangeCurrent(undefined, '"a"')).toBe(true);
    expect(isRangeCurrent('"a"', '"a"')).toBe(true);
  });

  it("fails with another ETag, a weak one and a date", () => {
    expect(isRangeCurrent('"b"', '"a"')).toBe(false);
    expect(isRangeCurrent('W/"a"', '"a"')).toBe(false);
    expect(isRangeCurrent("Mon, 13 Jan 2025 09:30:00 GMT", '"a"')).toBe(false);
  });
});
