import type { FetchedMedia } from "./media-fetcher.ts";

/** Takes a recording that is sent to us. */
export interface MediaReceiver {
  /**
   * Writes the bytes to `path` as they come; the type is told from them.
   * @throws StageError `media-format`, `media-unreadable`, `media-too-large`, `disk-full`; whatever reading the bytes throws
   */
  receive(bytes: AsyncIterable<Uint8Array>, path: string): Promise<FetchedMedia>;
}
