import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { NotFoundError, StageError } from "../../calls/errors.ts";
import type { CrmFiles } from "./crm-files.ts";

const ENDING = ".ldjson";

/** Keeps files in a folder. Which of them arrived whole, the requests know. */
export class FsCrmFiles implements CrmFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async keep(fileId: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true });
      await using file = await open(this.#path(fileId), "w");
      await writeAll(file, bytes, maxBytes);
      await file.sync();
      await syncFolder(this.#folder);
    } catch (error) {
      await this.remove(fileId);
      throw explained(error);
    }
  }

  async read(fileId: string, start: number): Promise<AsyncIterable<Uint8Array>> {
    try {
      const file = await open(this.#path(fileId));
      return createReadStream("", { fd: file, start });
    } catch (error) {
      if (errorCode(error) === "ENOENT") throw new NotFoundError(`The file ${fileId} is gone.`, { cause: error });
      throw error;
    }
  }

  async remove(fileId: string): Promise<void> {
    await rm(this.#path(fileId), { force: true });
  }

  async list(): Promise<readonly { readonly fileId: string; readonly modifiedMs: number }[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const files = names
      .filter((name) => name.endsWith(ENDING))
      .map(async (name) => {
        const fileId = name.slice(0, -ENDING.length);
        const found = await stat(this.#path(fileId)).catch(() => undefined);
        return found === undefined ? [] : [{ fileId, modifiedMs: found.mtimeMs }];
      });
    return (await Promise.all(files)).flat();
  }

  #path(fileId: string): string {
    return join(this.#folder, fileId + ENDING);
  }
}

async function writeAll(file: FileHandle, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<void> {
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) throw new RangeError(`The file is larger than ${maxBytes} bytes`);
    await file.writeFile(chunk);
  }
}

/** A new file is durable once its folder is synced, and the folder once the one above is. */
async function syncFolder(folder: string): Promise<void> {
  for (const path of [folder, dirname(folder)]) {
    await using handle = await open(path, "r");
    await handle.sync();
  }
}

function explained(error: unknown): unknown {
  if (errorCode(error) !== "ENOSPC" && errorCode(error) !== "EDQUOT") return error;
  const message = "The disk is full. Free some space, then send the file again.";
  return new StageError("disk-full", message, { isTransient: true, cause: error });
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
