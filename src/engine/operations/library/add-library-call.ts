import { callDurationMs, type Call } from "../../../calls/call.ts";
import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type CallId } from "../../../calls/ids.ts";
import type { LibraryEntry, Snippet } from "../../../calls/library.ts";
import { presentLibraryCall } from "../../../gong-api/present/present-library.ts";
import type { AddLibraryCallRequest } from "../../../gong-api/tamtam/add-library-call.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { CallStore } from "../../store/call-store.ts";
import { type CallPageParts, wireView } from "../calls/call-pages.ts";
import { requireUser } from "../users/known-users.ts";
import { type LibraryWriteParts, requireFolder } from "./library.ts";

export interface AddLibraryCallParts extends LibraryWriteParts, CallPageParts {
  readonly calls: Pick<CallStore, "get">;
}

/** A call of any workspace and state; Gong's paths show it from when it was processed. */
export function addLibraryCall(parts: AddLibraryCallParts): TamtamApi["addLibraryCall"] {
  return async ({ folderId, callId, note, addedBy, snippet }) => {
    const { entry, call } = await parts.database.transact(async (transaction) => {
      const folder = await requireFolder(parts, folderId);
      const found = await parts.calls.get(asId<CallId>(callId));
      if (!found) throw problem("callId", `there is no call ${callId}`);
      const added: LibraryEntry = {
        folderId: folder.id,
        callId: found.id,
        note,
        addedBy: await requireUser(parts, "addedBy", addedBy),
        createdMs: parts.clock(),
        snippet: snippet && partOf(found, snippet),
      };
      await parts.library.addEntry(added, transaction);
      return { entry: added, call: found };
    });
    return { call: presentLibraryCall(entry, call, await wireView(parts)) };
  };
}

/** The last second of a call may be begun and not over. */
function partOf(call: Call, { fromSec, toSec }: NonNullable<AddLibraryCallRequest["snippet"]>): Snippet {
  const durationMs = callDurationMs(call);
  if (durationMs !== undefined && toSec > Math.ceil(durationMs / 1000)) {
    throw problem("snippet.toSec", `must be within the call, which lasts ${durationMs / 1000} s; got ${toSec}`);
  }
  return { startMs: fromSec * 1000, endMs: toSec * 1000 };
}

function problem(parameter: string, message: string): InvalidInputError {
  return new InvalidInputError([{ parameter, message }]);
}
