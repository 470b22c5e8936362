import { expect, test } from "vitest";
import { nextStartMs, rememberStart } from "./pace.ts";

const three = { perSecond: 3 };

/** Starts of so many requests that are asked for at once. */
function startsOf(count: number, limits: { perSecond: number }, nowMs = 0): number[] {
  const starts: number[] = [];
  let remembered: readonly number[] = [];
  for (let request = 0; request < count; request += 1) {
    const startMs = nextStartMs(remembered, limits, nowMs);
    remembered = rememberStart(remembered, startMs, limits);
    starts.push(startMs);
  }
  return starts;
}

test("two of three requests a second go at once, and never more than three within a second", () => {
  expect(startsOf(7, three)).toEqual([0, 0, 334, 1010, 1010, 1344, 2020]);
});

test("with one request a second there is one in each", () => {
  expect(startsOf(3, { perSecond: 1 })).toEqual([0, 1010, 2020]);
});

test("whoever waited long enough starts at once", () => {
  expect(nextStartMs([0, 0, 334], three, 5000)).toBe(5000);
});

test("whoever asks later does not go before who has a place, though a looser limit or a clock set back leave room", () => {
  expect(nextStartMs([2020], three, 0)).toBe(2020);
  expect(nextStartMs([0, 0, 5000], three, 400)).toBe(5000);
});

test("places taken while the clock was ahead hold nobody up", () => {
  expect(nextStartMs([9_000_000, 9_000_000, 9_000_334], three, 0)).toBe(0);
});

test("where nothing is limited nobody waits", () => {
  expect(nextStartMs([], {}, 42)).toBe(42);
});
