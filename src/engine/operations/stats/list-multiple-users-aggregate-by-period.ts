import { presentActivity } from "../../../gong-api/activity.ts";
import { type CalendarUnit, calendarUnits } from "../../../gong-api/calendar-periods.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import {
  countDone,
  presentPeriod,
  presentUser,
  readPeriods,
  readDone,
  readStatsPage,
  type StatsParts,
  toTimeSpan,
} from "./stats-pages.ts";

/** Gong: users that were asked for are answered without activity too. */
export function listMultipleUsersAggregateByPeriod(parts: StatsParts): GongApi["listMultipleUsersAggregateByPeriod"] {
  return async ({ aggregationPeriod, ...request }) => {
    const unit = readUnit(aggregationPeriod);
    const spans = readPeriods(request.filter, unit).map((period) => toTimeSpan(period, parts.companyTime));
    const { records, users, userIds } = await readStatsPage(parts, {
      ...request,
      operationId: "listMultipleUsersAggregateByPeriod",
      who: request.filter.userIds?.length ? "everybody" : "active",
      by: unit,
    });
    const counts = await parts.userStats.countCalls({ userIds, spans, visibleTo: parts.actingUserId });
    const doneBy = await readDone(parts, { userIds, spans });
    const countsOf = new Map(counts.map((count) => [`${count.spanIndex} ${count.userId}`, count]));
    return {
      records,
      usersAggregateActivity: users.map((user) => ({
        ...presentUser(user),
        userAggregateActivity: spans.map((span, index) => {
          const { hosted = 0, attended = 0 } = countsOf.get(`${index} ${user.id}`) ?? {};
          const counted = { callsAsHost: hosted, callsAttended: attended, ...countDone(doneBy(user.id, index)) };
          const activity = presentActivity(counted, 0);
          return { ...activity, ...presentPeriod(span, parts.companyTime) };
        }),
      })),
    };
  };
}

function readUnit(text: string): CalendarUnit {
  const unit = calendarUnits.find((known) => known === text);
  if (unit !== undefined) return unit;
  const known = `[${calendarUnits.join(", ")}]`;
  throw wireError("json-broken", `aggregationPeriod: not one of the values accepted: ${known}`);
}
