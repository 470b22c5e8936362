import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentStats } from "../../../gong-api/present/present-call-data.ts";
import { presentSpan, presentUser, readStatsPage, type StatsParts } from "./stats-pages.ts";

/** Gong: each figure is computed for every call and then averaged over the calls of its host. */
export function listInteractionStats(parts: StatsParts): GongApi["listInteractionStats"] {
  return async (request) => {
    const operationId = "listInteractionStats";
    const { records, users, userIds, span } = await readStatsPage(parts, { ...request, operationId, who: "measured" });
    const averages = await parts.userStats.averages({ userIds, span, visibleTo: parts.actingUserId });
    return {
      records,
      peopleInteractionStats: users.map((user) => {
        const stats = averages.get(user.id);
        return { ...presentUser(user), personInteractionStats: stats === undefined ? [] : presentStats(stats) };
      }),
      ...presentSpan(span, parts.companyTime),
    };
  };
}
