import type { WorkspaceId } from "./ids.ts";

/** A part of the company's calls that is looked at by itself. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly description?: string | undefined;
}

/** The one that is always there, until it is given a name of its own. Gong: so it is called in every new tenant. */
export function builtInWorkspace(id: WorkspaceId): Workspace {
  return { id, name: "Initial workspace", description: "The built-in workspace" };
}
