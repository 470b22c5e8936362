import { InvalidInputError } from "../../../calls/errors.ts";
import type { WorkspaceId } from "../../../calls/ids.ts";
import { builtInWorkspace, type Workspace } from "../../../calls/workspace.ts";
import type { WorkspaceMetadata } from "../../../gong-api/schemas/list-workspaces.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { WorkspaceStore } from "../../store/workspace-store.ts";

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

/** @throws InvalidInputError naming the parameter that a workspace was to be in */
export async function knownWorkspace(parts: WorkspaceParts, parameter: string, id: string): Promise<Workspace> {
  const found = (await knownWorkspaces(parts)).find((workspace) => workspace.id === id);
  if (found) return found;
  const message = `there is no workspace ${id}; GET /v2/workspaces lists them`;
  throw new InvalidInputError([{ parameter, message }]);
}

/** @throws WireError `workspace-not-found`, as Gong where settings of one workspace are asked for */
export async function requireListedWorkspace(parts: WorkspaceParts, id: string): Promise<void> {
  const isKnown = (await knownWorkspaces(parts)).some((workspace) => workspace.id === id);
  if (!isKnown) throw wireError("workspace-not-found");
}

export function presentWorkspace({ id, name, description }: Workspace): WorkspaceMetadata {
  return { id, name, description: description ?? null };
}
