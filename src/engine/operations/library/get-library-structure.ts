import { asId } from "../../../calls/ids.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentLibraryFolder } from "../../../gong-api/present/present-library.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { LibraryStore } from "../../store/library-store.ts";

export interface GetLibraryStructureParts {
  readonly library: LibraryStore;
  readonly companyTime: CompanyTime;
}

/** Gong: no folders, which is also what an unknown workspace has, is 404. */
export function getLibraryStructure(parts: GetLibraryStructureParts): GongApi["getLibraryStructure"] {
  return async ({ workspaceId }) => {
    const folders = await parts.library.folders(workspaceId === undefined ? undefined : asId(workspaceId));
    if (folders.length === 0) throw wireError("folders-not-found");
    return { folders: folders.map((folder) => presentLibraryFolder(folder, parts.companyTime)) };
  };
}
