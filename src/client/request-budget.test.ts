import { expect, test } from "vitest";
import { requestBudget } from "./request-budget.ts";
import type { RequestLedger, Reservation } from "./request-ledger.ts";

/** A budget of a ledger that answers these, on a clock that sleeping moves. */
function budgetOf(answers: readonly Reservation[]) {
  const clock = { nowMs: 1000 };
  const happened: string[] = [];
  const rest = [...answers];
  const ledger: RequestLedger = {
    reserve: async () => {
      happened.push(`asked at ${clock.nowMs}`);
      return rest.shift() ?? { startMs: clock.nowMs };
    },
    block: async (_, untilMs) => void happened.push(`paused until ${untilMs}`),
    countDay: async () => 7,
  };
  const budget = requestBudget({
    ledger,
    company: "acme",
    limits: { perSecond: 3, perDay: 10 },
    clock: () => clock.nowMs,
    sleep: async (durationMs, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
      clock.nowMs += durationMs;
    },
    maxWaitMs: 120_000,
  });
  return { budget, happened, clock };
}

test("requests of a process take their places one after the other, each when the one before has gone", async () => {
  const { budget, happened } = budgetOf([{ startMs: 1000 }, { startMs: 1334 }, { startMs: 2010 }]);
  await Promise.all([budget.take(undefined), budget.take(undefined), budget.take(undefined)]);
  expect(happened).toEqual(["asked at 1000", "asked at 1000", "asked at 1334"]);
});

test("a pause that is short enough is waited for, and the place is asked for again", async () => {
  const { budget, happened, clock } = budgetOf([{ refusedUntilMs: 61_000, why: "told" }, { startMs: 61_200 }]);
  await budget.take(undefined);
  expect([happened, clock.nowMs]).toEqual([["asked at 1000", "asked at 61000"], 61_200]);
});

test("a longer one ends what is done, with the time from which on it goes, and holds up nobody after it", async () => {
  const { budget } = budgetOf([{ refusedUntilMs: 7_201_000, why: "day" }, { startMs: 1000 }]);
  const [first, second] = await Promise.allSettled([budget.take(undefined), budget.take(undefined)]);
  expect(first).toMatchObject({ reason: { code: "remote-limit", retryAtMs: 7_201_000 } });
  expect(first).toMatchObject({ reason: { message: expect.stringContaining("The 10 requests") } });
  expect(second).toMatchObject({ status: "fulfilled" });
});

test("whoever gives up takes no place", async () => {
  const { budget, happened } = budgetOf([{ startMs: 1500 }]);
  const giving = new AbortController();
  const [going, given] = [budget.take(undefined), budget.take(giving.signal)];
  giving.abort(new Error("Interrupted."));
  await going;
  await expect(given).rejects.toThrow("Interrupted.");
  expect(happened).toEqual(["asked at 1000"]);
});

test("Retry-After is kept as a time", async () => {
  const { budget, happened } = budgetOf([]);
  await budget.pause(7000);
  expect(happened).toEqual(["paused until 8000"]);
});
