import type { Tracker } from "../../../calls/tracker.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { requireUser } from "../users/known-users.ts";
import { presentWritten, readDefinition, requireTracker, type TrackerWriteParts } from "./trackers.ts";

/** What finds other things then is looked for in every call anew, in the background. */
export function changeTracker(parts: TrackerWriteParts): TamtamApi["changeTracker"] {
  return async ({ id, trackerName, updaterUserId, ...given }) => {
    const userId = await requireUser(parts, "updaterUserId", updaterUserId);
    const after = await parts.database.transact(async (transaction) => {
      const before = await requireTracker(parts, id);
      const changed: Tracker = {
        ...before,
        name: trackerName ?? before.name,
        definition: readDefinition(given, before.definition),
        updatedMs: parts.clock(),
        updaterUserId: userId,
      };
      await parts.trackers.replace(changed, transaction);
      return changed;
    });
    return presentWritten(parts, after.id);
  };
}
