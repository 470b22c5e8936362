import { StageError } from "../calls/errors.ts";
import type { CallId } from "../calls/ids.ts";
import { askForLinks } from "./ask-tenant.ts";
import type { MirrorParts } from "./mirror-parts.ts";
import { PAGE_SIZE } from "./sync-plan.ts";

export interface RecordingParts extends Pick<MirrorParts, "imported" | "clock"> {
  readonly api: Pick<MirrorParts["api"], "listCallsExtensive">;
  /** Keeps the recording at a URL as that of a call. @returns its size, where the call is still here */
  readonly importRecording: (id: CallId, url: string, signal: AbortSignal) => Promise<number | undefined>;
}

export interface ReadRecordings {
  readonly count: number;
  readonly sizeBytes: number;
  /** What became of those that could not be had; they are tried again the next time. */
  readonly problems: readonly { readonly callId: CallId; readonly reason: string }[];
}

/** Gong: links to recordings are good for 8 hours. A download that begins as they end would break off. */
const LINKS_GOOD_FOR_MS = 7 * 3_600_000;

/**
 * Brings the recordings of calls that have none here, newest calls first, until all are here or the signal aborts. Gong: whether there is one, and
 * where, is asked for 100 calls at a time.
 * @param onRecording told of how many there are so far
 */
export async function readRecordings(
  parts: RecordingParts,
  signal: AbortSignal,
  onRecording: (count: number) => void,
): Promise<ReadRecordings> {
  const problems: { callId: CallId; reason: string }[] = [];
  let [count, sizeBytes] = [0, 0];
  let waiting = await parts.imported.withoutRecording();
  while (waiting.length > 0 && !signal.aborted) {
    const batch = waiting.slice(0, PAGE_SIZE);
    const links = await askForLinks(parts.api, batch);
    const askedMs = parts.clock();
    let position = 0;
    for (; position < batch.length && !signal.aborted; position += 1) {
      if (parts.clock() - askedMs > LINKS_GOOD_FOR_MS) break;
      const [id, url] = [batch[position], links.get(batch[position] ?? "")];
      if (id === undefined || url === undefined) continue;
      const read = await importOrReason(parts, id, url, signal);
      if (typeof read === "string") {
        problems.push({ callId: id, reason: read });
        continue;
      }
      count += 1;
      sizeBytes += read;
      onRecording(count);
    }
    waiting = waiting.slice(position);
  }
  return { count, sizeBytes, problems };
}

/** One recording that cannot be had is no reason to do without the others; a full disk is. */
async function importOrReason(
  { importRecording }: RecordingParts,
  id: CallId,
  url: string,
  signal: AbortSignal,
): Promise<number | string> {
  try {
    return (await importRecording(id, url, signal)) ?? 0;
  } catch (error) {
    const isOfThisOne = error instanceof StageError && error.code !== "disk-full" && !signal.aborted;
    if (!isOfThisOne) throw error;
    return error.message;
  }
}
