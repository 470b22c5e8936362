import { clockTime } from "../../../src/connection/clock-time.ts";

/** Dates and numbers as the reader's own browser writes them, in the reader's zone. */
const DAY_MS = 86_400_000;

/** `today 14:05`, `Mon, Nov 23, 14:05`; with the year where it is not this one. */
export function shortTime(written: string, nowMs: number): string {
  const ms = Date.parse(written);
  const isToday = new Date(ms).toDateString() === new Date(nowMs).toDateString();
  if (isToday) return `Today, ${new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(ms)}`;
  const isThisYear = Math.abs(nowMs - ms) < 300 * DAY_MS;
  return new Intl.DateTimeFormat(undefined, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
    hour: "numeric",
    minute: "2-digit",
  }).format(ms);
}

/** To the second, with the zone, and as it was where the call was. */
export function exactTime(written: string): string {
  const here = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" }).format(Date.parse(written));
  return `${here} (written ${written})`;
}

export function shortDay(written: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }).format(Date.parse(written));
}

export function length(seconds: number | null): string {
  return seconds === null ? "–" : clockTime(seconds);
}

/** `1.2`, `0.75`: three digits that count at most. */
export function shortNumber(value: number): string {
  return new Intl.NumberFormat(undefined, { maximumSignificantDigits: value >= 100 ? 4 : 3 }).format(value);
}

export function wholeNumber(value: number): string {
  return new Intl.NumberFormat().format(value);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
