import type { HeldFolder } from "../../calls/holdings.ts";
import type { CallId, LibraryFolderId } from "../../calls/ids.ts";
import type { LibraryEntry } from "../../calls/library.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CallAccessStore } from "../store/call-access-store.ts";
import type { LibraryStore } from "../store/library-store.ts";

export interface HeldFolderParts {
  readonly library: Pick<LibraryStore, "folders" | "entries" | "addFolder" | "addEntry" | "changeFolder">;
  readonly callAccess: Pick<CallAccessStore, "seen">;
}

/** Makes the folders that are not there, and puts the calls in them that are here and not in them yet. */
export async function importFolders(
  parts: HeldFolderParts,
  held: readonly HeldFolder[],
  transaction: Transaction,
): Promise<void> {
  const { library, callAccess } = parts;
  const before = new Map((await library.folders()).map((folder) => [folder.id, folder]));
  const calls = await callAccess.seen(held.flatMap(({ entries }) => entries.map(({ callId }) => callId)));
  // A folder may be in one that was made later: all are there before any is put into another.
  for (const { entries: _, parentId: __, ...folder } of held) {
    if (!before.has(folder.id)) await library.addFolder(folder, transaction);
  }
  const here = new Set<LibraryFolderId>([...before.keys(), ...held.map(({ id }) => id)]);
  for (const folder of held) {
    const known = before.get(folder.id);
    const isChanged = await addEntries(parts, folder, known !== undefined, calls, transaction);
    if (known && !isChanged) continue;
    // Each entry has left its own time as that of the folder's last change.
    const updatedMs = Math.max(known?.updatedMs ?? 0, folder.updatedMs);
    const parentId = folder.parentId !== undefined && here.has(folder.parentId) ? folder.parentId : null;
    await library.changeFolder(folder.id, known ? {} : { parentId }, updatedMs, transaction);
  }
}

/** @returns whether there were any */
async function addEntries(
  { library }: HeldFolderParts,
  { id: folderId, entries }: HeldFolder,
  isKnown: boolean,
  calls: ReadonlySet<CallId>,
  transaction: Transaction,
): Promise<boolean> {
  const there = new Set((isKnown ? await library.entries(folderId) : []).map(partOf));
  const missing = entries.filter((entry) => calls.has(entry.callId) && !there.has(partOf(entry)));
  for (const entry of missing) await library.addEntry({ ...entry, folderId }, transaction);
  return missing.length > 0;
}

/** What of which call: a folder has each part once. */
function partOf({ callId, snippet }: Pick<LibraryEntry, "callId" | "snippet">): string {
  return `${callId} ${snippet?.startMs ?? ""} ${snippet?.endMs ?? ""}`;
}
