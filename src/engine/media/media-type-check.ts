import type { StageError } from "../../calls/errors.ts";
import { lastingError } from "./media-errors.ts";
import { sniffForeign, sniffMedia, sniffText, SNIFF_BYTES } from "./sniff-media.ts";

/** What is said of a file whose server names no type. */
export const UNNAMED_TYPE = "application/octet-stream";

/** Types that say nothing, or not enough: the bytes decide. */
const openTypes = new Set([UNNAMED_TYPE, "binary/octet-stream", "application/ogg", "application/mp4"]);

/** The `Content-Type` header without its parameters. */
export function plainContentType(header: string | undefined): string {
  return header?.split(";")[0]?.trim().toLowerCase() || UNNAMED_TYPE;
}

/** Refuses what a server calls something else than a recording. @throws StageError `media-type` */
export function checkContentType(contentType: string, shownUrl: string): void {
  if (isSound(contentType) || openTypes.has(contentType)) return;
  if (contentType === "text/html" || contentType === "application/xhtml+xml") throw webPageError(shownUrl);
  throw lastingError(
    "media-type",
    `${shownUrl} is ${contentType}, not a recording. Give a link to the audio or video file itself (audio/*, video/* or application/octet-stream).`,
  );
}

/** Refuses bytes that are plainly no recording, whatever the server calls them. @throws StageError `media-type` */
export function checkFirstBytes(head: Uint8Array, contentType: string, shownUrl: string): void {
  if (sniffMedia(head) !== undefined) return;
  const text = sniffText(head);
  if (text === "web page") throw webPageError(shownUrl);
  if (text === "playlist") {
    throw lastingError(
      "media-type",
      `${shownUrl} is a playlist, not a recording. Give a link to one audio or video file.`,
    );
  }
  const foreign = text === "text" ? "text" : sniffForeign(head);
  if (foreign !== undefined || !isSound(contentType)) {
    throw lastingError(
      "media-type",
      `${shownUrl} holds ${foreign ?? "no known kind of recording"}. Give a link to a WAV, MP3, MP4, M4A, MKV, WebM, OGG or FLAC file.`,
    );
  }
}

/** Lets a stream through once its first bytes have been found to be a recording's. */
export async function* checkedFirstBytes(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string,
  shownUrl: string,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < SNIFF_BYTES) continue;
    checkFirstBytes(head.subarray(0, SNIFF_BYTES), contentType, shownUrl);
    yield head;
    head = undefined;
  }
  if (head === undefined || head.length === 0) return;
  checkFirstBytes(head, contentType, shownUrl);
  yield head;
}

function isSound(contentType: string): boolean {
  return contentType.startsWith("audio/") || contentType.startsWith("video/");
}

function webPageError(shownUrl: string): StageError {
  return lastingError(
    "media-type",
    `${shownUrl} is a web page, perhaps one that asks to log in. Give a link that downloads the recording without a login.`,
  );
}
