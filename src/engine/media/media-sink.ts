import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { lastingError, rethrowDiskError, spokenSize } from "./media-errors.ts";

/** Takes a recording's bytes as they come: writes them, counts them against the limit, hashes them. */
export class MediaSink implements AsyncDisposable {
  readonly #file: FileHandle;
  readonly #hash: Hash;
  readonly #maxSizeBytes: number;
  #doneBytes: number;

  private constructor(file: FileHandle, hash: Hash, doneBytes: number, maxSizeBytes: number) {
    this.#file = file;
    this.#hash = hash;
    this.#doneBytes = doneBytes;
    this.#maxSizeBytes = maxSizeBytes;
  }

  /** @param keepBytes how much of what is at `path` stays in front of what will be written. */
  static async open(path: string, keepBytes: number, maxSizeBytes: number): Promise<MediaSink> {
    const hash = createHash("sha256");
    if (keepBytes > 0) {
      for await (const chunk of createReadStream(path, { end: keepBytes - 1 })) hash.update(chunk);
    }
    const file = await open(path, keepBytes > 0 ? "r+" : "w").catch(rethrowDiskError);
    return new MediaSink(file, hash, keepBytes, maxSizeBytes);
  }

  get doneBytes(): number {
    return this.#doneBytes;
  }

  /** @throws StageError `media-too-large`, `disk-full` */
  async write(chunk: Uint8Array): Promise<void> {
    checkMediaSize(this.#doneBytes + chunk.length, this.#maxSizeBytes);
    for (let written = 0; written < chunk.length;) {
      const rest = chunk.length - written;
      const { bytesWritten } = await this.#file
        .write(chunk, written, rest, this.#doneBytes + written)
        .catch(rethrowDiskError);
      written += bytesWritten;
    }
    this.#hash.update(chunk);
    this.#doneBytes += chunk.length;
  }

  sha256(): string {
    return this.#hash.copy().digest("hex");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }
}

/** @throws StageError `media-too-large` */
export function checkMediaSize(sizeBytes: number, maxSizeBytes: number): void {
  if (sizeBytes <= maxSizeBytes) return;
  throw lastingError(
    "media-too-large",
    `The recording is larger than ${spokenSize(maxSizeBytes)}, the most that is accepted. Send a smaller or more compressed file, or have TAMTAM_MEDIA_MAX_GB raised.`,
  );
}
