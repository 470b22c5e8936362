/**
 * A length or a place in a recording: `03:07`, from an hour on `1:03:07`. Seconds are cut, not rounded, as players show
 * them.
 */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (count: number) => String(count).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${pad(minutes)}:${pad(whole % 60)}`;
}

/** When a call started, in the offset it came with: its day, and its time of day with the offset. */
export function startParts(zonedTime: string): { readonly day: string; readonly time: string } {
  const [, day = zonedTime, time = "", offset = ""] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[^Z+-]*(.*)$/.exec(zonedTime) ?? [];
  return { day, time: `${time} ${offset === "Z" ? "UTC" : offset}`.trim() };
}
