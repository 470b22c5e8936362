import { type Call, callDurationMs } from "../../calls/call.ts";
import type { CallOutcome } from "../../calls/call-outcome.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { Transaction } from "../database/transaction.ts";
import type { Analyze } from "../jobs/analyze.ts";
import { searchForTrackers, type TrackerParts, type TrackerSearch } from "../jobs/look-for-trackers.ts";
import type { CallSearch } from "../search/call-search.ts";
import type { CallOutcomeStore } from "../store/call-outcome-store.ts";
import type { CallStore } from "../store/call-store.ts";
import { importOutcomes, type OutcomeImportParts } from "./import-outcomes.ts";

export interface OwnImportParts extends TrackerParts {
  readonly calls: Pick<CallStore, "add" | "getMany" | "setTranscript" | "setAnalysis">;
  readonly callOutcomes: OutcomeImportParts["callOutcomes"] & Pick<CallOutcomeStore, "setOf">;
  readonly search: Pick<CallSearch, "put">;
  readonly analyze: Analyze;
}

/** A call of another library of ours. */
export interface OwnCall {
  readonly call: Call;
  readonly transcript?: Transcript | undefined;
  readonly outcome?: CallOutcome | undefined;
  /** Whether its recording is in the store; else the call has none from now on. */
  readonly hasRecording: boolean;
}

/**
 * Enters processed calls as they are and analyses them anew, so that what is known of them is known as of this library's own. A call
 * that is there already, by its id or its `clientUniqueId`, is left as it is.
 * @returns how many were new
 */
export async function importOwnCalls(
  parts: OwnImportParts,
  owned: readonly OwnCall[],
  transaction: Transaction,
): Promise<number> {
  const known = new Set((await parts.calls.getMany(owned.map(({ call }) => call.id))).map(({ id }) => id));
  const trackerSearch = searchForTrackers(await parts.trackers.read(transaction), parts.makeTrackerSearch);
  const given = new Map(owned.flatMap(({ outcome }) => (outcome ? [[outcome.id, outcome]] : [])));
  const standIn = await importOutcomes(parts, [...given.values()], transaction);
  let addedCount = 0;
  for (const own of owned) {
    if (known.has(own.call.id)) continue;
    const call = own.hasRecording ? own.call : withoutRecording(own.call);
    if ((await parts.calls.add(call, transaction)).isDuplicate) continue;
    addedCount += 1;
    await enterTalk(parts, trackerSearch, { ...own, call }, transaction);
    const outcomeId = own.outcome && standIn.get(own.outcome.id);
    if (outcomeId) await parts.callOutcomes.setOf(call.id, outcomeId, transaction);
  }
  return addedCount;
}

async function enterTalk(
  parts: OwnImportParts,
  trackerSearch: TrackerSearch,
  { call, transcript }: OwnCall,
  transaction: Transaction,
): Promise<void> {
  if (!transcript) return parts.search.put(call, undefined, undefined, transaction);
  const partyNames = call.parties.flatMap((party) => party.name ?? []);
  const analysis = parts.analyze(transcript, { durationMs: callDurationMs(call) ?? 0, partyNames });
  await parts.calls.setTranscript(call.id, transcript, transaction);
  await parts.calls.setAnalysis(call.id, analysis, transaction);
  await parts.trackerHits.put(call.id, trackerSearch.look({ call, transcript, analysis }), transaction);
  await parts.search.put(call, transcript, analysis, transaction);
}

/** The length that was heard in it stays known. */
function withoutRecording(call: Call): Call {
  const { media: _, ...rest } = call;
  return { ...rest, statedDurationMs: callDurationMs(call) };
}
