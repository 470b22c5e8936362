import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { SqliteJobQueue } from "../../src/engine/queue/sqlite-job-queue.ts";
import { SqliteCallSearch } from "../../src/engine/search/sqlite-call-search.ts";
import { SqliteCallStore } from "../../src/engine/store/sqlite-call-store.ts";
import { SqliteUserDirectory } from "../../src/engine/store/sqlite-user-directory.ts";

export interface SqliteParts extends AsyncDisposable {
  readonly database: SqliteDatabase;
  readonly calls: SqliteCallStore;
  readonly users: SqliteUserDirectory;
  readonly search: SqliteCallSearch;
  readonly queue: SqliteJobQueue;
  /** What the queue takes for the present; tests move it. */
  readonly clock: { nowMs: number };
}

/** A new, empty database in a folder of its own. */
export async function openSqliteParts(): Promise<SqliteParts> {
  const folder = await mkdtemp(path.join(tmpdir(), "tamtam-contract-"));
  const database = await SqliteDatabase.open(path.join(folder, "tamtam.db"));
  const clock = { nowMs: 1_000_000 };
  return {
    database,
    calls: new SqliteCallStore(database),
    users: new SqliteUserDirectory(database),
    search: new SqliteCallSearch(database),
    queue: new SqliteJobQueue(database, { clock: () => clock.nowMs, leaseMs: 15_000 }),
    clock,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
