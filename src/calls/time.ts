/** A moment together with the UTC offset its sender wrote, so that it can be shown as it came. */
export interface ZonedTime {
  readonly epochMs: number;
  readonly offsetMinutes: number;
}

const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Reads an ISO 8601 time that has an offset (`2025-01-13T01:30:00-08:00`, `…Z`); anything else gives `undefined`. */
export function parseZonedTime(text: string): ZonedTime | undefined {
  if (!ISO_WITH_OFFSET.test(text) || !isOnCalendar(text.slice(0, 10))) return undefined;
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) return undefined;
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!offset) return { epochMs, offsetMinutes: 0 };
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return { epochMs, offsetMinutes: offset[1] === "-" ? -minutes : minutes };
}

/** Whether a text that may be no time at all ends with a UTC offset. */
export function hasOffset(text: string): boolean {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) && /:/.test(text);
}

/** JavaScript takes 30 February for 2 March. */
function isOnCalendar(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDate() === Number(date.slice(8));
}

/** Writes a moment in the given offset: `2025-01-13T01:30:00-08:00`; UTC as `Z`; milliseconds only where there are some. */
export function formatZonedTime(time: ZonedTime): string {
  const local = new Date(time.epochMs + time.offsetMinutes * 60_000).toISOString().replace(".000Z", "Z").slice(0, -1);
  if (time.offsetMinutes === 0) return `${local}Z`;
  const minutes = Math.abs(time.offsetMinutes);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${local}${time.offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
