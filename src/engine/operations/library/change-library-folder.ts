import { InvalidInputError } from "../../../calls/errors.ts";
import type { LibraryFolderId } from "../../../calls/ids.ts";
import { folderTree, type LibraryFolder } from "../../../calls/library.ts";
import { presentLibraryFolder } from "../../../gong-api/present/present-library.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type LibraryWriteParts, requireFolder } from "./library.ts";

export function changeLibraryFolder(parts: LibraryWriteParts): TamtamApi["changeLibraryFolder"] {
  return async ({ id, name, parentFolderId }) => {
    await parts.database.transact(async (transaction) => {
      const folder = await requireFolder(parts, id);
      const parentId = parentFolderId === undefined ? undefined : await newParent(parts, folder, parentFolderId);
      await parts.library.changeFolder(folder.id, { name, parentId }, parts.clock(), transaction);
    });
    return { folder: presentLibraryFolder(await requireFolder(parts, id), parts.companyTime) };
  };
}

/** A folder of the same workspace that is not in the folder itself; null is the top. */
async function newParent(
  parts: LibraryWriteParts,
  folder: LibraryFolder,
  parentFolderId: string,
): Promise<LibraryFolderId | null> {
  if (parentFolderId === "") return null;
  const parent = await requireFolder(parts, parentFolderId);
  const refuse = (message: string) =>
    new InvalidInputError([{ parameter: "parentFolderId", message: `${message}; got "${parentFolderId}"` }]);
  if (parent.workspaceId !== folder.workspaceId) throw refuse("must be a folder of the same workspace");
  const own = folderTree(await parts.library.folders(folder.workspaceId), folder.id);
  if (own.includes(parent.id)) throw refuse("must not be the folder itself or a folder in it");
  return parent.id;
}
