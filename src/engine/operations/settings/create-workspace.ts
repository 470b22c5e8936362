import { asId, type IdSource, type WorkspaceId } from "../../../calls/ids.ts";
import { ConflictError } from "../../../calls/errors.ts";
import type { Workspace } from "../../../calls/workspace.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { Database } from "../../database/transaction.ts";
import { presentWorkspace, type WorkspaceParts } from "./known-workspaces.ts";

export interface CreateWorkspaceParts extends WorkspaceParts {
  readonly database: Database;
  readonly makeId: IdSource;
  readonly clock: () => number;
}

export function createWorkspace(parts: CreateWorkspaceParts): TamtamApi["createWorkspace"] {
  return async ({ id, name, description }) => {
    if (id === parts.workspaceId) throw new ConflictError(`${id} is the built-in workspace; change that one instead.`);
    const workspaceId = id === undefined ? parts.makeId<WorkspaceId>() : asId<WorkspaceId>(id);
    const workspace: Workspace = { id: workspaceId, name, description: description || undefined };
    await parts.database.transact((transaction) => parts.workspaces.add(workspace, parts.clock(), transaction));
    return { workspace: presentWorkspace(workspace) };
  };
}
