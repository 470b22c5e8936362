import { presentActivity } from "../../../gong-api/activity.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { countDone, presentSpan, presentUser, readDone, readStatsPage, type StatsParts } from "./stats-pages.ts";

/** Gong: users without activity in the span are left out, those that were asked for too. */
export function listMultipleUsersAggregateActivity(parts: StatsParts): GongApi["listMultipleUsersAggregateActivity"] {
  return async (request) => {
    const operationId = "listMultipleUsersAggregateActivity";
    const { records, users, userIds, span } = await readStatsPage(parts, { ...request, operationId, who: "active" });
    const query = { userIds, spans: [span] };
    const counts = await parts.userStats.countCalls({ ...query, visibleTo: parts.actingUserId });
    const doneBy = await readDone(parts, query);
    const countsOf = new Map(counts.map((count) => [count.userId, count]));
    return {
      records,
      usersAggregateActivityStats: users.map((user) => {
        const { hosted = 0, attended = 0 } = countsOf.get(user.id) ?? {};
        const counted = { callsAsHost: hosted, callsAttended: attended, ...countDone(doneBy(user.id, 0)) };
        const userAggregateActivityStats = presentActivity(counted, 0);
        return { ...presentUser(user), userAggregateActivityStats };
      }),
      ...presentSpan(span, parts.companyTime),
    };
  };
}
