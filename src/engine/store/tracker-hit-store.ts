import type { CallId, WorkspaceId } from "../../calls/ids.ts";
import type { CallTracker, TrackerHits } from "../../calls/tracker.ts";
import type { Transaction } from "../database/transaction.ts";

/** An analysed call some of whose trackers were not looked for yet, or not in what it says now. */
export interface UntrackedCall {
  readonly callId: CallId;
  /** What trackers of up to this revision find in it is known. */
  readonly revision: number;
  /** How often the call's transcript and analysis were written. */
  readonly changes: number;
}

/** What was found by all trackers that are not named here stays. */
export interface FoundInCall {
  /** Of the set that the trackers were read in: all of them have been looked for, up to this one. */
  readonly revision: number;
  /** Of each tracker that was looked for now, those that found nothing too. */
  readonly hits: readonly TrackerHits[];
}

/** What trackers found in calls that were analysed. */
export interface TrackerHitStore {
  /** Of a call that this transaction has just written the analysis of. */
  put(callId: CallId, found: FoundInCall, transaction: Transaction): Promise<void>;
  /** Unless the call was written to since it was read. @returns whether it was not */
  putIfUnchanged(call: UntrackedCall, found: FoundInCall, transaction: Transaction): Promise<boolean>;
  /** For each call the trackers of its workspace that were looked for, by name; calls that wait for their analysis are left out. */
  getMany(callIds: readonly CallId[]): Promise<ReadonlyMap<CallId, readonly CallTracker[]>>;
  /** Some calls that trackers have to be looked for in, as many as `limit`. Cheap when there are none. */
  untracked(limit: number): Promise<readonly UntrackedCall[]>;
  /** How many calls of a workspace a tracker of this revision has still to be looked for in. */
  countUntracked(workspaceId: WorkspaceId, revision: number): Promise<number>;
}
