import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { SqliteAccessKeyStore } from "../../src/engine/access/sqlite-access-key-store.ts";
import { SqliteOAuthStore } from "../../src/engine/access/sqlite-oauth-store.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";

export interface SqliteAccessParts extends AsyncDisposable {
  readonly database: SqliteDatabase;
  readonly accessKeys: SqliteAccessKeyStore;
  readonly oauth: SqliteOAuthStore;
}

/** A new database without keys or apps, in a folder of its own. */
export async function openAccessParts(): Promise<SqliteAccessParts> {
  const folder = await mkdtemp(path.join(tmpdir(), "tamtam-access-"));
  const database = await SqliteDatabase.open(path.join(folder, "tamtam.db"));
  return {
    database,
    accessKeys: new SqliteAccessKeyStore(database),
    oauth: new SqliteOAuthStore(database),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
