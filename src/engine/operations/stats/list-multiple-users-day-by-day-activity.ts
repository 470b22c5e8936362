import { presentActivity } from "../../../gong-api/activity.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import {
  presentPeriod,
  presentUser,
  readPeriods,
  readDone,
  readStatsPage,
  type StatsParts,
  toTimeSpan,
} from "./stats-pages.ts";

/** Gong: every day of the span, for users with activity on one of them. */
export function listMultipleUsersDayByDayActivity(parts: StatsParts): GongApi["listMultipleUsersDayByDayActivity"] {
  return async (request) => {
    const spans = readPeriods(request.filter, "DAY").map((day) => toTimeSpan(day, parts.companyTime));
    const operationId = "listMultipleUsersDayByDayActivity";
    const { records, users, userIds } = await readStatsPage(parts, { ...request, operationId, who: "active" });
    const calls = await parts.userStats.listCalls({ userIds, spans, visibleTo: parts.actingUserId });
    const doneBy = await readDone(parts, { userIds, spans });
    const callsOf = Map.groupBy(calls, (call) => `${call.spanIndex} ${call.userId}`);
    return {
      records,
      usersDetailedActivities: users.map((user) => ({
        ...presentUser(user),
        userDailyActivityStats: spans.map((day, index) => {
          const ofDay = callsOf.get(`${index} ${user.id}`) ?? [];
          const idsOf = (isHost: boolean) => ofDay.filter((call) => call.isHost === isHost).map((call) => call.callId);
          const counted = { callsAsHost: idsOf(true), callsAttended: idsOf(false), ...doneBy(user.id, index) };
          return { ...presentActivity<readonly string[]>(counted, []), ...presentPeriod(day, parts.companyTime) };
        }),
      })),
    };
  };
}
