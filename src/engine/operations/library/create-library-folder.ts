import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type IdSource, type LibraryFolderId, type WorkspaceId } from "../../../calls/ids.ts";
import type { LibraryFolder } from "../../../calls/library.ts";
import { presentLibraryFolder } from "../../../gong-api/present/present-library.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { knownWorkspace, type WorkspaceParts } from "../settings/known-workspaces.ts";
import { requireUser } from "../users/known-users.ts";
import { type LibraryWriteParts, requireFolder } from "./library.ts";

export interface CreateLibraryFolderParts extends LibraryWriteParts, WorkspaceParts {
  readonly makeId: IdSource;
}

export function createLibraryFolder(parts: CreateLibraryFolderParts): TamtamApi["createLibraryFolder"] {
  return ({ id, name, parentFolderId, workspaceId, createdBy }) =>
    parts.database.transact(async (transaction) => {
      const parent = parentFolderId === undefined ? undefined : await requireFolder(parts, parentFolderId);
      const folder: LibraryFolder = {
        id: id === undefined ? parts.makeId<LibraryFolderId>() : asId<LibraryFolderId>(id),
        workspaceId: await workspaceOf(parts, workspaceId, parent),
        name,
        parentId: parent?.id,
        createdBy: await requireUser(parts, "createdBy", createdBy),
        updatedMs: parts.clock(),
      };
      await parts.library.addFolder(folder, transaction);
      return { folder: presentLibraryFolder(folder, parts.companyTime) };
    });
}

async function workspaceOf(
  parts: WorkspaceParts,
  asked: string | undefined,
  parent: LibraryFolder | undefined,
): Promise<WorkspaceId> {
  if (asked === undefined) return parent?.workspaceId ?? parts.workspaceId;
  if (parent === undefined) return (await knownWorkspace(parts, "workspaceId", asked)).id;
  if (asked === parent.workspaceId) return parent.workspaceId;
  const message = `must be the workspace of the parent folder, ${parent.workspaceId}; got "${asked}"`;
  throw new InvalidInputError([{ parameter: "workspaceId", message }]);
}
