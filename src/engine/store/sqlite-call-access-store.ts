import type { CallId, UserId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CallAccess, CallAccessStore } from "./call-access-store.ts";
import { mayBeSeenBy } from "../database/call-visibility.ts";

export class SqliteCallAccessStore implements CallAccessStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async grant(access: readonly CallAccess[], transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const sql = "INSERT INTO call_access(call_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
    for (const { callId, userIds } of access) for (const userId of userIds) connection.run(sql, [callId, userId]);
  }

  async revoke(access: readonly CallAccess[], transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const sql = "DELETE FROM call_access WHERE call_id = ? AND user_id = ?";
    for (const { callId, userIds } of access) for (const userId of userIds) connection.run(sql, [callId, userId]);
  }

  async seen(callIds: readonly CallId[], visibleTo?: UserId): Promise<ReadonlySet<CallId>> {
    const [user, ...values] = visibleTo === undefined ? ["true"] : mayBeSeenBy("c.id", visibleTo);
    const rows = this.#reader.all<{ id: CallId }>(
      `SELECT c.id FROM calls c WHERE c.id IN (SELECT value FROM json_each(?)) AND ${user}`,
      [JSON.stringify(callIds), ...values],
    );
    return new Set(rows.map((row) => row.id));
  }

  async list(callIds: readonly CallId[]): Promise<readonly CallAccess[]> {
    const rows = this.#reader.all<{ callId: CallId; userId: UserId }>(
      `SELECT call_id AS callId, user_id AS userId FROM call_access
       WHERE call_id IN (SELECT value FROM json_each(?)) ORDER BY call_id, user_id`,
      [JSON.stringify(callIds)],
    );
    const byCall = Map.groupBy(rows, (row) => row.callId);
    return callIds.map((callId) => ({ callId, userIds: (byCall.get(callId) ?? []).map((row) => row.userId) }));
  }
}
