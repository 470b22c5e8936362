import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { NotFoundError } from "../../calls/errors.ts";
import type { CallId } from "../../calls/ids.ts";
import { errorCode, rethrowDiskError } from "./media-errors.ts";
import type { ByteRange, MediaKind, MediaStore } from "./media-store.ts";

/**
 * Keeps recordings in a folder: `kept/<2 digits>/<2 digits>/<call id>.<kind>`, by the last digits of the id, since the first ones
 * change only with the year. What is being written has a folder of its own, `staging/<call id>.<kind>/`, for the fetcher's notes too.
 */
export class FsMediaStore implements MediaStore {
  readonly #root: string;

  constructor(rootFolder: string) {
    this.#root = rootFolder;
  }

  async stagingPath(callId: CallId, kind: MediaKind): Promise<string> {
    const folder = this.#stagingFolder(callId, kind);
    await mkdir(folder, { recursive: true }).catch(rethrowDiskError);
    return join(folder, "media");
  }

  async commit(callId: CallId, kind: MediaKind): Promise<void> {
    const staged = join(this.#stagingFolder(callId, kind), "media");
    const kept = this.#keptPath(callId, kind);
    try {
      await syncToDisk(staged);
      const created = await mkdir(dirname(kept), { recursive: true });
      await rename(staged, kept);
      await syncFolders(dirname(kept), created === undefined ? dirname(kept) : dirname(created));
      await rm(dirname(staged), { recursive: true, force: true });
    } catch (error) {
      if (errorCode(error) === "ENOENT")
        throw new NotFoundError(`Call ${callId} has no staged ${kind}.`, { cause: error });
      rethrowDiskError(error);
    }
  }

  async size(callId: CallId, kind: MediaKind): Promise<number | undefined> {
    try {
      return (await stat(this.#keptPath(callId, kind))).size;
    } catch (error) {
      if (errorCode(error) === "ENOENT") return undefined;
      throw error;
    }
  }

  async localPath(callId: CallId, kind: MediaKind): Promise<string> {
    if ((await this.size(callId, kind)) === undefined) throw missing(callId, kind);
    return this.#keptPath(callId, kind);
  }

  async read(callId: CallId, kind: MediaKind, range?: ByteRange): Promise<Readable> {
    try {
      const file = await open(this.#keptPath(callId, kind));
      return createReadStream("", { fd: file, ...range });
    } catch (error) {
      if (errorCode(error) === "ENOENT") throw missing(callId, kind, error);
      throw error;
    }
  }

  async discard(callId: CallId, kind: MediaKind): Promise<void> {
    await rm(this.#stagingFolder(callId, kind), { recursive: true, force: true });
  }

  async remove(callId: CallId, kind: MediaKind): Promise<void> {
    await rm(this.#keptPath(callId, kind), { force: true });
    await this.discard(callId, kind);
  }

  #keptPath(callId: CallId, kind: MediaKind): string {
    const digits = checkedId(callId).padStart(4, "0");
    return join(this.#root, "kept", digits.slice(-2), digits.slice(-4, -2), `${callId}.${kind}`);
  }

  #stagingFolder(callId: CallId, kind: MediaKind): string {
    return join(this.#root, "staging", `${checkedId(callId)}.${kind}`);
  }
}

/** The id becomes part of a path, so it is looked at once more. */
function checkedId(callId: CallId): string {
  if (!/^\d{1,19}$/.test(callId)) throw new NotFoundError(`"${callId}" is no call id: ids are up to 19 digits.`);
  return callId;
}

function missing(callId: CallId, kind: MediaKind, cause?: unknown): NotFoundError {
  return new NotFoundError(`Call ${callId} has no ${kind} media.`, { cause });
}

/** A rename is durable once the folder is synced, and a new folder once the one above is. */
async function syncFolders(from: string, upTo: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    await syncToDisk(folder);
    if (folder === upTo || folder === dirname(folder)) return;
  }
}

async function syncToDisk(path: string): Promise<void> {
  await using handle = await open(path, "r");
  await handle.sync();
}
