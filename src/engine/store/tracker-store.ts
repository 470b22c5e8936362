import type { TrackerId } from "../../calls/ids.ts";
import type { Tracker } from "../../calls/tracker.ts";
import type { Transaction } from "../database/transaction.ts";

/** The trackers as they are at one moment. */
export interface TrackerSet {
  /** Rises with every change that may change what a tracker finds. */
  readonly revision: number;
  /** By workspace and name. */
  readonly trackers: readonly KeptTracker[];
}

export interface KeptTracker extends Tracker {
  /** The set's, when what this tracker finds was last changed. */
  readonly revision: number;
}

export interface TrackerStore {
  /** @param transaction sees what it has written itself, too */
  read(transaction?: Transaction): Promise<TrackerSet>;
  get(id: TrackerId): Promise<Tracker | undefined>;
  /** @throws ConflictError when there is one of this id */
  add(tracker: Tracker, transaction: Transaction): Promise<void>;
  /** Puts this tracker in the place of the one of its id. Another definition finds other things, another name does not. */
  replace(tracker: Tracker, transaction: Transaction): Promise<void>;
  /** With everything that it found. Removing none is fine. */
  remove(id: TrackerId, transaction: Transaction): Promise<void>;
}
