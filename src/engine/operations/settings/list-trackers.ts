import type { CompanyTime } from "../../../gong-api/company-time.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentTracker } from "../../../gong-api/present/present-tracker.ts";
import type { TrackerStore } from "../../store/tracker-store.ts";
import { requireListedWorkspace, type WorkspaceParts } from "./known-workspaces.ts";

export interface ListTrackersParts extends WorkspaceParts {
  readonly trackers: Pick<TrackerStore, "read">;
  readonly companyTime: CompanyTime;
}

export function listTrackers(parts: ListTrackersParts): GongApi["listTrackers"] {
  return async ({ workspaceId }) => {
    if (workspaceId !== undefined) await requireListedWorkspace(parts, workspaceId);
    const { trackers } = await parts.trackers.read();
    const asked = trackers.filter((tracker) => workspaceId === undefined || tracker.workspaceId === workspaceId);
    return { keywordTrackers: asked.map((tracker) => presentTracker(tracker, parts.companyTime)) };
  };
}
