import { asId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentLibraryCall, presentLibraryFolder } from "../../../gong-api/present/present-library.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { LibraryStore } from "../../store/library-store.ts";
import { type CallPageParts, wireView } from "../calls/call-pages.ts";

export interface GetCallsInSpecificFolderParts extends CallPageParts {
  readonly library: LibraryStore;
}

/** Of the calls that Gong's paths show to who asks. Gong: a folder with none of them is an empty list, not an error. */
export function getCallsInSpecificFolder(parts: GetCallsInSpecificFolderParts): GongApi["getCallsInSpecificFolder"] {
  return async ({ folderId }) => {
    const folder = await parts.library.folder(asId(folderId));
    if (!folder) throw wireError("folders-not-found");
    const entries = await parts.library.entries(folder.id);
    const callIds = [...new Set(entries.map(({ callId }) => callId))];
    const page = await parts.callList.list({
      by: "start",
      callIds,
      visibleTo: parts.actingUserId,
      pageSize: callIds.length,
    });
    const callOf = new Map(page.calls.map((call) => [call.id, call]));
    const view = await wireView(parts);
    const { parentFolderId: _parent, ...shown } = presentLibraryFolder(folder, parts.companyTime);
    return {
      ...shown,
      calls: entries.flatMap((entry) => {
        const call = callOf.get(entry.callId);
        return call ? [presentLibraryCall(entry, call, view)] : [];
      }),
    };
  };
}
