import { randomBytes, randomInt } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { asId, type IdSource, makeIdSource, type WorkspaceId } from "../calls/ids.ts";
import { SetupError } from "../calls/errors.ts";
import type { Config } from "../config/config.ts";
import { SqliteAccessKeyStore } from "../engine/access/sqlite-access-key-store.ts";
import { SqliteOAuthStore } from "../engine/access/sqlite-oauth-store.ts";
import { SqliteAuditLog } from "../engine/audit/sqlite-audit-log.ts";
import type { Crm } from "../engine/crm/crm.ts";
import { openCrm } from "../engine/crm/open-crm.ts";
import { SqliteDatabase } from "../engine/database/sqlite-database.ts";
import { FsMediaStore } from "../engine/media/fs-media-store.ts";
import { SqliteJobQueue } from "../engine/queue/sqlite-job-queue.ts";
import { SqliteCallSearch } from "../engine/search/sqlite-call-search.ts";
import { SqliteAnsweredScorecardStore } from "../engine/store/sqlite-answered-scorecard-store.ts";
import { SqliteScorecardStore } from "../engine/store/sqlite-scorecard-store.ts";
import { SqliteTrackerHitStore } from "../engine/store/sqlite-tracker-hit-store.ts";
import { SqliteTrackerStore } from "../engine/store/sqlite-tracker-store.ts";
import { SqliteCallAccessStore } from "../engine/store/sqlite-call-access-store.ts";
import { SqliteCallOutcomeStore } from "../engine/store/sqlite-call-outcome-store.ts";
import { SqliteCoachingActivity } from "../engine/store/sqlite-coaching-activity.ts";
import { SqliteLibraryStore } from "../engine/store/sqlite-library-store.ts";
import { SqliteCallList } from "../engine/store/sqlite-call-list.ts";
import { SqliteCallStore } from "../engine/store/sqlite-call-store.ts";
import { SqliteErasureLog } from "../engine/store/sqlite-erasure-log.ts";
import { SqliteImportedCallStore } from "../engine/store/sqlite-imported-call-store.ts";
import { SqliteSettingsStore } from "../engine/store/sqlite-settings-store.ts";
import { SqliteSyncStateStore } from "../engine/store/sqlite-sync-state-store.ts";
import { SqliteUserStats } from "../engine/store/sqlite-user-stats.ts";
import { SqlitePermissionProfileStore } from "../engine/store/sqlite-permission-profile-store.ts";
import { SqliteUserAccounts } from "../engine/store/sqlite-user-accounts.ts";
import { SqliteUserDirectory } from "../engine/store/sqlite-user-directory.ts";
import { JwtWebhookSigning, type SigningKeyPlace } from "../engine/webhooks/jwt-webhook-signing.ts";
import { SqliteWebhookDeliveries } from "../engine/webhooks/sqlite-webhook-deliveries.ts";
import { SqliteWebhookRules } from "../engine/webhooks/sqlite-webhook-rules.ts";
import { SqliteWorkspaceStore } from "../engine/store/sqlite-workspace-store.ts";

/** Everything kept under the data folder, opened. */
export interface Records extends AsyncDisposable {
  readonly database: SqliteDatabase;
  readonly calls: SqliteCallStore;
  readonly callList: SqliteCallList;
  readonly callAccess: SqliteCallAccessStore;
  readonly trackers: SqliteTrackerStore;
  readonly trackerHits: SqliteTrackerHitStore;
  readonly scorecards: SqliteScorecardStore;
  readonly answeredScorecards: SqliteAnsweredScorecardStore;
  readonly imported: SqliteImportedCallStore;
  readonly syncState: SqliteSyncStateStore;
  readonly callOutcomes: SqliteCallOutcomeStore;
  readonly library: SqliteLibraryStore;
  readonly coaching: SqliteCoachingActivity;
  readonly users: SqliteUserDirectory;
  readonly erasures: SqliteErasureLog;
  readonly auditLog: SqliteAuditLog;
  readonly webhookRules: SqliteWebhookRules;
  readonly webhookDeliveries: SqliteWebhookDeliveries;
  readonly webhookSigning: JwtWebhookSigning;
  readonly userAccounts: SqliteUserAccounts;
  readonly workspaces: SqliteWorkspaceStore;
  readonly permissionProfiles: SqlitePermissionProfileStore;
  readonly userStats: SqliteUserStats;
  readonly accessKeys: SqliteAccessKeyStore;
  readonly oauth: SqliteOAuthStore;
  readonly search: SqliteCallSearch;
  readonly queue: SqliteJobQueue;
  readonly media: FsMediaStore;
  readonly crm: Crm;
  readonly makeId: IdSource;
  readonly workspaceId: WorkspaceId;
  /** What media links are signed with; the same for every process on this data. */
  readonly linkSecret: () => Promise<string>;
}

const LINK_SECRET = "media-link-secret";
const WEBHOOK_KEY = "webhook-signing-key";
/** The setting that has the id of the built-in workspace. */
export const WORKSPACE_ID = "workspace-id";
const RANDOM_RANGE = 2 ** 47;

/** @param onAuditError told when the audit log cannot be written for the moment */
export async function openRecords(config: Config, onAuditError?: (error: unknown) => void): Promise<Records> {
  await makeDataFolder(config.dataDir);
  const database = await SqliteDatabase.open(join(config.dataDir, "tamtam.db"));
  const auditLog = new SqliteAuditLog(join(config.dataDir, "audit.db"), { reportError: onAuditError });
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
    trackers: new SqliteTrackerStore(database),
    trackerHits: new SqliteTrackerHitStore(database),
    scorecards: new SqliteScorecardStore(database),
    answeredScorecards: new SqliteAnsweredScorecardStore(database),
    imported: new SqliteImportedCallStore(database),
    syncState: new SqliteSyncStateStore(database),
    callOutcomes: new SqliteCallOutcomeStore(database),
    library: new SqliteLibraryStore(database),
    coaching: new SqliteCoachingActivity(database),
    users: new SqliteUserDirectory(database),
    erasures: new SqliteErasureLog(database),
    auditLog,
    webhookRules: new SqliteWebhookRules(database),
    webhookDeliveries: new SqliteWebhookDeliveries(database, Date.now),
    webhookSigning: new JwtWebhookSigning(settingPlace(database, settings, WEBHOOK_KEY), Date.now),
    userAccounts: new SqliteUserAccounts(database),
    workspaces: new SqliteWorkspaceStore(database),
    permissionProfiles: new SqlitePermissionProfileStore(database),
    userStats: new SqliteUserStats(database),
    accessKeys: new SqliteAccessKeyStore(database),
    oauth: new SqliteOAuthStore(database),
    search: new SqliteCallSearch(database),
    queue: new SqliteJobQueue(database, { clock: Date.now }),
    media: new FsMediaStore(join(config.dataDir, "media")),
    crm: openCrm(database, join(config.dataDir, "crm")),
    makeId,
    workspaceId: asId<WorkspaceId>(await settle(WORKSPACE_ID, () => makeId())),
    linkSecret: () => settle(LINK_SECRET, () => randomBytes(32).toString("base64url")),
    [Symbol.asyncDispose]: async () => {
      await auditLog[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

function settingPlace(database: SqliteDatabase, settings: SqliteSettingsStore, key: string): SigningKeyPlace {
  return {
    read: () => settings.get(key),
    settle: (text) => database.transact((transaction) => settings.setIfAbsent(key, text, transaction)),
    replace: (text) => database.transact((transaction) => settings.set(key, text, transaction)),
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
