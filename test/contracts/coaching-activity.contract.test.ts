import { expect, test } from "vitest";
import { connectionOf } from "../../src/engine/database/sqlite-database.ts";
import type { CoachingActivity } from "../../src/engine/store/coaching-activity.ts";
import { SqliteCallAccessStore } from "../../src/engine/store/sqlite-call-access-store.ts";
import { SqliteCoachingActivity } from "../../src/engine/store/sqlite-coaching-activity.ts";
import { coachingCases, type CoachingParts, describeCoachingContract } from "./coaching-activity.contract.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

async function open(): Promise<CoachingParts> {
  const parts = await openSqliteParts();
  await parts.database.transact(async (transaction) => {
    connectionOf(transaction).run(
      `INSERT INTO scorecards(id, workspace_id, name, is_enabled, review_method, questions, created_ms, updated_ms)
       VALUES ('s', '1', 'Discovery', 1, 'MANUAL', '[]', 1, 1)`,
    );
  });
  return {
    ...parts,
    callAccess: new SqliteCallAccessStore(parts.database),
    coaching: new SqliteCoachingActivity(parts.database),
    score: (callId, reviewer, reviewed, reviewedMs) =>
      parts.database.transact(async (transaction) => {
        connectionOf(transaction).run(
          `INSERT INTO answered_scorecards(id, scorecard_id, call_id, reviewed_user_id, reviewer_user_id, review_method, reviewed_ms,
           visibility, answers) VALUES (?, 's', ?, ?, ?, 'MANUAL', ?, 'PUBLIC', '[]')`,
          [`${callId}-${reviewer}`, callId, reviewed, reviewer, reviewedMs],
        );
      }),
  };
}

describeCoachingContract("SqliteCoachingActivity", open);

const broken: [string, (coaching: CoachingActivity) => Partial<CoachingActivity>][] = [
  ["takes the end of the time in", (c) => ({ attendedCalls: (q) => c.attendedCalls({ ...q, toMs: q.toMs + 1 }) })],
  ["knows no reports", () => ({ directReports: async () => [] })],
  ["passes over the time of a review", (c) => ({ scoredCalls: (q) => c.scoredCalls({ ...q, fromMs: 0 }) })],
  ["shows everybody everything", (c) => ({ attendedCalls: (q) => c.attendedCalls({ ...q, visibleTo: undefined }) })],
  ["shows what is hidden", (c) => ({ scoredCalls: (q) => c.scoredCalls({ ...q, hidden: undefined }) })],
  ["finds every call", (c) => ({ callsOfReports: (q) => c.attendedCalls({ fromMs: 0, toMs: 9e12, ...q }) })],
];

test.each(broken)("the contract notices one that %s", async (_, breakIt) => {
  const failed = await failedCases(coachingCases, async () => {
    const parts = await open();
    return { ...parts, coaching: override<CoachingActivity>(parts.coaching, breakIt(parts.coaching)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(coachingCases.length);
});
