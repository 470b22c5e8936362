import { describe, expect, it } from "vitest";
import {
  afterWindow,
  askAgainAt,
  backfillRange,
  countReread,
  firstState,
  isTooMuch,
  mayReread,
  narrowed,
  rereadDueMs,
  settledWindow,
  widened,
} from "./sync-plan.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.UTC(2026, 0, 31, 12);

describe("what a call came without", () => {
  const askAgain = askAgainAt(NOW_MS);
  const startedMs = NOW_MS - HOUR_MS;

  it("is asked for at once (a transcript) or an hour later (content)", () => {
    expect(askAgain("transcript", { startedMs, askedCount: 0 })).toBe(NOW_MS);
    expect(askAgain("content", { startedMs, askedCount: 0 })).toBe(NOW_MS + HOUR_MS);
  });

  it("is asked for ever more rarely, and at least once a day", () => {
    const waits = [1, 2, 3, 9].map((askedCount) => askAgain("transcript", { startedMs, askedCount }));
    expect(waits.map((atMs) => ((atMs ?? 0) - NOW_MS) / MINUTE_MS)).toEqual([14, 28, 56, 1440]);
  });

  it("is given up two weeks after the call, once it has been asked for", () => {
    const old = { startedMs: NOW_MS - 14 * DAY_MS - 1 };
    expect(askAgain("transcript", { ...old, askedCount: 1 })).toBeNull();
    expect(askAgain("transcript", { ...old, askedCount: 0 })).toBe(NOW_MS);
  });
});

describe("the windows of a backfill", () => {
  const state = firstState(NOW_MS, null);
  const untilMs = NOW_MS - 26 * HOUR_MS;

  it("begin with everything, to learn how many calls there are", () => {
    expect(state.pollFromMs).toBe(untilMs);
    expect(state.backfill && backfillRange(state.backfill, state)).toEqual({ fromMs: undefined, toMs: untilMs });
  });

  it("are cut where that is too much, first as if the calls were those of one year", () => {
    const range = { fromMs: undefined, toMs: untilMs };
    expect([3000, 3001].map((total) => isTooMuch(total, range, state))).toEqual([false, true]);
    const backfill = { untilMs, leftCount: null, spanMs: 1 };
    expect(narrowed(backfill, range, 20_000, state)).toEqual({
      untilMs,
      leftCount: 20_000,
      spanMs: 36.5 * DAY_MS,
    });
  });

  it("grow where few calls are, shrink where many are, and end with the rest", () => {
    const backfill = { untilMs, leftCount: 20_000, spanMs: 10 * DAY_MS };
    const range = backfillRange(backfill, state);
    expect(range).toEqual({ fromMs: untilMs - 10 * DAY_MS, toMs: untilMs });
    expect(afterWindow(backfill, range, 1000, state)).toEqual({
      untilMs: untilMs - 10 * DAY_MS,
      leftCount: 19_000,
      spanMs: 20 * DAY_MS,
    });
    expect(afterWindow(backfill, range, 4000, state)?.spanMs).toBe(5 * DAY_MS);
    expect(afterWindow(backfill, range, 0, state)?.spanMs).toBe(40 * DAY_MS);
    const rest = backfillRange({ ...backfill, leftCount: 3000 }, state);
    expect(rest).toEqual({ fromMs: undefined, toMs: untilMs });
    expect(afterWindow(backfill, rest, 3000, state)).toBeNull();
  });

  it("go further back when older calls are wanted after all", () => {
    const sinceMs = NOW_MS - 10 * DAY_MS;
    const done = { ...firstState(NOW_MS, sinceMs), backfill: null };
    expect(widened(done, sinceMs + 1)).toBe(done);
    expect(widened(done, sinceMs - DAY_MS)).toMatchObject({
      sinceMs: sinceMs - DAY_MS,
      backfill: { untilMs: sinceMs, leftCount: null },
    });
  });
});

describe("what was read", () => {
  it("leaves the poll after 26 hours, in pieces of six hours and more", () => {
    const state = firstState(NOW_MS, null);
    expect(settledWindow(state, NOW_MS + 6 * HOUR_MS - 1000)).toBeUndefined();
    expect(settledWindow(state, NOW_MS + 6 * HOUR_MS)).toEqual({
      fromMs: state.pollFromMs,
      toMs: state.pollFromMs + 6 * HOUR_MS,
      readMs: NOW_MS + 6 * HOUR_MS,
    });
  });

  it("is read again when its age has grown by half, not before six hours and not after thirty days", () => {
    const dueAfterHours = (ageHours: number) =>
      (rereadDueMs({ fromMs: 0, toMs: NOW_MS - ageHours * HOUR_MS, readMs: NOW_MS }) - NOW_MS) / HOUR_MS;
    expect([1, 26, 240, 87_600].map(dueAfterHours)).toEqual([6, 13, 120, 720]);
  });

  it("is read again with at most 2,000 requests a day", () => {
    const state = { ...firstState(NOW_MS, null), rereads: countReread(firstState(NOW_MS, null), NOW_MS) };
    expect(state.rereads.count).toBe(1);
    const spent = { ...state, rereads: { ...state.rereads, count: 2000 } };
    expect([mayReread(state, NOW_MS), mayReread(spent, NOW_MS), mayReread(spent, NOW_MS + DAY_MS)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
