import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/library/folders/{id}` */
export const deleteLibraryFolderRequest = z.strictObject({ id: idText });
export type DeleteLibraryFolderRequest = z.infer<typeof deleteLibraryFolderRequest>;
