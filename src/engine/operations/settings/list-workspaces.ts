import type { GongApi } from "../../../gong-api/gong-api.ts";
import { knownWorkspaces, presentWorkspace, type WorkspaceParts } from "./known-workspaces.ts";

export function listWorkspaces(parts: WorkspaceParts): GongApi["listWorkspaces"] {
  return async () => ({ workspaces: (await knownWorkspaces(parts)).map(presentWorkspace) });
}
