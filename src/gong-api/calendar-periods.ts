/** Gong: the first day of a week is Monday. */
export const calendarUnits = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] as const;
export type CalendarUnit = (typeof calendarUnits)[number];

/** From a day to another, which is left out; both `YYYY-MM-DD`. */
export interface DateSpan {
  readonly fromDate: string;
  readonly toDate: string;
}

/** The units of the calendar that a span touches, in order; the first and the last are cut to the span. */
export function* calendarPeriods({ fromDate, toDate }: DateSpan, unit: CalendarUnit): Generator<DateSpan> {
  let start = fromDate;
  while (start < toDate) {
    const next = nextStart(start, unit);
    const end = next < toDate ? next : toDate;
    yield { fromDate: start, toDate: end };
    start = end;
  }
}

/** The first day after `date` that a unit begins with. */
function nextStart(date: string, unit: CalendarUnit): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  if (unit === "YEAR") return dateOf(year + 1, 1);
  if (unit === "QUARTER") return dateOf(year, Math.ceil(month / 3) * 3 + 1);
  if (unit === "MONTH") return dateOf(year, month + 1);
  const day = new Date(`${date}T00:00:00Z`);
  const isoWeekday = day.getUTCDay() || 7;
  day.setUTCDate(day.getUTCDate() + (unit === "WEEK" ? 8 - isoWeekday : 1));
  return day.toISOString().slice(0, 10);
}

/** The first of a month; the 13th is the next year's first. */
function dateOf(year: number, month: number): string {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${String(inYear).padStart(4, "0")}-${String(inMonth).padStart(2, "0")}-01`;
}
