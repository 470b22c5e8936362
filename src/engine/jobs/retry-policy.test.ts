import { expect, test } from "vitest";
import { StageError } from "../../calls/errors.ts";
import { retryDelayMs } from "./retry-policy.ts";

const passing = new StageError("media-unreachable", "down", { isTransient: true });
const lasting = new StageError("media-not-found", "gone", { isTransient: false });

test("a passing failure is tried five times, ever later", () => {
  expect([1, 2, 3, 4, 5].map((attempt) => retryDelayMs(passing, attempt))).toEqual([
    2_000,
    8_000,
    32_000,
    128_000,
    undefined,
  ]);
});

test("what cannot get better is not tried again", () => {
  expect(retryDelayMs(lasting, 1)).toBeUndefined();
});

test("our own mistakes get one more chance", () => {
  expect([1, 2].map((attempt) => retryDelayMs(new TypeError("oops"), attempt))).toEqual([2_000, undefined]);
});
