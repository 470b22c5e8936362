import { randomBytes, randomInt } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { asId, type IdSource, makeIdSource, type WorkspaceId } from "../calls/ids.ts";
import { SetupError } from "../calls/errors.ts";
import type { Config } from "../config/config.ts";
import { SqliteAccessKeyStore } from "../engine/access/sqlite-access-key-store.ts";
import { SqliteOAuthStore } from "../engine/access/sqlite-oauth-store.ts";
import { SqliteDatabase } from "../engine/database/sqlite-database.ts";
import { FsMediaStore } from "../engine/media/fs-media-store.ts";
import { SqliteJobQueue } from "../engine/queue/sqlite-job-queue.ts";
import { SqliteCallSearch } from "../engine/search/sqlite-call-search.ts";
import { SqliteCallAccessStore } from "../engine/store/sqlite-call-access-store.ts";
import { SqliteCallList } from "../engine/store/sqlite-call-list.ts";
import { SqliteCallStore } from "../engine/store/sqlite-call-store.ts";
import { SqliteErasureLog } from "../engine/store/sqlite-erasure-log.ts";
import { SqliteSettingsStore } from "../engine/store/sqlite-settings-store.ts";
import { SqliteUserStats } from "../engine/store/sqlite-user-stats.ts";
import { SqlitePermissionProfileStore } from "../engine/store/sqlite-permission-profile-store.ts";
import { SqliteUserAccounts } from "../engine/store/sqlite-user-accounts.ts";
import { SqliteUserDirectory } from "../engine/store/sqlite-user-directory.ts";
import { SqliteWorkspaceStore } from "../engine/store/sqlite-workspace-store.ts";

/** Everything kept under the data folder, opened. */
export interface Records extends AsyncDisposable {
  readonly database: SqliteDatabase;
  readonly calls: SqliteCallStore;
  readonly callList: SqliteCallList;
  readonly callAccess: SqliteCallAccessStore;
  readonly users: SqliteUserDirectory;
  readonly erasures: SqliteErasureLog;
  readonly userAccounts: SqliteUserAccounts;
  readonly workspaces: SqliteWorkspaceStore;
  readonly permissionProfiles: SqlitePermissionProfileStore;
  readonly userStats: SqliteUserStats;
  readonly accessKeys: SqliteAccessKeyStore;
  readonly oauth: SqliteOAuthStore;
  readonly search: SqliteCallSearch;
  readonly queue: SqliteJobQueue;
  readonly media: FsMediaStore;
  readonly makeId: IdSource;
  readonly workspaceId: WorkspaceId;
  /** What media links are signed with; the same for every process on this data. */
  readonly linkSecret: () => Promise<string>;
}

const LINK_SECRET = "media-link-secret";
const WORKSPACE_ID = "workspace-id";
const RANDOM_RANGE = 2 ** 47;

export async function openRecords(config: Config): Promise<Records> {
  await makeDataFolder(config.dataDir);
  const database = await SqliteDatabase.open(join(config.dataDir, "tamtam.db"));
  const settings = new SqliteSettingsStore(database);
  const makeId = makeIdSource(Date.now, () => randomInt(RANDOM_RANGE) / RANDOM_RANGE);
  const settle = async (key: string, propose: () => string): Promise<string> =>
    (await settings.get(key)) ??
    (await database.transact((transaction) => settings.setIfAbsent(key, propose(), transaction)));
  return {
    database,
    calls: new SqliteCallStore(database),
    callList: new SqliteCallList(database),
    callAccess: new SqliteCallAccessStore(database),
    users: new SqliteUserDirectory(database),
    erasures: new SqliteErasureLog(database),
    userAccounts: new SqliteUserAccounts(database),
    workspaces: new SqliteWorkspaceStore(database),
    permissionProfiles: new SqlitePermissionProfileStore(database),
    userStats: new SqliteUserStats(database),
    accessKeys: new SqliteAccessKeyStore(database),
    oauth: new SqliteOAuthStore(database),
    search: new SqliteCallSearch(database),
    queue: new SqliteJobQueue(database, { clock: Date.now }),
    media: new FsMediaStore(join(config.dataDir, "media")),
    makeId,
    workspaceId: asId<WorkspaceId>(await settle(WORKSPACE_ID, () => makeId())),
    linkSecret: () => settle(LINK_SECRET, () => randomBytes(32).toString("base64url")),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
    throw new SetupError(
      `The data folder ${dataDir} cannot be made${reason}. Set TAMTAM_DATA_DIR to a folder of your own.`,
      {
        cause,
      },
    );
  }
}
