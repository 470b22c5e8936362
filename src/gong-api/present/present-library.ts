import type { Call } from "../../calls/call.ts";
import type { LibraryEntry, LibraryFolder } from "../../calls/library.ts";
import type { CompanyTime } from "../company-time.ts";
import type { LibraryCall } from "../schemas/get-calls-in-specific-folder.ts";
import type { WireLibraryFolder } from "../schemas/get-library-structure.ts";
import { titleOf, type WireView } from "./present-call-basic-data.ts";

export function presentLibraryFolder(folder: LibraryFolder, companyTime: CompanyTime): WireLibraryFolder {
  return {
    id: folder.id,
    name: folder.name,
    parentFolderId: folder.parentId ?? null,
    createdBy: folder.createdBy ?? null,
    updated: companyTime.format(folder.updatedMs),
  };
}

export function presentLibraryCall(entry: LibraryEntry, call: Call, view: WireView): LibraryCall {
  const snippet = entry.snippet && {
    fromSec: Math.round(entry.snippet.startMs / 1000),
    toSec: Math.round(entry.snippet.endMs / 1000),
  };
  return {
    id: call.id,
    title: titleOf(call),
    note: entry.note ?? null,
    addedBy: entry.addedBy ?? null,
    created: view.companyTime.format(entry.createdMs),
    url: withHighlight(view.callUrl(call.id), snippet),
    snippet: snippet ?? null,
  };
}

/** Gong: the address of a part of a call says which, as JSON. */
function withHighlight(url: string, snippet: LibraryCall["snippet"] | undefined): string {
  if (!snippet) return url;
  const marked = new URL(url);
  const highlight = { to: snippet.toSec, from: snippet.fromSec, type: "LIBRARY" };
  marked.searchParams.set("highlights", JSON.stringify([highlight]));
  return marked.href;
}
