import type { WorkspaceId } from "../../calls/ids.ts";
import { builtInWorkspace, type Workspace } from "../../calls/workspace.ts";
import type { WorkspaceMetadata } from "../../gong-api/schemas/list-workspaces.ts";
import type { WorkspaceStore } from "../store/workspace-store.ts";

export interface WorkspaceParts {
  readonly workspaces: WorkspaceStore;
  /** Of the built-in one. */
  readonly workspaceId: WorkspaceId;
}

/** The built-in one first. */
export async function knownWorkspaces({ workspaces, workspaceId }: WorkspaceParts): Promise<readonly Workspace[]> {
  const kept = await workspaces.list();
  const builtIn = kept.find(({ id }) => id === workspaceId) ?? builtInWorkspace(workspaceId);
  return [builtIn, ...kept.filter(({ id }) => id !== workspaceId)];
}

export function presentWorkspace({ id, name, description }: Workspace): WorkspaceMetadata {
  return { id, name, description: description ?? null };
}
