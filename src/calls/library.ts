import type { CallId, LibraryFolderId, UserId, WorkspaceId } from "./ids.ts";

/** A place in the library, where calls worth hearing are put together. */
export interface LibraryFolder {
  readonly id: LibraryFolderId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  /** Absent at the top. */
  readonly parentId?: LibraryFolderId | undefined;
  /** Absent where nobody in particular made it. */
  readonly createdBy?: UserId | undefined;
  /** When it, or what is in it, was changed last. */
  readonly updatedMs: number;
}

/** A part of a call. */
export interface Snippet {
  readonly startMs: number;
  readonly endMs: number;
}

/** A call in a folder, whole or a part of it. A folder may have several parts of one call. */
export interface LibraryEntry {
  readonly folderId: LibraryFolderId;
  readonly callId: CallId;
  readonly note?: string | undefined;
  readonly addedBy?: UserId | undefined;
  readonly createdMs: number;
  readonly snippet?: Snippet | undefined;
}

/** A folder with all that are in it, however deep; itself first. */
export function folderTree(folders: readonly LibraryFolder[], id: LibraryFolderId): readonly LibraryFolderId[] {
  const below = folders.filter(({ parentId }) => parentId === id).flatMap((folder) => folderTree(folders, folder.id));
  return [id, ...below];
}
