import { setTimeout as delay } from "node:timers/promises";
import { callDurationMs } from "../../calls/call.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Database } from "../database/transaction.ts";
import type { CallSearch } from "../search/call-search.ts";
import type { CallStore } from "../store/call-store.ts";
import type { AnalyzeParts } from "./analyze.ts";
import { type TrackerParts, trackersOf } from "./look-for-trackers.ts";

export interface RenewAnalysesParts extends TrackerParts {
  readonly database: Database;
  readonly calls: Pick<CallStore, "analysed" | "get" | "getTranscript" | "getAnalysis" | "setAnalysis">;
  readonly search: Pick<CallSearch, "put">;
  readonly analyze: AnalyzeParts["analyze"];
  /** Of the functions that `analyze` has. */
  readonly analysisVersion: string;
}

export interface RenewOptions {
  readonly signal: AbortSignal;
  /** Between two calls, for whoever else needs the processor. */
  readonly restMs: number;
}

/**
 * Analyses once more what an older version of the functions analysed, with its trackers' hits and its place in the index. What another server
 * sent is nobody's older version. A call that is being processed is left to its own stages.
 * @returns how many calls it renewed
 */
export async function renewAnalyses(parts: RenewAnalysesParts, { signal, restMs }: RenewOptions): Promise<number> {
  let count = 0;
  for await (const { callId, version } of parts.calls.analysed()) {
    if (signal.aborted) break;
    if (!isOlder(version, parts.analysisVersion)) continue;
    if (await renew(parts, callId)) count += 1;
    await delay(restMs, undefined, { signal }).catch(() => undefined);
  }
  return count;
}

async function renew(parts: RenewAnalysesParts, callId: CallId): Promise<boolean> {
  const [call, transcript] = await Promise.all([parts.calls.get(callId), parts.calls.getTranscript(callId)]);
  if (!call || !transcript || call.processing.status === "Processing") return false;
  const analyzeTranscript = await parts.analyze();
  const partyNames = call.parties.flatMap((party) => party.name ?? []);
  const analysis = analyzeTranscript(transcript, { durationMs: callDurationMs(call) ?? 0, partyNames });
  const putHits = await trackersOf(parts, { call, transcript, analysis });
  return parts.database.transact(async (transaction) => {
    // Whatever changes what was read here makes the call one that is being processed, and then one of a newer analysis.
    const [now, before] = await Promise.all([parts.calls.get(callId), parts.calls.getAnalysis(callId)]);
    if (!now || now.processing.status === "Processing") return false;
    if (!before || !isOlder(before.version, parts.analysisVersion)) return false;
    await parts.calls.setAnalysis(callId, analysis, transaction);
    await putHits(transaction);
    await parts.search.put(now, transcript, analysis, transaction);
    return true;
  });
}

function isOlder(version: string, current: string): boolean {
  return Number(version) < Number(current);
}

export interface KeepRenewingOptions extends RenewOptions {
  /** How long to wait before trying again what could not be read or written. */
  readonly repairMs: number;
  readonly reportError: (error: unknown) => void;
}

/** Does this once to the end: nothing that is written from now on is of an older version. */
export async function keepRenewing(parts: RenewAnalysesParts, options: KeepRenewingOptions): Promise<void> {
  const { signal, repairMs, reportError } = options;
  while (!signal.aborted) {
    try {
      await renewAnalyses(parts, options);
      return;
    } catch (error) {
      reportError(error);
    }
    await delay(repairMs, undefined, { signal }).catch(() => undefined);
  }
}
