import { parseZonedTime } from "../calls/time.ts";

/** The company's clock. Gong: answers show times with the company's UTC offset, and dates mean the company's days. */
export interface CompanyTime {
  /** `Europe/Berlin` */
  readonly timeZone: string;
  /** `2026-06-10T21:50:07.428+02:00`; milliseconds only where there are some; UTC as `+00:00`, which every parser takes. */
  format(epochMs: number): string;
  /** Milliseconds of an ISO 8601 time with an offset, or of the start of a day; `undefined` for anything else. */
  parse(text: string): number | undefined;
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
/** Offsets change at quarter hours only, so one look at the calendar serves a quarter. */
const QUARTER_HOUR_MS = 900_000;
const MAX_REMEMBERED = 20_000;

export function companyTime(timeZone: string): CompanyTime {
  const offsetAt = offsetReader(timeZone);
  return {
    timeZone,
    format: (epochMs) => {
      const minutes = offsetAt(epochMs);
      const local = new Date(epochMs + minutes * 60_000).toISOString().replace(".000Z", "Z").slice(0, -1);
      return local + formatOffset(minutes);
    },
    parse: (text) => (DATE_ONLY.test(text) ? startOfDay(text, offsetAt) : parseZonedTime(text)?.epochMs),
  };
}

/** Whether a text can be a moment: what `CompanyTime.parse` takes in any time zone. */
export function isDateTime(text: string): boolean {
  return parseZonedTime(DATE_ONLY.test(text) ? utcMidnight(text) : text) !== undefined;
}

function utcMidnight(date: string): string {
  return `${date}T00:00:00Z`;
}

function startOfDay(date: string, offsetAt: (epochMs: number) => number): number | undefined {
  const utcMs = parseZonedTime(utcMidnight(date))?.epochMs;
  if (utcMs === undefined) return undefined;
  const guessMs = utcMs - offsetAt(utcMs) * 60_000;
  return utcMs - offsetAt(guessMs) * 60_000;
}

function offsetReader(timeZone: string): (epochMs: number) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const remembered = new Map<number, number>();
  return (epochMs) => {
    const quarter = Math.floor(epochMs / QUARTER_HOUR_MS);
    const known = remembered.get(quarter);
    if (known !== undefined) return known;
    const name = format.formatToParts(epochMs).find((part) => part.type === "timeZoneName")?.value ?? "";
    const minutes = readOffset(name);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(quarter, minutes);
    return minutes;
  };
}

/** `GMT-08:00` is -480, `GMT` is 0. */
function readOffset(name: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -size : size;
}

function formatOffset(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
