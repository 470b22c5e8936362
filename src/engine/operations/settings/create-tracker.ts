import { asId, type TrackerId } from "../../../calls/ids.ts";
import type { Tracker } from "../../../calls/tracker.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { knownWorkspace } from "./known-workspaces.ts";
import { requireUser } from "../users/known-users.ts";
import { presentWritten, readDefinition, type TrackerWriteParts } from "./trackers.ts";

/** Calls that are there already are gone through in the background; until then it is not among a call's trackers. */
export function createTracker(parts: TrackerWriteParts): TamtamApi["createTracker"] {
  return async ({ id, workspaceId, trackerName, creatorUserId, ...given }) => {
    const nowMs = parts.clock();
    const userId = await requireUser(parts, "creatorUserId", creatorUserId);
    const tracker: Tracker = {
      id: id === undefined ? parts.makeId<TrackerId>() : asId<TrackerId>(id),
      workspaceId:
        workspaceId === undefined ? parts.workspaceId : (await knownWorkspace(parts, "workspaceId", workspaceId)).id,
      name: trackerName,
      definition: readDefinition(given),
      createdMs: nowMs,
      creatorUserId: userId,
      updatedMs: nowMs,
      updaterUserId: userId,
    };
    await parts.database.transact((transaction) => parts.trackers.add(tracker, transaction));
    return presentWritten(parts, tracker.id);
  };
}
