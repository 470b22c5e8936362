import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);

/** RFC 1952: deflated, no name, no time, from an unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** All of an answer's JSON that follows the request's id: the same for several requests, which share what it takes to make and to pack it. */
export class WrittenMembers {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #deflated: Promise<Uint8Array> | undefined;

  constructor(body: object) {
    const { requestId: _another, ...members } = body as { readonly requestId?: unknown }; // any body may come from another server
    const text = JSON.stringify(members);
    this.bytes = Buffer.from(text === "{}" ? "}" : text);
    if (text !== "{}") this.bytes[0] = ",".charCodeAt(0); // in the place of the brace
  }

  /** `head` and these as gzip. The head is a block of its own that is not packed, so what follows it is the same each time. */
  async gzipAfter(head: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    this.#deflated ??= deflate(this.bytes);
    const stored = Buffer.alloc(5);
    stored.writeUInt16LE(head.length, 1);
    stored.writeUInt16LE(~head.length & 0xffff, 3);
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc32(this.bytes, crc32(head)), 0);
    trailer.writeUInt32LE(head.length + this.bytes.length, 4);
    return Buffer.concat([GZIP_HEADER, stored, head, await this.#deflated, trailer]);
  }
}
