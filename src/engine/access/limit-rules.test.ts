import { expect, test } from "vitest";
import type { CompanyLimits } from "./limit-ledger.ts";
import { admitRequest, type LimitState, noRequests } from "./limit-rules.ts";

/** 13 January 2025, noon. */
const NOON_MS = Date.UTC(2025, 0, 13, 12);
const GONG: CompanyLimits = { perSecond: 3, perDay: 10_000 };

/** What each of several requests is told: 0 for an answer, else the seconds to wait. */
function waits(limits: CompanyLimits, timesMs: readonly number[], start: LimitState = noRequests): number[] {
  let state = start;
  return timesMs.map((timeMs) => {
    const decided = admitRequest(state, limits, timeMs);
    state = decided.state;
    return decided.admission.isAdmitted ? 0 : decided.admission.retryAfterSeconds;
  });
}

test("three requests at once are answered, the fourth is to come back in a second", () => {
  expect(waits(GONG, [NOON_MS, NOON_MS, NOON_MS, NOON_MS])).toEqual([0, 0, 0, 1]);
});

test("after a burst there is room for one request each third of a second", () => {
  const times = [0, 0, 0, 333, 334, 600, 667, 1000, 1000].map((afterMs) => NOON_MS + afterMs);
  expect(waits(GONG, times)).toEqual([0, 0, 0, 1, 0, 1, 0, 0, 1]);
});

test("a second's rest makes room for a full burst", () => {
  const times = [0, 0, 0, 1000, 1000, 1000, 1000].map((afterMs) => NOON_MS + afterMs);
  expect(waits(GONG, times)).toEqual([0, 0, 0, 0, 0, 0, 1]);
});

test("an even pace is never refused", () => {
  const times = Array.from({ length: 300 }, (_, position) => NOON_MS + Math.ceil((position * 1000) / 3));
  expect(waits(GONG, times).every((wait) => wait === 0)).toBe(true);
});

test("who retries while refused does not wait longer for it", () => {
  const times = [0, 0, 0, 10, 20, 30, 40, 334].map((afterMs) => NOON_MS + afterMs);
  expect(waits(GONG, times).at(-1)).toBe(0);
});

test("the day's last request is answered, the next one is to come back tomorrow", () => {
  const day = Math.floor(NOON_MS / 86_400_000);
  const state = { emptyMs: 0, day, dayCount: 9999 };
  expect(waits(GONG, [NOON_MS, NOON_MS + 500], state)).toEqual([0, 12 * 3600]);
});

test("seconds to wait are rounded up, so that who keeps to them is answered", () => {
  const state = { emptyMs: 0, day: Math.floor(NOON_MS / 86_400_000), dayCount: 10 };
  const lateMs = Date.UTC(2025, 0, 13, 23, 59, 58, 1);
  expect(waits({ perDay: 10 }, [lateMs, lateMs + 2000], state)).toEqual([2, 0]);
});

test("a request that the day refuses leaves the second's bucket as it is", () => {
  const state = { emptyMs: 0, day: Math.floor(NOON_MS / 86_400_000), dayCount: 10 };
  const decided = admitRequest(state, { perSecond: 3, perDay: 10 }, NOON_MS);
  expect(decided.admission).toEqual({ isAdmitted: false, limit: "day", retryAfterSeconds: 43_200 });
  expect(decided.state).toBe(state);
});

test("nobody waits for the time that a clock had shown before it was set back", () => {
  const state = { emptyMs: NOON_MS + 1000, day: 0, dayCount: 0 };
  expect(waits({ perSecond: 3 }, [NOON_MS], state)).toEqual([1]);
  expect(waits({ perSecond: 3 }, [NOON_MS - 60_000], state)).toEqual([0]);
});

test("where nothing is limited everything is answered", () => {
  expect(
    waits(
      {},
      Array.from({ length: 100 }, () => NOON_MS),
    ).every((wait) => wait === 0),
  ).toBe(true);
});
