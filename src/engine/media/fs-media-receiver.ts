import type { FetchedMedia } from "./media-fetcher.ts";
import type { MediaReceiver } from "./media-receiver.ts";
import { MediaSink } from "./media-sink.ts";
import { refuseMedia } from "./refuse-media.ts";
import { contentTypeOf, type MediaFormat, sniffMedia, SNIFF_BYTES } from "./sniff-media.ts";

export class FsMediaReceiver implements MediaReceiver {
  readonly #maxBytes: number;

  constructor(options: { readonly maxBytes: number }) {
    this.#maxBytes = options.maxBytes;
  }

  async receive(bytes: AsyncIterable<Uint8Array>, path: string): Promise<FetchedMedia> {
    await using sink = await MediaSink.open(path, 0, this.#maxBytes);
    let head = Buffer.alloc(0);
    let format: MediaFormat | undefined;
    for await (const chunk of bytes) {
      if (format !== undefined) {
        await sink.write(chunk);
        continue;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length < SNIFF_BYTES) continue;
      format = requireFormat(head);
      await sink.write(head);
    }
    if (format === undefined) {
      format = requireFormat(head);
      await sink.write(head);
    }
    return { contentType: contentTypeOf(format, false), sizeBytes: sink.doneBytes, sha256: sink.sha256() };
  }
}

/** Nobody would learn of a wrong file later: Gong's paths do not say how the processing of a call went. */
function requireFormat(head: Uint8Array): MediaFormat {
  const format = sniffMedia(head.subarray(0, SNIFF_BYTES));
  if (format === undefined) throw refuseMedia(head.subarray(0, SNIFF_BYTES), "it is none of the accepted kinds");
  return format;
}
