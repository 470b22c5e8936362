import type { CallId, LibraryFolderId, WorkspaceId } from "../../calls/ids.ts";
import type { LibraryEntry, LibraryFolder, Snippet } from "../../calls/library.ts";
import type { Transaction } from "../database/transaction.ts";

/** What to change of a folder; a parent that is null puts it at the top. */
export interface LibraryFolderChange {
  readonly name?: string | undefined;
  readonly parentId?: LibraryFolderId | null | undefined;
}

/** The library: folders in folders, and calls in them. An entry lives as long as its folder and its call. */
export interface LibraryStore {
  /** Of one workspace, or of all; in the order in which they were made. */
  folders(workspaceId?: WorkspaceId): Promise<readonly LibraryFolder[]>;
  folder(id: LibraryFolderId): Promise<LibraryFolder | undefined>;
  /** In the order in which they were added. */
  entries(folderId: LibraryFolderId): Promise<readonly LibraryEntry[]>;
  /** @throws ConflictError when there is a folder of this id */
  addFolder(folder: LibraryFolder, transaction: Transaction): Promise<void>;
  /** @throws NotFoundError */
  changeFolder(
    id: LibraryFolderId,
    change: LibraryFolderChange,
    changedMs: number,
    transaction: Transaction,
  ): Promise<void>;
  /** With the folders in it, and without their calls. False when there was none. */
  removeFolder(id: LibraryFolderId, transaction: Transaction): Promise<boolean>;
  /** @throws ConflictError when the folder has this part of the call already */
  addEntry(entry: LibraryEntry, transaction: Transaction): Promise<void>;
  /** The call with all its parts, or this part of it alone. @returns how many entries went */
  removeEntries(
    from: { readonly folderId: LibraryFolderId; readonly callId: CallId; readonly snippet?: Snippet | undefined },
    removedMs: number,
    transaction: Transaction,
  ): Promise<number>;
}
