import { z } from "zod";
import { idText } from "../wire-types.ts";
import type { WireLibraryFolder } from "./get-library-structure.ts";

/** `GET /v2/library/folder-content`. Gong: its document says that `folderId` may be left out, and not what of. */
export const getCallsInSpecificFolderRequest = z.object({ folderId: idText });
export type GetCallsInSpecificFolderRequest = z.infer<typeof getCallsInSpecificFolderRequest>;

export interface LibraryCall {
  /** The call's. One call may be there several times, each time another part of it. */
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly addedBy: string | null;
  readonly created: string;
  readonly url: string;
  /** Whole seconds from the start of the call; null for a whole call. */
  readonly snippet: { readonly fromSec: number; readonly toSec: number } | null;
}

export interface GetCallsInSpecificFolderResponse extends Omit<WireLibraryFolder, "parentFolderId"> {
  readonly calls: readonly LibraryCall[];
}
