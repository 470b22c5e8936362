import type { GongApi } from "../gong-api/gong-api.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import { DAY_MS } from "./pace.ts";

export type CheckedApi = Pick<
  GongApi,
  "listCalls" | "listCallsExtensive" | "getCallTranscripts" | "listUsers" | "listWorkspaces" | "listTrackers"
>;

/** What one request tells of a connection. */
export interface ConnectionCheck {
  /** Calls of the last 30 days that the key sees. `null` where it may not list calls. */
  readonly callCount: number | null;
  /** The scope that it would take to list them. */
  readonly missingScope: string | null;
}

/** Scopes that were tried, and how that went; of others nothing is known. */
export interface TriedScopes {
  readonly granted: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
}

const DAYS = 30;
const MINUTE_MS = 60_000;

/** Asks for the calls of the last days, which is one request. @throws RemoteError where the connection does not work */
export async function checkConnection(api: Pick<CheckedApi, "listCalls">, nowMs: number): Promise<ConnectionCheck> {
  const fromDateTime = new Date(nowMs - DAYS * DAY_MS).toISOString();
  const toDateTime = new Date(nowMs).toISOString();
  try {
    const { records } = await api.listCalls({ fromDateTime, toDateTime });
    return { callCount: records.totalRecords, missingScope: null };
  } catch (error) {
    // Who is told what they may not do was let in.
    if (error instanceof RemoteError && error.scope !== undefined)
      return { callCount: null, missingScope: error.scope };
    throw error;
  }
}

/**
 * Finds out what a key may read by asking for as little as there is of each. Gong: nothing lists a key's scopes; a request says which one it
 * lacks. What would change something is not tried.
 */
export async function tryScopes(api: CheckedApi, nowMs: number): Promise<TriedScopes> {
  const filter = {
    fromDateTime: new Date(nowMs - MINUTE_MS).toISOString(),
    toDateTime: new Date(nowMs).toISOString(),
  };
  const withMedia = { filter, contentSelector: { exposedFields: { media: true } } };
  const trials: Readonly<Record<string, () => Promise<unknown>>> = {
    "api:calls:read:extensive": () => api.listCallsExtensive({ filter }),
    "api:calls:read:media-url": () => api.listCallsExtensive(withMedia),
    "api:calls:read:transcript": () => api.getCallTranscripts({ filter }),
    "api:users:read": () => api.listUsers({}),
    "api:workspaces:read": () => api.listWorkspaces({}),
    "api:settings:trackers:read": () => api.listTrackers({}),
  };
  const [granted, missing] = [new Set<string>(), new Set<string>()];
  for (const [scope, ask] of Object.entries(trials)) {
    const isGranted = await isAnswered(scope, ask);
    if (isGranted !== undefined) (isGranted ? granted : missing).add(scope);
  }
  return { granted, missing };
}

/** Nothing where it cannot be told, as when the day's requests are spent. */
async function isAnswered(scope: string, ask: () => Promise<unknown>): Promise<boolean | undefined> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const isRefused = error.code === "remote-denied" || (error.code === "remote-scope" && error.scope === scope);
    return isRefused ? false : undefined;
  }
}
