import { join } from "node:path";
import { asId, type CallId } from "../../../src/calls/ids.ts";
import { SqliteDatabase } from "../../../src/engine/database/sqlite-database.ts";
import type { Database } from "../../../src/engine/database/transaction.ts";
import { SqliteCallSearch } from "../../../src/engine/search/sqlite-call-search.ts";
import { SqliteCallStore } from "../../../src/engine/store/sqlite-call-store.ts";
import { SqliteImportedCallStore } from "../../../src/engine/store/sqlite-imported-call-store.ts";
import { SqliteSyncStateStore } from "../../../src/engine/store/sqlite-sync-state-store.ts";
import { SqliteTrackerHitStore } from "../../../src/engine/store/sqlite-tracker-hit-store.ts";
import { SqliteTrackerStore } from "../../../src/engine/store/sqlite-tracker-store.ts";
import { SqliteUserAccounts } from "../../../src/engine/store/sqlite-user-accounts.ts";
import { SqliteUserDirectory } from "../../../src/engine/store/sqlite-user-directory.ts";
import { SqliteWorkspaceStore } from "../../../src/engine/store/sqlite-workspace-store.ts";
import type { MirroredApi, MirrorParts } from "../../../src/mirror/mirror-parts.ts";
import { createMirror, type Mirror, type MirrorOptions } from "../../../src/mirror/mirror.ts";

export interface OpenMirror extends AsyncDisposable {
  readonly mirror: Mirror;
  readonly database: SqliteDatabase;
  readonly calls: SqliteCallStore;
  readonly imported: SqliteImportedCallStore;
  readonly search: SqliteCallSearch;
  readonly syncState: SqliteSyncStateStore;
  readonly trackers: SqliteTrackerStore;
  readonly trackerHits: SqliteTrackerHitStore;
}

export interface OpenMirrorOptions extends MirrorOptions {
  readonly clock: () => number;
  /** Stands between the mirror and the database, to end a process in the middle of writing. */
  readonly guard?: ((database: Database) => MirrorParts["database"]) | undefined;
}

/** A mirror of a tenant in a folder, as a process has it from its start to its end. */
export async function openMirror(folder: string, api: MirroredApi, options: OpenMirrorOptions): Promise<OpenMirror> {
  const database = await SqliteDatabase.open(join(folder, "tamtam.db"));
  const calls = new SqliteCallStore(database);
  const search = new SqliteCallSearch(database);
  const imported = new SqliteImportedCallStore(database);
  const syncState = new SqliteSyncStateStore(database);
  const trackers = new SqliteTrackerStore(database);
  const trackerHits = new SqliteTrackerHitStore(database);
  const removeCalls = async (ids: readonly CallId[]) =>
    database.transact(async (transaction) => {
      for (const id of ids) {
        await search.remove(id, transaction);
        await calls.remove(id, transaction);
      }
    });
  const parts = {
    api,
    database: options.guard?.(database) ?? database,
    calls,
    users: new SqliteUserDirectory(database),
    userAccounts: new SqliteUserAccounts(database),
    workspaces: new SqliteWorkspaceStore(database),
    search,
    imported,
    syncState,
    trackers,
    trackerHits,
    removeCalls,
    clock: options.clock,
  };
  return {
    mirror: createMirror(parts, options),
    database,
    calls,
    imported,
    search,
    syncState,
    trackers,
    trackerHits,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

export const callIdOf = (id: string): CallId => asId<CallId>(id);
