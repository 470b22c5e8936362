import { NotFoundError } from "../../../calls/errors.ts";
import { asId, type CallId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type LibraryWriteParts, requireFolder } from "./library.ts";

export function removeLibraryCall(
  parts: Pick<LibraryWriteParts, "database" | "library" | "clock">,
): TamtamApi["removeLibraryCall"] {
  return async ({ folderId, callId, fromSec, toSec }) => {
    const folder = await requireFolder(parts, folderId);
    const snippet =
      fromSec === undefined || toSec === undefined ? undefined : { startMs: fromSec * 1000, endMs: toSec * 1000 };
    const from = { folderId: folder.id, callId: asId<CallId>(callId), snippet };
    const removed = await parts.database.transact((transaction) =>
      parts.library.removeEntries(from, parts.clock(), transaction),
    );
    if (removed > 0) return {};
    const part = snippet ? `the snippet from ${fromSec} s to ${toSec} s of call ${callId}` : `call ${callId}`;
    throw new NotFoundError(
      `Folder ${folderId} does not have ${part}; GET /v2/library/folder-content shows what it has.`,
    );
  };
}
