import type { CallId, UserId } from "../../calls/ids.ts";
import type { SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import { type Condition, counts } from "../database/call-visibility.ts";
import type { CoachingActivity, CoachingQuery } from "./coaching-activity.ts";

type WhenLeftOut = Omit<CoachingQuery, "fromMs" | "toMs">;

export class SqliteCoachingActivity implements CoachingActivity {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async directReports(managerId: UserId): Promise<readonly UserId[]> {
    const sql = "SELECT id FROM users WHERE manager_id = ? ORDER BY length(id), id";
    return this.#reader.all<{ id: UserId }>(sql, [managerId]).map(({ id }) => id);
  }

  async attendedCalls(query: CoachingQuery): Promise<ReadonlyMap<UserId, readonly CallId[]>> {
    const attended = "EXISTS (SELECT 1 FROM user_calls m WHERE m.call_key = v.key AND m.user_id = ?)";
    return this.#callsByReport(query, [
      ["v.started_ms >= ? AND v.started_ms < ?", query.fromMs, query.toMs],
      [attended, query.managerId],
    ]);
  }

  async scoredCalls(query: CoachingQuery): Promise<ReadonlyMap<UserId, readonly CallId[]>> {
    const scored = `EXISTS (SELECT 1 FROM answered_scorecards s WHERE s.call_id = v.call_id AND s.reviewer_user_id = ?
      AND s.reviewed_user_id = uc.user_id AND s.reviewed_ms >= ? AND s.reviewed_ms < ?)`;
    return this.#callsByReport(query, [[scored, query.managerId, query.fromMs, query.toMs]]);
  }

  async callsOfReports(
    query: WhenLeftOut,
    callIds: readonly CallId[],
  ): Promise<ReadonlyMap<UserId, readonly CallId[]>> {
    return this.#callsByReport(query, [["v.call_id IN (SELECT value FROM json_each(?))", JSON.stringify(callIds)]]);
  }

  #callsByReport(query: WhenLeftOut, asked: readonly Condition[]): ReadonlyMap<UserId, readonly CallId[]> {
    const conditions: readonly Condition[] = [
      ["u.manager_id = ?", query.managerId],
      ["v.workspace_id = ?", query.workspaceId],
      ...asked,
      ...counts("v.call_id", query),
    ];
    const where = conditions.map(([sql]) => sql).join(" AND ");
    const values: SqlValue[] = conditions.flatMap(([, ...each]) => each);
    const rows = this.#reader.all<{ userId: UserId; callId: CallId }>(
      `SELECT uc.user_id AS userId, v.call_id AS callId
       FROM visible_calls v JOIN user_calls uc ON uc.call_key = v.key JOIN users u ON u.id = uc.user_id
       WHERE ${where} ORDER BY v.started_ms, v.key`,
      values,
    );
    const byUser = Map.groupBy(rows, ({ userId }) => userId);
    return new Map([...byUser].map(([userId, calls]) => [userId, calls.map(({ callId }) => callId)]));
  }
}
