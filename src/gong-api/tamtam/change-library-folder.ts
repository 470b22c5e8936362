import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `PATCH /tamtam/v1/library/folders/{id}`: what the body does not name stays; an empty parent puts it at the top. */
export const changeLibraryFolderRequest = z.strictObject({
  id: idText,
  name: z.string().min(1).optional(),
  parentFolderId: z.union([z.literal(""), idText]).optional(),
});
export type ChangeLibraryFolderRequest = z.infer<typeof changeLibraryFolderRequest>;
