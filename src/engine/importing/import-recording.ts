import type { CallId } from "../../calls/ids.ts";
import type { Database } from "../database/transaction.ts";
import { download, type DownloadParts } from "../jobs/download.ts";

export interface ImportRecordingParts extends DownloadParts {
  readonly database: Pick<Database, "transact">;
}

/**
 * Brings the recording of an imported call here. What an interrupted one has left is taken up, as far as its server allows.
 * @returns how large it is; nothing for a call that is not here any more
 * @throws StageError for what the stage `download` throws it for
 */
export async function importRecording(
  parts: ImportRecordingParts,
  id: CallId,
  url: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const call = await parts.calls.get(id);
  if (call === undefined) return undefined;
  const { commit } = await download(parts).run({ ...call, downloadMediaUrl: url }, { signal, onProgress: () => {} });
  await parts.database.transact(commit);
  return parts.media.size(id, "original");
}
