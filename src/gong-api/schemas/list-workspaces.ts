import { z } from "zod";

/** `GET /v2/workspaces` */
export const listWorkspacesRequest = z.object({});
export type ListWorkspacesRequest = z.infer<typeof listWorkspacesRequest>;

export interface WorkspaceMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export interface ListWorkspacesResponse {
  readonly workspaces: readonly WorkspaceMetadata[];
}
