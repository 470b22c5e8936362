import { expect, it } from "vitest";
import { calendarPeriods, type CalendarUnit } from "./calendar-periods.ts";

function starts(fromDate: string, toDate: string, unit: CalendarUnit): string[] {
  return [...calendarPeriods({ fromDate, toDate }, unit)].map((period) => period.fromDate);
}

it("cuts the first and the last period to the span", () => {
  expect([...calendarPeriods({ fromDate: "2026-01-15", toDate: "2026-03-02" }, "MONTH")]).toEqual([
    { fromDate: "2026-01-15", toDate: "2026-02-01" },
    { fromDate: "2026-02-01", toDate: "2026-03-01" },
    { fromDate: "2026-03-01", toDate: "2026-03-02" },
  ]);
});

it("begins weeks on Monday", () => {
  // 2026-06-07 is a Sunday, 2026-06-08 a Monday.
  expect(starts("2026-06-07", "2026-06-23", "WEEK")).toEqual(["2026-06-07", "2026-06-08", "2026-06-15", "2026-06-22"]);
  expect(starts("2026-06-08", "2026-06-16", "WEEK")).toEqual(["2026-06-08", "2026-06-15"]);
});

it("counts every day once, over the end of a month and a leap day", () => {
  expect(starts("2024-02-28", "2024-03-02", "DAY")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
});

it("knows quarters and years", () => {
  expect(starts("2025-11-30", "2026-07-02", "QUARTER")).toEqual([
    "2025-11-30",
    "2026-01-01",
    "2026-04-01",
    "2026-07-01",
  ]);
  expect(starts("2024-12-31", "2026-01-02", "YEAR")).toEqual(["2024-12-31", "2025-01-01", "2026-01-01"]);
  expect(starts("2025-12-01", "2026-02-01", "MONTH")).toEqual(["2025-12-01", "2026-01-01"]);
});

it("has no period where the span has no day", () => {
  expect(starts("2026-01-01", "2026-01-01", "DAY")).toEqual([]);
});
