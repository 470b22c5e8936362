import { expect, test } from "vitest";
import { dayAfter, periodOf } from "./period.ts";

const now = Date.parse("2026-03-02T15:00:00Z");

test("a period is full days before today", () => {
  expect(periodOf({ days: "7" }, now)).toEqual({ fromDate: "2026-02-23", toDate: "2026-03-02" });
  // December has 31 days, January 31, February 28: 90 days before 2 March is 2 December.
  expect(periodOf({}, now)).toEqual({ fromDate: "2025-12-02", toDate: "2026-03-02" });
  expect(periodOf({ days: "12" }, now)).toEqual(periodOf({}, now));
});

test("a period that somebody chose has its last day", () => {
  const chosen = { days: "chosen", from: "2026-02-01", to: "2026-02-28" };
  expect(periodOf(chosen, now)).toEqual({ fromDate: "2026-02-01", toDate: "2026-03-01" });
  expect(periodOf({ ...chosen, to: "" }, now)).toEqual(periodOf({}, now));
  expect(dayAfter("2024-02-28", 1)).toBe("2024-02-29");
});
