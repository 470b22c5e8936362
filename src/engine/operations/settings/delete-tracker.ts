import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { requireTracker, type TrackerWriteParts } from "./trackers.ts";

export function deleteTracker(parts: Pick<TrackerWriteParts, "database" | "trackers">): TamtamApi["deleteTracker"] {
  return async ({ id }) => {
    const tracker = await requireTracker(parts, id);
    await parts.database.transact((transaction) => parts.trackers.remove(tracker.id, transaction));
    return {};
  };
}
