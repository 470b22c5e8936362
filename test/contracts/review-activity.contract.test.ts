import { expect, test } from "vitest";
import { SqliteUserStats } from "../../src/engine/store/sqlite-user-stats.ts";
import type { UserStats } from "../../src/engine/store/user-stats.ts";
import { describeCases, failedCases, override } from "./contract-cases.ts";
import { reviewActivityCases, type ReviewActivityParts } from "./review-activity-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

async function open(): Promise<ReviewActivityParts> {
  const parts = await openSqliteParts();
  return {
    ...parts,
    userStats: new SqliteUserStats(parts.database),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}

describeCases("SqliteUserStats count reviews", reviewActivityCases, open);

const broken: [string, (stats: UserStats) => Partial<UserStats>][] = [
  ["forget reviewers", (s) => ({ listReviewedCalls: async (q) => (await s.listReviewedCalls(q)).slice(1) })],
  [
    "count with nobody's eyes",
    (s) => ({ listReviewedCalls: (q) => s.listReviewedCalls({ ...q, visibleTo: undefined }) }),
  ],
  ["take everybody for active", (s) => ({ users: (q) => s.users({ ...q, who: "everybody" }) })],
];

test.each(broken)("the contract notices statistics that %s", async (_, breakIt) => {
  const failed = await failedCases(reviewActivityCases, async () => {
    const parts = await open();
    return {
      ...parts,
      userStats: override<UserStats>(parts.userStats, breakIt(parts.userStats)),
      [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
    };
  });
  expect(failed).toHaveLength(1);
});
