import type { GongApi } from "../../../gong-api/gong-api.ts";
import { requireListedWorkspace, type WorkspaceParts } from "./known-workspaces.ts";

/** As a Gong tenant where nobody has made a brief. */
export function listBriefs(parts: WorkspaceParts): GongApi["listBriefs"] {
  return async ({ workspaceId }) => {
    if (workspaceId !== undefined) await requireListedWorkspace(parts, workspaceId);
    return { briefs: [] };
  };
}
