import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Crm } from "../../src/engine/crm/crm.ts";
import { openCrm } from "../../src/engine/crm/open-crm.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { SqliteJobQueue } from "../../src/engine/queue/sqlite-job-queue.ts";
import { SqliteCallSearch } from "../../src/engine/search/sqlite-call-search.ts";
import { SqliteCallAccessStore } from "../../src/engine/store/sqlite-call-access-store.ts";
import { SqliteCallOutcomeStore } from "../../src/engine/store/sqlite-call-outcome-store.ts";
import { SqliteCallStore } from "../../src/engine/store/sqlite-call-store.ts";
import { SqliteLibraryStore } from "../../src/engine/store/sqlite-library-store.ts";
import { SqliteAnsweredScorecardStore } from "../../src/engine/store/sqlite-answered-scorecard-store.ts";
import { SqliteScorecardStore } from "../../src/engine/store/sqlite-scorecard-store.ts";
import { SqliteTrackerHitStore } from "../../src/engine/store/sqlite-tracker-hit-store.ts";
import { SqliteTrackerStore } from "../../src/engine/store/sqlite-tracker-store.ts";
import { SqliteUserDirectory } from "../../src/engine/store/sqlite-user-directory.ts";

export interface SqliteParts extends AsyncDisposable {
  readonly database: SqliteDatabase;
  readonly calls: SqliteCallStore;
  readonly callAccess: SqliteCallAccessStore;
  readonly users: SqliteUserDirectory;
  readonly trackers: SqliteTrackerStore;
  readonly trackerHits: SqliteTrackerHitStore;
  readonly scorecards: SqliteScorecardStore;
  readonly answeredScorecards: SqliteAnsweredScorecardStore;
  readonly callOutcomes: SqliteCallOutcomeStore;
  readonly library: SqliteLibraryStore;
  readonly search: SqliteCallSearch;
  readonly queue: SqliteJobQueue;
  readonly crm: Crm;
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
    callAccess: new SqliteCallAccessStore(database),
    users: new SqliteUserDirectory(database),
    trackers: new SqliteTrackerStore(database),
    trackerHits: new SqliteTrackerHitStore(database),
    scorecards: new SqliteScorecardStore(database),
    answeredScorecards: new SqliteAnsweredScorecardStore(database),
    callOutcomes: new SqliteCallOutcomeStore(database),
    library: new SqliteLibraryStore(database),
    search: new SqliteCallSearch(database),
    crm: openCrm(database, path.join(folder, "crm")),
    queue: new SqliteJobQueue(database, { clock: () => clock.nowMs, leaseMs: 15_000 }),
    clock,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
