import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { SyncStateStore, SyncWindow } from "./sync-state-store.ts";

export class SqliteSyncStateStore implements SyncStateStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async read(): Promise<string | undefined> {
    return this.#reader.get<{ state: string }>("SELECT state FROM sync_state")?.state;
  }

  async write(state: string, transaction: Transaction): Promise<void> {
    const sql = "INSERT INTO sync_state(id, state) VALUES (1, ?) ON CONFLICT(id) DO UPDATE SET state = excluded.state";
    connectionOf(transaction).run(sql, [state]);
  }

  async windows(): Promise<readonly SyncWindow[]> {
    return this.#reader.all<SyncWindow>(
      "SELECT from_ms AS fromMs, to_ms AS toMs, read_ms AS readMs FROM sync_windows ORDER BY from_ms DESC",
    );
  }

  async putWindow({ fromMs, toMs, readMs }: SyncWindow, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    connection.run("DELETE FROM sync_windows WHERE from_ms >= ? AND to_ms <= ?", [fromMs, toMs]);
    connection.run("INSERT INTO sync_windows(from_ms, to_ms, read_ms) VALUES (?, ?, ?)", [fromMs, toMs, readMs]);
  }
}
