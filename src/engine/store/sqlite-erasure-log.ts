import type { CallId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { ErasedCall, ErasureLog } from "./erasure-log.ts";

export class SqliteErasureLog implements ErasureLog {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async note(callIds: readonly CallId[], erasedMs: number, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run(
      "INSERT OR REPLACE INTO erased_calls(call_id, erased_ms, is_scrubbed) SELECT value, ?, 0 FROM json_each(?)",
      [erasedMs, JSON.stringify(callIds)],
    );
  }

  async list(): Promise<readonly ErasedCall[]> {
    const rows = this.#reader.all<{ call_id: CallId; erased_ms: number; is_scrubbed: number }>(
      "SELECT call_id, erased_ms, is_scrubbed FROM erased_calls ORDER BY erased_ms, call_id",
    );
    return rows.map((row) => ({ callId: row.call_id, erasedMs: row.erased_ms, isScrubbed: row.is_scrubbed === 1 }));
  }

  async setScrubbed(callIds: readonly CallId[], transaction: Transaction): Promise<void> {
    const sql = "UPDATE erased_calls SET is_scrubbed = 1 WHERE call_id IN (SELECT value FROM json_each(?))";
    connectionOf(transaction).run(sql, [JSON.stringify(callIds)]);
  }

  async forget(callIds: readonly CallId[], transaction: Transaction): Promise<void> {
    const sql = "DELETE FROM erased_calls WHERE call_id IN (SELECT value FROM json_each(?))";
    connectionOf(transaction).run(sql, [JSON.stringify(callIds)]);
  }
}
