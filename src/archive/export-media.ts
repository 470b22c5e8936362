import { NotFoundError, StageError } from "../calls/errors.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { archiveLayout } from "./archive-layout.ts";
import type { ArchiveFolder } from "./archive-folder.ts";
import { type ArchiveAbout, describeArchive } from "./archive-about.ts";
import type { ExportedLibrary, ExportWatch, MissingMedia } from "./exported-library.ts";
import { type ExportedApi, readCallPages } from "./read-library.ts";

export interface CallMediaFile {
  /** Of the file's name, such as `mp3`. */
  readonly extension: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface MediaParts {
  readonly folder: Pick<ArchiveFolder, "write" | "writeBytes">;
  /** Nothing for a call that has no recording. @throws StageError, NotFoundError for one that cannot be had */
  readonly mediaOf: (call: DetailedCall) => Promise<CallMediaFile | undefined>;
}

/** One recording that cannot be had is no reason to do without all the others; a full disk is. */
export async function writeMedia(
  { folder, mediaOf }: MediaParts,
  call: DetailedCall,
  signal: AbortSignal,
): Promise<"written" | "none" | MissingMedia> {
  const callId = call.metaData.id;
  try {
    const media = await mediaOf(call);
    if (!media) return "none";
    await folder.writeBytes(archiveLayout.media(callId, media.extension), media.bytes);
    return "written";
  } catch (error) {
    const isOfThisOne = error instanceof NotFoundError || (error instanceof StageError && error.code !== "disk-full");
    if (!isOfThisOne || signal.aborted) throw error;
    return { callId, reason: error.message };
  }
}

/** Gong: as many ids are asked for at once. */
const IDS_AT_ONCE = 100;

/**
 * Brings the recordings that an export could not have into its folder, and nothing else. What was brought is noted each time, so that it can be
 * stopped at any time.
 * @returns `undefined` when the signal aborts first
 */
export async function completeMedia(
  parts: MediaParts & { readonly api: Pick<ExportedApi, "listCallsExtensive"> },
  before: ArchiveAbout,
  { signal, onProgress }: ExportWatch,
): Promise<ExportedLibrary | undefined> {
  const wanted = before.missingMedia ?? [];
  const missing = new Map<string, MissingMedia>(
    wanted.map((callId) => [callId, { callId, reason: "neither the call nor a recording of it is shown" }]),
  );
  let { mediaCount } = before;
  const note = async () => {
    const { format: _, version: __, ...facts } = before;
    const missingMedia = missing.size === 0 ? undefined : [...missing.keys()];
    const about = describeArchive({ ...facts, mediaCount, missingMedia });
    await parts.folder.write(archiveLayout.about, `${JSON.stringify(about, null, 2)}\n`);
  };
  for (let position = 0; position < wanted.length; position += IDS_AT_ONCE) {
    const callIds = wanted.slice(position, position + IDS_AT_ONCE);
    const withLinks = { exposedFields: { media: true } };
    for await (const { items } of readCallPages(parts.api, { callIds }, withLinks)) {
      for (const call of items) {
        if (signal.aborted) return undefined;
        const written = await writeMedia(parts, call, signal);
        if (typeof written === "object") missing.set(written.callId, written);
        if (written !== "written") continue;
        missing.delete(call.metaData.id);
        mediaCount += 1;
        await note();
        onProgress(wanted.length - missing.size, wanted.length);
      }
    }
  }
  const { callCount, transcriptCount } = before;
  return { callCount, transcriptCount, mediaCount, missingMedia: [...missing.values()] };
}
