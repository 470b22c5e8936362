import type { ZonedTime } from "../../calls/time.ts";
import type { Random } from "./random.ts";

const DAY_MS = 86_400_000;
/** Further away, the month is said as well. */
const NEAR_DAYS = 20;
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = "January February March April May June July August September October November December".split(" ");

/** When the next meeting is, as one says it: `Tuesday the 14th`, `10:30`. Where none is planned yet, one that could be. */
export function nextMeeting(
  now: ZonedTime,
  planned: ZonedTime | undefined,
  random: Random,
): { nextDay: string; nextTime: string } {
  const next = planned ?? inSomeDays(now, random);
  const local = new Date(next.epochMs + next.offsetMinutes * 60_000);
  const day = local.getUTCDate();
  const isNear = next.epochMs - now.epochMs < NEAR_DAYS * DAY_MS;
  const month = isNear ? "" : ` of ${months[local.getUTCMonth()] ?? ""}`;
  return {
    nextDay: `${weekdays[local.getUTCDay()] ?? ""} the ${day}${ordinalEnding(day)}${month}`,
    nextTime: clockTime(local.getUTCHours(), local.getUTCMinutes()),
  };
}

/** At the same time of day, between Monday and Friday. */
function inSomeDays(now: ZonedTime, random: Random): ZonedTime {
  const days = random.whole(4, 12);
  const weekday = new Date(now.epochMs + now.offsetMinutes * 60_000 + days * DAY_MS).getUTCDay();
  const laterDays = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return { ...now, epochMs: now.epochMs + (days + laterDays) * DAY_MS };
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

function clockTime(hours: number, minutes: number): string {
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return minutes === 0 ? `${hour} o'clock` : `${hour}:${String(minutes).padStart(2, "0")}`;
}
