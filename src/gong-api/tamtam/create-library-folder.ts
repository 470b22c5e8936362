import { z } from "zod";
import type { WireLibraryFolder } from "../schemas/get-library-structure.ts";
import { idText } from "../wire-types.ts";

/** The body of `POST /tamtam/v1/library/folders`. Without a parent it is at the top; its workspace is the parent's, else the built-in one. */
export const createLibraryFolderRequest = z.strictObject({
  id: idText.optional(),
  name: z.string().min(1),
  parentFolderId: idText.optional(),
  workspaceId: idText.optional(),
  createdBy: idText.optional(),
});
export type CreateLibraryFolderRequest = z.infer<typeof createLibraryFolderRequest>;

export interface LibraryFolderResponse {
  readonly folder: WireLibraryFolder;
}
