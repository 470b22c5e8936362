import { z } from "zod";
import type { WorkspaceMetadata } from "../schemas/list-workspaces.ts";
import { idText } from "../wire-types.ts";

/** The body of `POST /tamtam/v1/workspaces`. Without an id, one is made. */
export const createWorkspaceRequest = z.strictObject({
  id: idText.optional(),
  name: z.string().min(1),
  description: z.string().optional(),
});
export type CreateWorkspaceRequest = z.infer<typeof createWorkspaceRequest>;

export interface WorkspaceResponse {
  readonly workspace: WorkspaceMetadata;
}
