import type { StageError } from "../../calls/errors.ts";
import { lastingError } from "./media-errors.ts";
import { sniffForeign, sniffMedia, sniffText } from "./sniff-media.ts";

const CHECK = "Check the recording where it comes from.";

/**
 * Why a file that no decoder takes is refused, by what its first bytes show it to be.
 * @param detail what the decoder found wrong, when it said.
 */
export function refuseMedia(
  head: Uint8Array,
  detail = "it is damaged or no recording at all",
  cause?: unknown,
): StageError {
  if (head.length === 0) return lastingError("media-unreadable", `The file is empty. ${CHECK}`, cause);
  const kind = otherKind(head);
  if (kind === undefined)
    return lastingError("media-unreadable", `The file cannot be read: ${detail}. ${CHECK}`, cause);
  return lastingError(
    "media-format",
    `The file is ${kind}. Send a WAV, MP3, MP4, M4A, MKV, WebM, OGG or FLAC file.`,
    cause,
  );
}

function otherKind(head: Uint8Array): string | undefined {
  if (sniffMedia(head) !== undefined) return undefined;
  const text = sniffText(head);
  if (text === undefined) return sniffForeign(head);
  return text === "text" ? "a text file" : `a ${text}`;
}
