import { ConflictError } from "../../calls/errors.ts";
import { createEraser } from "../../engine/operations/data-privacy/erase-records.ts";
import { SqliteSettingsStore } from "../../engine/store/sqlite-settings-store.ts";
import type { RequestLimits } from "../../client/request-ledger.ts";
import { createMirror, type Mirror } from "../../mirror/mirror.ts";
import type { MirroredApi } from "../../mirror/mirror-parts.ts";
import type { SyncOrder, SyncWatch } from "../../surfaces/cli/host/mirrors.ts";
import { openConnection } from "../connections/open-connection.ts";
import { type Records, WORKSPACE_ID } from "../open-records.ts";
import type { KnownConnection, Tenants } from "../connections/tenants.ts";

/** A mirror with the connection that it is of. */
export interface OpenMirror {
  readonly mirror: Mirror;
  /** Counts what is asked. */
  readonly api: MirroredApi;
  readonly folder: string;
  readonly limits: RequestLimits;
  requestCount(): number;
  countDay(): Promise<number>;
  /** Marks the library with when it was synced last. */
  noteSynced(): Promise<void>;
}

export interface OpenMirrorParts {
  readonly records: Records;
  readonly tenants: Tenants;
  readonly known: KnownConnection;
  readonly order: SyncOrder;
  readonly watch: SyncWatch;
  readonly folder: string;
}

/** What a library is the mirror of. */
interface MirrorSource {
  readonly baseUrl: string;
  readonly kind: string;
  readonly firstSyncedMs: number;
  readonly lastSyncedMs?: number | undefined;
}

const SOURCE = "mirror-source";
const POLL_INTERVAL_MS = 15 * 60_000;

export async function openMirror({
  records,
  tenants,
  known,
  order,
  watch,
  folder,
}: OpenMirrorParts): Promise<OpenMirror> {
  const settings = new SqliteSettingsStore(records.database);
  const source = await claim(records, settings, known, folder);
  const { api, budget } = await openConnection(tenants, known.name, { signal: watch.signal });
  const counting = countRequests(api);
  const eraser = createEraser({ ...records, clock: Date.now });
  const mirror = createMirror(
    { ...records, api: counting.api, removeCalls: (ids) => eraser.erase(ids), clock: Date.now },
    {
      pollIntervalMs: POLL_INTERVAL_MS,
      sinceMs: order.sinceMs,
      transcriptsFromMs: order.transcriptsFromMs,
      onProgress: watch.onProgress,
      onProblem: watch.onProblem,
    },
  );
  return {
    mirror,
    api: counting.api,
    folder,
    limits: budget.limits,
    requestCount: counting.count,
    countDay: () => budget.countDay(),
    noteSynced: () => noteSynced(records, settings, source),
  };
}

/** A folder is of one tenant for ever: its ids mean nothing in another one. */
async function claim(
  { database }: Records,
  settings: SqliteSettingsStore,
  { name, baseUrl, kind }: KnownConnection,
  folder: string,
): Promise<MirrorSource> {
  const proposed: MirrorSource = { baseUrl, kind, firstSyncedMs: Date.now() };
  const text = await database.transact((transaction) =>
    settings.setIfAbsent(SOURCE, JSON.stringify(proposed), transaction),
  );
  const source = JSON.parse(text) as MirrorSource; // written here alone
  if (source.baseUrl === baseUrl) return source;
  throw new ConflictError(
    `The mirror in ${folder} is of ${source.baseUrl}, and the connection ${name} means ${baseUrl} now. Remove that folder to begin anew.`,
  );
}

async function noteSynced(
  { database, workspaces, workspaceId }: Records,
  settings: SqliteSettingsStore,
  source: MirrorSource,
): Promise<void> {
  const known = await workspaces.list();
  const isOurs = known.every(({ id }) => id !== workspaceId);
  await database.transact(async (transaction) => {
    await settings.set(SOURCE, JSON.stringify({ ...source, lastSyncedMs: Date.now() }), transaction);
    // The built-in workspace of a mirror is the tenant's first one, so that none is shown that the tenant does not have.
    if (isOurs && known[0]) await settings.set(WORKSPACE_ID, known[0].id, transaction);
  });
}

function countRequests(api: MirroredApi): { readonly api: MirroredApi; readonly count: () => number } {
  let count = 0;
  const counted = <Request, Answer>(ask: (request: Request) => Promise<Answer>) => {
    return (request: Request) => {
      count += 1;
      return ask(request);
    };
  };
  return {
    api: {
      listCallsExtensive: counted(api.listCallsExtensive),
      getCallTranscripts: counted(api.getCallTranscripts),
      listUsers: counted(api.listUsers),
      listWorkspaces: counted(api.listWorkspaces),
      listTrackers: counted(api.listTrackers),
    },
    count: () => count,
  };
}
