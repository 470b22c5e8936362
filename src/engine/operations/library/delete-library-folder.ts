import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type LibraryWriteParts, requireFolder } from "./library.ts";

export function deleteLibraryFolder(
  parts: Pick<LibraryWriteParts, "database" | "library">,
): TamtamApi["deleteLibraryFolder"] {
  return async ({ id }) => {
    const folder = await requireFolder(parts, id);
    await parts.database.transact((transaction) => parts.library.removeFolder(folder.id, transaction));
    return {};
  };
}
