import { expect, test } from "vitest";
import { formatZonedTime, hasOffset, parseZonedTime } from "./time.ts";

test.each([
  ["2025-01-13T01:30:00-08:00", 1_736_760_600_000, -480],
  ["2025-01-13T09:30:00Z", 1_736_760_600_000, 0],
  ["2025-01-13T15:00:00.250+05:30", 1_736_760_600_250, 330],
])("%s is read with its offset and written back as it came", (text, epochMs, offsetMinutes) => {
  expect(parseZonedTime(text)).toEqual({ epochMs, offsetMinutes });
  expect(formatZonedTime({ epochMs, offsetMinutes })).toBe(text);
});

test.each([
  "2025-01-13T01:30:00",
  "2025-01-13",
  "13.01.2025 01:30 Z",
  "2025-13-13T01:30:00Z",
  "2025-02-29T01:30:00Z",
  "",
])("%j is no time with an offset", (text) => {
  expect(parseZonedTime(text)).toBeUndefined();
});

test("the 29th of February is there in leap years", () => {
  expect(parseZonedTime("2024-02-29T00:00:00Z")).toEqual({ epochMs: 1_709_164_800_000, offsetMinutes: 0 });
});

test.each([
  ["2025-02-30T01:30:00-08:00", true],
  ["2025-01-13 01:30Z", true],
  ["2025-01-13T01:30:00", false],
  ["2025-01-13", false],
])("%s says its offset: %s", (text, expected) => {
  expect(hasOffset(text)).toBe(expected);
});
