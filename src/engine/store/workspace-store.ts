import type { WorkspaceId } from "../../calls/ids.ts";
import type { Workspace } from "../../calls/workspace.ts";
import type { Transaction } from "../database/transaction.ts";

/** The workspaces that were made or named here; the built-in one is among them only once it was given another name. */
export interface WorkspaceStore {
  /** Oldest first. */
  list(): Promise<readonly Workspace[]>;
  get(id: WorkspaceId): Promise<Workspace | undefined>;
  /** @throws ConflictError when there is one of this id */
  add(workspace: Workspace, createdMs: number, transaction: Transaction): Promise<void>;
  /** Enters it, or gives the one of this id this name and description. */
  put(workspace: Workspace, createdMs: number, transaction: Transaction): Promise<void>;
}
