import type { Readable } from "node:stream";
import type { CallId } from "../../calls/ids.ts";

const mediaKinds = ["original", "samples"] as const;
/** What is kept of a call's media: the file as it came, and the decoded samples while they are needed. */
export type MediaKind = (typeof mediaKinds)[number];

export interface ByteRange {
  /** First byte. */
  readonly start: number;
  /** Last byte, inclusive. */
  readonly end: number;
}

/** Where recordings are kept. A file is in the store completely or not at all. */
export interface MediaStore {
  /** A path on this machine to write a new file to; it is in the store only once `commit` was called. Survives a crash for `MediaFetcher` to take up. */
  stagingPath(callId: CallId, kind: MediaKind): Promise<string>;
  commit(callId: CallId, kind: MediaKind): Promise<void>;
  /** Size in bytes, or `undefined` when the store has no such file. */
  size(callId: CallId, kind: MediaKind): Promise<number | undefined>;
  /** A path on this machine from which the file can be read with seeking. @throws NotFoundError */
  localPath(callId: CallId, kind: MediaKind): Promise<string>;
  read(callId: CallId, kind: MediaKind, range?: ByteRange): Promise<Readable>;
  /** Takes away what is staged; what is kept stays. */
  discard(callId: CallId, kind: MediaKind): Promise<void>;
  /** Also what is staged. Removing what is not there is fine. */
  remove(callId: CallId, kind: MediaKind): Promise<void>;
}

/** Takes away everything of a call. */
export async function removeAllMedia(media: MediaStore, callId: CallId): Promise<void> {
  for (const kind of mediaKinds) await media.remove(callId, kind);
}
