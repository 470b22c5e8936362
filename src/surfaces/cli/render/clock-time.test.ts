import { describe, expect, it } from "vitest";
import { clockTime, startParts } from "./clock-time.ts";

describe("a time in a recording", () => {
  it.each([
    [0, "00:00"],
    [59.99, "00:59"],
    [187.4, "03:07"],
    [3599, "59:59"],
    [3600, "1:00:00"],
    [36_061, "10:01:01"],
  ])("%d seconds is %s", (seconds, text) => expect(clockTime(seconds)).toBe(text));
});

describe("the start of a call", () => {
  it("is shown in the offset it came with", () => {
    expect(startParts("2025-01-13T01:30:00-08:00")).toEqual({ day: "2025-01-13", time: "01:30 -08:00" });
    expect(startParts("2025-01-13T09:30:00.250Z")).toEqual({ day: "2025-01-13", time: "09:30 UTC" });
  });
});
