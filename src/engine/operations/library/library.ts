import { NotFoundError } from "../../../calls/errors.ts";
import { asId, type LibraryFolderId } from "../../../calls/ids.ts";
import type { LibraryFolder } from "../../../calls/library.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import type { Database } from "../../database/transaction.ts";
import type { UserDirectory } from "../../store/call-store.ts";
import type { LibraryStore } from "../../store/library-store.ts";

/** What the operations that write the library need. */
export interface LibraryWriteParts {
  readonly database: Database;
  readonly library: LibraryStore;
  readonly users: UserDirectory;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
}

/** @throws NotFoundError */
export async function requireFolder(
  { library }: Pick<LibraryWriteParts, "library">,
  id: string,
): Promise<LibraryFolder> {
  const folder = await library.folder(asId<LibraryFolderId>(id));
  if (!folder) throw new NotFoundError(`There is no library folder ${id}; GET /v2/library/folders lists them.`);
  return folder;
}
