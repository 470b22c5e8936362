import type { CallId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { Erasure, ErasureLog } from "./erasure-log.ts";

interface ErasureRow {
  readonly key: number;
  readonly call_ids: string;
  readonly erased_ms: number;
  readonly is_scrubbed: number;
}

export class SqliteErasureLog implements ErasureLog {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async note(callIds: readonly CallId[], erasedMs: number, transaction: Transaction): Promise<void> {
    const sql = "INSERT INTO erasures(call_ids, erased_ms, is_scrubbed) VALUES (?, ?, 0)";
    connectionOf(transaction).run(sql, [JSON.stringify(callIds), erasedMs]);
  }

  async list(): Promise<readonly Erasure[]> {
    return this.#reader.all<ErasureRow>("SELECT * FROM erasures ORDER BY key").map((row) => ({
      key: row.key,
      callIds: JSON.parse(row.call_ids) as CallId[], // written by note
      erasedMs: row.erased_ms,
      isScrubbed: row.is_scrubbed === 1,
    }));
  }

  async setScrubbed(keys: readonly number[], transaction: Transaction): Promise<void> {
    const sql = "UPDATE erasures SET is_scrubbed = 1 WHERE key IN (SELECT value FROM json_each(?))";
    connectionOf(transaction).run(sql, [JSON.stringify(keys)]);
  }

  async forget(keys: readonly number[], transaction: Transaction): Promise<void> {
    const sql = "DELETE FROM erasures WHERE key IN (SELECT value FROM json_each(?))";
    connectionOf(transaction).run(sql, [JSON.stringify(keys)]);
  }
}
