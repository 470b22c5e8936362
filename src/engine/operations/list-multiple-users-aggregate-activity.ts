import { presentActivity } from "../../gong-api/activity.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import { presentSpan, presentUser, readStatsPage, type StatsParts } from "./stats-pages.ts";

/** Gong: users without activity in the span are left out, those that were asked for too. */
export function listMultipleUsersAggregateActivity(parts: StatsParts): GongApi["listMultipleUsersAggregateActivity"] {
  return async (request) => {
    const operationId = "listMultipleUsersAggregateActivity";
    const { records, users, userIds, span } = await readStatsPage(parts, { ...request, operationId, who: "active" });
    const visibleTo = parts.actingUserId;
    const counts = await parts.userStats.countCalls({ userIds, spans: [span], visibleTo });
    const countsOf = new Map(counts.map((count) => [count.userId, count]));
    return {
      records,
      usersAggregateActivityStats: users.map((user) => {
        const { hosted = 0, attended = 0 } = countsOf.get(user.id) ?? {};
        const userAggregateActivityStats = presentActivity({ callsAsHost: hosted, callsAttended: attended }, 0);
        return { ...presentUser(user), userAggregateActivityStats };
      }),
      ...presentSpan(span, parts.companyTime),
    };
  };
}
