import type { AddressState } from "../../ui/use-address.ts";

/** Whole days, the last one not included, as Gong's statistics want them: `2026-11-29`. */
export interface Period {
  readonly fromDate: string;
  readonly toDate: string;
}

export const spans = [
  { days: 7, label: "Last 7 days" },
  { days: 30, label: "Last 30 days" },
  { days: 90, label: "Last 90 days" },
  { days: 365, label: "Last 365 days" },
] as const;
export const USUAL_DAYS = 90;
const DAY_MS = 86_400_000;
const day = /^\d{4}-\d\d-\d\d$/;

/** The days that the address names, or the last full days before now. The last day of a period that somebody chose is part of it. */
export function periodOf({ days, from = "", to = "" }: AddressState, nowMs: number): Period {
  if (days === "chosen" && day.test(from) && day.test(to)) return { fromDate: from, toDate: dayAfter(to, 1) };
  const span = spans.find((one) => String(one.days) === days)?.days ?? USUAL_DAYS;
  const today = dayOf(nowMs);
  return { fromDate: dayAfter(today, -span), toDate: today };
}

export function dayAfter(date: string, days: number): string {
  return dayOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
