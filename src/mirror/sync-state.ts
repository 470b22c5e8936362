import type { StartRange } from "../engine/store/imported-call-store.ts";
import type { UnreadableCall } from "../gong-api/tenant-call.ts";

/** What a page sequence is for: the newest calls, history that was not read yet, or history that may have changed. */
export type ReadingPurpose = "poll" | "backfill" | "reread";

/** A part of a poll that waits for its turn. */
export interface WaitingRange {
  readonly range: StartRange;
  /** How many calls are in it; known once its other half was counted. */
  readonly total: number | undefined;
  /** Of both halves. */
  readonly parentTotal: number;
}

/** A page sequence under way. */
export interface Reading {
  readonly purpose: ReadingPurpose;
  readonly range: StartRange;
  /** Of the page that comes next; absent for the first. */
  readonly cursor?: string | undefined;
  /** When its first page was asked for: a cursor dies an hour later. */
  readonly begunMs: number;
  /** When the whole poll was begun. */
  readonly sinceMs: number;
  /** The calls it has shown so far; not noted for a backfill, where nothing can be missing. */
  readonly seenIds: readonly string[];
  /** Set where it follows from other ranges how many calls there are in this one: none is asked for if the library has as many. */
  readonly expectedCount?: number | undefined;
  readonly rest: readonly WaitingRange[];
  /** A poll of all times, not only of the last hours. */
  readonly isWhole?: boolean | undefined;
}

/** History that is still to be read: everything before `untilMs`. */
export interface Backfill {
  readonly untilMs: number;
  /** How many calls there are in it, as far as that was said. */
  readonly leftCount: number | null;
  /** Length of the next window. */
  readonly spanMs: number;
}

/** A call that the tenant shows and that cannot be taken in. When it began is not known, but for the ranges in which it was shown. */
export interface PassedOverCall extends UnreadableCall {
  /** Where all of those meet. */
  readonly range: StartRange;
}

/** How far a mirror is. A process that dies loses the answers it was waiting for and nothing else. */
export interface SyncState {
  /** Calls that began before are not wanted. */
  readonly sinceMs: number | null;
  /** The calls from here on are polled. */
  readonly pollFromMs: number;
  /** When the last poll that was finished was begun: until then nothing is missing. */
  readonly polledMs: number | null;
  /** When the last finished poll of all times was begun: until then no call of any age is missing. */
  readonly wholeMs: number | null;
  readonly peopleMs: number | null;
  readonly backfill: Backfill | null;
  /** Calls that a window should hold. */
  readonly windowCalls: number;
  readonly reading: Reading | null;
  /** Calls that a whole reading did not show, and that are asked for by their ids before they go. */
  readonly suspectIds: readonly string[];
  /** Calls that are shown and cannot be read; the others go on without them. */
  readonly passedOver: readonly PassedOverCall[];
  /** When they were last asked for. */
  readonly passedOverMs: number | null;
  /** How many requests of this day (by UTC) went into reading again. */
  readonly rereads: { readonly day: number; readonly count: number };
}

export function parseSyncState(text: string): SyncState {
  // Written by this program alone, by an earlier release perhaps.
  return {
    passedOver: [],
    passedOverMs: null,
    ...(JSON.parse(text) as Omit<SyncState, "passedOver" | "passedOverMs">),
  };
}
