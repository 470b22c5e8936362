import { NotFoundError } from "../../../calls/errors.ts";
import type { Workspace } from "../../../calls/workspace.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { Database } from "../../database/transaction.ts";
import { knownWorkspaces, presentWorkspace, type WorkspaceParts } from "./known-workspaces.ts";

export interface ChangeWorkspaceParts extends WorkspaceParts {
  readonly database: Database;
  readonly clock: () => number;
}

export function changeWorkspace(parts: ChangeWorkspaceParts): TamtamApi["changeWorkspace"] {
  return async ({ id, name, description }) => {
    const before = (await knownWorkspaces(parts)).find((workspace) => workspace.id === id);
    if (!before) throw new NotFoundError(`There is no workspace ${id}; GET /v2/workspaces lists them.`);
    const after: Workspace = {
      id: before.id,
      name: name ?? before.name,
      description: (description ?? before.description) || undefined,
    };
    await parts.database.transact((transaction) => parts.workspaces.put(after, parts.clock(), transaction));
    return { workspace: presentWorkspace(after) };
  };
}
