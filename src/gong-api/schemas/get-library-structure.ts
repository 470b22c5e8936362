import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `GET /v2/library/folders` */
export const getLibraryStructureRequest = z.object({ workspaceId: idText.optional() });
export type GetLibraryStructureRequest = z.infer<typeof getLibraryStructureRequest>;

export interface WireLibraryFolder {
  readonly id: string;
  readonly name: string;
  /** Null at the top. */
  readonly parentFolderId: string | null;
  readonly createdBy: string | null;
  readonly updated: string;
}

export interface GetLibraryStructureResponse {
  readonly folders: readonly WireLibraryFolder[];
}
