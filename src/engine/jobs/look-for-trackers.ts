import type { CallAnalysis } from "../../calls/call-analysis.ts";
import { type Call, callDurationMs, type Direction } from "../../calls/call.ts";
import type { TrackerHits } from "../../calls/tracker.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { wireLanguage } from "../../gong-api/languages.ts";
import type { Transaction } from "../database/transaction.ts";
import type { FoundInCall, TrackerHitStore } from "../store/tracker-hit-store.ts";
import type { KeptTracker, TrackerSet, TrackerStore } from "../store/tracker-store.ts";

/** Makes what looks for trackers in a call. */
export type MakeTrackerSearch = (
  trackers: readonly KeptTracker[],
) => (call: {
  readonly transcript: Transcript;
  readonly analysis: CallAnalysis;
  readonly durationMs: number;
  readonly direction: Direction;
  readonly language: string;
}) => readonly TrackerHits[];

export interface TrackerParts {
  readonly trackers: TrackerStore;
  readonly trackerHits: TrackerHitStore;
  readonly makeTrackerSearch: MakeTrackerSearch;
}

/** What is known of an analysed call. */
export interface AnalysedCall {
  readonly call: Call;
  readonly transcript: Transcript;
  readonly analysis: CallAnalysis;
}

/** Looks for the trackers of one set; what it has prepared for one call serves the next. */
export interface TrackerSearch {
  readonly set: TrackerSet;
  /** @param sinceRevision trackers of up to this one were looked for before */
  look(of: AnalysedCall, sinceRevision?: number): FoundInCall;
  /** Whether there is anything to look for in calls of this workspace. */
  hasAny(workspaceId: Call["workspaceId"], sinceRevision: number): boolean;
}

export function searchForTrackers(set: TrackerSet, makeTrackerSearch: MakeTrackerSearch): TrackerSearch {
  const made = new Map<string, ReturnType<MakeTrackerSearch>>();
  const wanted = (workspaceId: string, sinceRevision: number) =>
    set.trackers.filter((tracker) => tracker.workspaceId === workspaceId && tracker.revision > sinceRevision);
  return {
    set,
    hasAny: (workspaceId, sinceRevision) => wanted(workspaceId, sinceRevision).length > 0,
    look: ({ call, transcript, analysis }, sinceRevision = 0) => {
      const key = JSON.stringify([call.workspaceId, sinceRevision]);
      const search = made.get(key) ?? makeTrackerSearch(wanted(call.workspaceId, sinceRevision));
      made.set(key, search);
      const hits = search({
        transcript,
        analysis,
        durationMs: callDurationMs(call) ?? 0,
        direction: call.direction,
        language: wireLanguage(call.languageCode),
      });
      return { revision: set.revision, hits };
    },
  };
}

/**
 * Looks for all trackers in a call that is being analysed.
 * @returns what writes the hits together with the analysis. A tracker that was made or changed since then is looked for later: the call is
 *   kept as known up to the set's revision only.
 */
export async function trackersOf(
  parts: TrackerParts,
  analysed: AnalysedCall,
): Promise<(transaction: Transaction) => Promise<void>> {
  const found = searchForTrackers(await parts.trackers.read(), parts.makeTrackerSearch).look(analysed);
  return (transaction) => parts.trackerHits.put(analysed.call.id, found, transaction);
}
