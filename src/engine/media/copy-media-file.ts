import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FetchedMedia, FetchOptions } from "./media-fetcher.ts";
import { errorCode, lastingError } from "./media-errors.ts";
import { checkMediaSize, MediaSink } from "./media-sink.ts";
import { checkedFirstBytes, UNNAMED_TYPE } from "./media-type-check.ts";
import { showUrl } from "./media-url.ts";
import { contentTypeOf, sniffMedia, SNIFF_BYTES } from "./sniff-media.ts";

/** Copies what a `file:` URL names to `path`, under the rules that hold for downloads. */
export async function copyMediaFile(
  url: URL,
  path: string,
  maxSizeBytes: number,
  options: FetchOptions,
): Promise<FetchedMedia> {
  await using source = await openSource(url);
  const stats = await source.stat();
  if (!stats.isFile()) throw lastingError("media-url", `${showUrl(url)} is no file. Give the path of one recording.`);
  if (stats.size === 0) throw lastingError("media-empty", `${showUrl(url)} is empty.`);
  checkMediaSize(stats.size, maxSizeBytes);
  await using sink = await MediaSink.open(path, 0, maxSizeBytes);
  const chunks = source.createReadStream({ autoClose: false, highWaterMark: 1 << 20 });
  let format: ReturnType<typeof sniffMedia>;
  for await (const chunk of checkedFirstBytes(chunks, UNNAMED_TYPE, showUrl(url))) {
    options.signal.throwIfAborted();
    if (sink.doneBytes === 0) format = sniffMedia(chunk.subarray(0, SNIFF_BYTES));
    await sink.write(chunk);
    options.onProgress?.(sink.doneBytes, stats.size);
  }
  const contentType = format === undefined ? UNNAMED_TYPE : contentTypeOf(format, false);
  return { contentType, sizeBytes: sink.doneBytes, sha256: sink.sha256() };
}

async function openSource(url: URL): Promise<FileHandle> {
  try {
    // Not blocking, or opening a pipe that nobody writes to would wait for ever.
    return await open(fileURLToPath(url), constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw lastingError("media-not-found", `There is no file ${showUrl(url)}. Check the path.`, error);
    }
    if (code === "EACCES" || code === "EPERM") {
      throw lastingError("media-access", `${showUrl(url)} may not be read. Check the file's permissions.`, error);
    }
    throw lastingError("media-url", `${showUrl(url)} cannot be opened as a file. Check the path.`, error);
  }
}
