import type { GongApi } from "../gong-api/gong-api.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import { DAY_MS } from "./pace.ts";

/** What one request tells of a connection. */
export interface ConnectionCheck {
  /** Calls of the last 30 days that the key sees. `null` where it may not list calls. */
  readonly callCount: number | null;
  /** The scope that it would take to list them. */
  readonly missingScope: string | null;
}

const DAYS = 30;

/** Asks for the calls of the last days, which is one request. @throws RemoteError where the connection does not work */
export async function checkConnection(api: Pick<GongApi, "listCalls">, nowMs: number): Promise<ConnectionCheck> {
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
