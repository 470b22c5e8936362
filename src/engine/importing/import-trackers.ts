import { asId, type TrackerId, type UserId } from "../../calls/ids.ts";
import type { Tracker } from "../../calls/tracker.ts";
import { trackerOfTenant } from "../../gong-api/parse/parse-tenant-tracker.ts";
import type { KeywordTracker } from "../../gong-api/schemas/list-trackers.ts";
import type { Transaction } from "../database/transaction.ts";
import type { TrackerStore } from "../store/tracker-store.ts";

export interface ImportTrackersParts {
  readonly trackers: Pick<TrackerStore, "read" | "add" | "replace" | "remove">;
}

/**
 * Enters trackers as the tenant lists them, and takes away those it does not. Who is as it was is not written again.
 * @param knownUserIds who can be named as creator
 */
export async function importTrackers(
  { trackers }: ImportTrackersParts,
  sent: readonly KeywordTracker[],
  { nowMs, knownUserIds }: { readonly nowMs: number; readonly knownUserIds: ReadonlySet<string> },
  transaction: Transaction,
): Promise<void> {
  const set = await trackers.read(transaction);
  const known = new Map(set.trackers.map((tracker) => [tracker.id, tracker]));
  const listed = new Map<TrackerId, Tracker>();
  for (const each of sent) {
    const tracker = withKnownUsers(trackerOfTenant(each, nowMs), knownUserIds);
    listed.set(tracker.id, tracker);
  }
  for (const id of known.keys()) if (!listed.has(id)) await trackers.remove(id, transaction);
  for (const [id, tracker] of listed) {
    const before = known.get(id);
    if (before?.workspaceId !== tracker.workspaceId) {
      await trackers.remove(id, transaction);
      await trackers.add(tracker, transaction);
    } else if (!isSame(before, tracker)) await trackers.replace(tracker, transaction);
  }
}

/** Without who is not in the directory. */
export function withKnownUsers(tracker: Tracker, knownUserIds: ReadonlySet<string>): Tracker {
  const known = (id: UserId | undefined) => (id !== undefined && knownUserIds.has(id) ? asId<UserId>(id) : undefined);
  return { ...tracker, creatorUserId: known(tracker.creatorUserId), updaterUserId: known(tracker.updaterUserId) };
}

function isSame(before: Tracker, after: Tracker): boolean {
  const said = ({ name, definition, updatedMs, updaterUserId }: Tracker) =>
    JSON.stringify([name, definition, updatedMs, updaterUserId ?? null]);
  return said(before) === said(after);
}
