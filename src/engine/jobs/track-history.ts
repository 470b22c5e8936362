import { setImmediate as nextTick, setTimeout as delay } from "node:timers/promises";
import type { Database } from "../database/transaction.ts";
import type { CallStore } from "../store/call-store.ts";
import type { FoundInCall, UntrackedCall } from "../store/tracker-hit-store.ts";
import { searchForTrackers, type TrackerParts, type TrackerSearch } from "./look-for-trackers.ts";

export interface TrackHistoryParts extends TrackerParts {
  readonly database: Database;
  readonly calls: Pick<CallStore, "get" | "getTranscript" | "getAnalysis">;
}

/** Written together: a fraction of a second's work, and other writers wait for the writing alone. */
const BATCH = 20;

/**
 * Looks for trackers in calls that were analysed before they were made or changed, until all is known or the signal aborts. What a crash
 * interrupts is still to be done the next time; two who do it at once do it twice and write it once.
 * @returns how many calls it went through
 */
export async function trackHistory(parts: TrackHistoryParts, signal: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    const batch = await parts.trackerHits.untracked(BATCH);
    if (batch.length === 0) break;
    const search = searchForTrackers(await parts.trackers.read(), parts.makeTrackerSearch);
    const looked: { readonly call: UntrackedCall; readonly found: FoundInCall }[] = [];
    for (const call of batch) {
      looked.push({ call, found: await lookAgain(parts, search, call) });
      // Looking is work without waiting; here the rest of the process has its turn.
      await nextTick();
    }
    await parts.database.transact(async (transaction) => {
      for (const { call, found } of looked) await parts.trackerHits.putIfUnchanged(call, found, transaction);
    });
    count += looked.length;
  }
  return count;
}

async function lookAgain(
  parts: TrackHistoryParts,
  search: TrackerSearch,
  { callId, revision }: UntrackedCall,
): Promise<FoundInCall> {
  const nothing = { revision: search.set.revision, hits: [] };
  const call = await parts.calls.get(callId);
  if (!call || !search.hasAny(call.workspaceId, revision)) return nothing;
  const transcript = await parts.calls.getTranscript(callId);
  const analysis = await parts.calls.getAnalysis(callId);
  return transcript && analysis ? search.look({ call, transcript, analysis }, revision) : nothing;
}

export interface KeepTrackingOptions {
  readonly signal: AbortSignal;
  readonly pollMs: number;
  /** How long to wait before trying again what could not be read or written. */
  readonly repairMs: number;
  readonly reportError: (error: unknown) => void;
}

/** Does this until the signal aborts, whenever there is something to do. */
export async function keepTracking(parts: TrackHistoryParts, options: KeepTrackingOptions): Promise<void> {
  const { signal, pollMs, repairMs, reportError } = options;
  while (!signal.aborted) {
    let pauseMs = pollMs;
    try {
      await trackHistory(parts, signal);
    } catch (error) {
      reportError(error);
      pauseMs = repairMs;
    }
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
