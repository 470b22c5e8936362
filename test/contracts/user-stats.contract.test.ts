import { expect, test } from "vitest";
import { connectionOf } from "../../src/engine/database/sqlite-database.ts";
import { SqliteCallAccessStore } from "../../src/engine/store/sqlite-call-access-store.ts";
import { SqliteUserStats } from "../../src/engine/store/sqlite-user-stats.ts";
import type { UserStats } from "../../src/engine/store/user-stats.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";
import { describeUserStatsContract, userStatsCases, type UserStatsParts } from "./user-stats.contract.ts";

async function open(): Promise<UserStatsParts> {
  const parts = await openSqliteParts();
  return {
    ...parts,
    callAccess: new SqliteCallAccessStore(parts.database),
    userStats: new SqliteUserStats(parts.database),
    review: (callId, reviewer, reviewedMs) =>
      parts.database.transact(async (transaction) => {
        connectionOf(transaction).run(
          `INSERT INTO scorecards(id, workspace_id, name, is_enabled, review_method, questions, created_ms, updated_ms)
           VALUES ('s', '1', 'Discovery', 1, 'MANUAL', '[]', 1, 1)`,
        );
        connectionOf(transaction).run(
          `INSERT INTO answered_scorecards(id, scorecard_id, call_id, reviewed_user_id, reviewer_user_id, review_method, reviewed_ms,
           visibility, answers) SELECT 'a', 's', id, record ->> 'primaryUserId', ?, 'MANUAL', ?, 'PUBLIC', '[]' FROM calls WHERE id = ?`,
          [reviewer, reviewedMs, callId],
        );
      }),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}

describeUserStatsContract("SqliteUserStats", open);

const broken: [string, (stats: UserStats) => Partial<UserStats>][] = [
  [
    "counts hosts as participants",
    (stats) => ({
      countCalls: async (q) => (await stats.countCalls(q)).map((c) => ({ ...c, attended: c.attended + c.hosted })),
    }),
  ],
  [
    "takes only the first span",
    (stats) => ({ listCalls: (q) => stats.listCalls({ ...q, spans: q.spans.slice(0, 1) }) }),
  ],
  ["takes everybody for measured", (stats) => ({ users: (q) => stats.users({ ...q, who: "active" }) })],
  ["passes over ids", (stats) => ({ users: (q) => stats.users({ ...q, userIds: undefined }) })],
  ["passes over when users were entered", (stats) => ({ users: (q) => stats.users({ ...q, createdToMs: undefined }) })],
  ["counts again for each page", (stats) => ({ users: async (q) => ({ ...(await stats.users(q)), total: -1 }) })],
  ["averages with nobody's eyes", (stats) => ({ averages: (q) => stats.averages({ ...q, visibleTo: undefined }) })],
  ["averages hidden calls", (stats) => ({ averages: (q) => stats.averages({ ...q, hidden: undefined }) })],
  ["shows hosts to everybody", (stats) => ({ hosts: (ids) => stats.hosts(ids, {}) })],
  ["does not believe who is active", (stats) => ({ users: (q) => stats.users({ ...q, alsoActive: undefined }) })],
  ["averages nothing", () => ({ averages: async () => new Map() })],
];

test.each(broken)("the contract notices statistics that %s", async (_, breakIt) => {
  const failed = await failedCases(userStatsCases, async () => {
    const parts = await open();
    return { ...parts, userStats: override<UserStats>(parts.userStats, breakIt(parts.userStats)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(userStatsCases.length);
});
