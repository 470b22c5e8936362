import { named } from "./quoted.ts";

/** `2025-01-13 01:30 -08:00` */
export function startTime(zonedTime: string): string {
  const [, day, time, offset] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d)$/.exec(zonedTime) ?? [];
  if (day === undefined || time === undefined || offset === undefined) return named(zonedTime);
  return `${day} ${time} ${offset === "Z" ? "UTC" : offset}`;
}
