import { createWriteStream } from "node:fs";
import { appendFile, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { InvalidInputError, SetupError } from "../calls/errors.ts";

/** A folder being written. It has its name once it is finished: what broke off is not taken for an archive. */
export interface ArchiveFolder extends AsyncDisposable {
  write(path: string, text: string): Promise<void>;
  append(path: string, text: string): Promise<void>;
  writeBytes(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  finish(): Promise<void>;
}

/** A folder that an export has made, to put more into. Each file is whole once it has its name. */
export function openArchiveFolder(folder: string): Pick<ArchiveFolder, "write" | "writeBytes"> {
  const put = async (path: string, write: (unfinished: string) => Promise<void>) => {
    const whole = join(folder, path);
    const unfinished = `${whole}.unfinished-${process.pid}`;
    try {
      await mkdir(dirname(whole), { recursive: true });
      await write(unfinished);
      await rename(unfinished, whole);
    } catch (error) {
      await rm(unfinished, { force: true });
      fail(folder, error);
    }
  };
  return {
    write: (path, text) => put(path, (unfinished) => writeFile(unfinished, text)),
    writeBytes: (path, bytes) => put(path, (unfinished) => pipeline(bytes, createWriteStream(unfinished))),
  };
}

/** @throws InvalidInputError where there is something already, SetupError where nothing can be written */
export async function createArchiveFolder(folder: string): Promise<ArchiveFolder> {
  await refuseFilled(folder);
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await makeFolder(unfinished).catch((error: unknown) => fail(folder, error));
  const made = new Set<string>([unfinished]);
  const place = async (path: string): Promise<string> => {
    const whole = join(unfinished, path);
    const parent = dirname(whole);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    return whole;
  };
  const write = (work: () => Promise<void>) => work().catch((error: unknown) => fail(folder, error));
  return {
    write: (path, text) => write(async () => writeFile(await place(path), text)),
    append: (path, text) => write(async () => appendFile(await place(path), text)),
    writeBytes: (path, bytes) => write(async () => pipeline(bytes, createWriteStream(await place(path)))),
    finish: () => write(() => rename(unfinished, folder)),
    [Symbol.asyncDispose]: () => rm(unfinished, { recursive: true, force: true }),
  };
}

/** The last part by itself: where nobody can make a folder, such as in `/proc`, Node's `recursive` tries for ever. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
}

async function refuseFilled(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    return fail(folder, error);
  });
  if (names.length > 0) {
    throw new InvalidInputError([
      { parameter: "folder", message: `${folder} is not empty; name a folder that is not there yet` },
    ]);
  }
}

function fail(folder: string, cause: unknown): never {
  const code = codeOf(cause);
  if (code === undefined) throw cause;
  const reason = { ENOSPC: "the disk is full", EACCES: "it may not be written to", ENOTDIR: "it is no folder" }[code];
  throw new SetupError(`${folder} cannot be written: ${reason ?? code}. Free some space, or name another folder.`, {
    cause,
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
