import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { ZodError } from "zod";
import { InvalidInputError } from "../calls/errors.ts";
import { parseWireJson } from "../gong-api/wire-json.ts";
import type { HoldingName } from "../calls/holdings.ts";
import type { Tracker } from "../calls/tracker.ts";
import type { ArchiveAbout } from "./archive-about.ts";
import { archiveLayout } from "./archive-layout.ts";
import type { ArchivedUser, ArchivedWorkspace } from "./archived-people.ts";
import { type ArchiveFile, recogniseFile } from "./recognise-file.ts";

/** What is where in a folder of files. Of calls only the places are kept: a library may be larger than the memory. */
export interface ArchiveContents {
  readonly users: readonly ArchivedUser[];
  readonly workspaces: readonly ArchivedWorkspace[];
  readonly trackers: readonly Tracker[];
  /** By call: the file that has it. */
  readonly calls: ReadonlyMap<string, string>;
  readonly transcripts: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, string>;
  readonly media: ReadonlyMap<string, string>;
  /** By kind: the files that have some. */
  readonly holdings: ReadonlyMap<HoldingName, readonly string[]>;
  readonly about: readonly ArchiveAbout[];
  readonly broken: readonly BrokenFile[];
  /** JSON files with nothing that is known here, relative to the folder. */
  readonly ignored: readonly string[];
}

export interface BrokenFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly reason: string;
}

const { about, users, workspaces, trackers } = archiveLayout;
/** Of an export of ours, in which there may be nothing. */
const ownNames: readonly string[] = [about, users, workspaces, trackers];

/** Looks into every JSON file of the folder and those below it, or into the one file that is named. @throws InvalidInputError for a folder that cannot be read */
export async function scanArchive(folder: string, signal: AbortSignal): Promise<ArchiveContents> {
  const contents = {
    users: [] as ArchivedUser[],
    workspaces: [] as ArchivedWorkspace[],
    trackers: [] as Tracker[],
    calls: new Map<string, string>(),
    transcripts: new Map<string, string>(),
    records: new Map<string, string>(),
    media: new Map<string, string>(),
    holdings: new Map<HoldingName, string[]>(),
    about: [] as ArchiveAbout[],
    broken: [] as BrokenFile[],
    ignored: [] as string[],
  };
  for (const path of await listFiles(folder)) {
    if (signal.aborted) break;
    if (basename(join(path, "..")) === "media") contents.media.set(basename(path, extname(path)), path);
    if (extname(path).toLowerCase() !== ".json") continue;
    const file = await readArchiveFile(path).catch((error: unknown) => {
      contents.broken.push({ path: nameIn(folder, path), reason: reasonOf(error) });
    });
    if (!file) continue;
    if (isForeign(file) && !ownNames.includes(basename(path))) contents.ignored.push(nameIn(folder, path));
    for (const { metaData } of file.calls) contents.calls.set(metaData.id, path);
    for (const { callId } of file.transcripts) contents.transcripts.set(callId, path);
    for (const { call } of file.records) contents.records.set(call.id, path);
    contents.users.push(...file.users);
    contents.workspaces.push(...file.workspaces);
    contents.trackers.push(...file.trackers);
    contents.about.push(...file.about);
    for (const { name } of file.holdings) {
      contents.holdings.set(name, [...(contents.holdings.get(name) ?? []), path]);
    }
  }
  return contents;
}

/** @throws SyntaxError, ZodError */
export async function readArchiveFile(path: string): Promise<ArchiveFile> {
  const text = await readFile(path, "utf8");
  return recogniseFile(parseWireJson(text.replace(BYTE_ORDER_MARK, "")));
}

/** Windows programs begin their files with one; JSON has none. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Of a folder, or the one file. */
async function listFiles(folder: string): Promise<string[]> {
  try {
    if ((await stat(folder)).isFile()) return [folder];
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
    const reason = { ENOENT: "is not there", EACCES: "may not be read" }[code] ?? code;
    throw new InvalidInputError([{ parameter: "folder", message: `${folder} ${reason}` }], { cause });
  }
}

function nameIn(folder: string, path: string): string {
  return relative(folder, path) || basename(path);
}

function isForeign(file: ArchiveFile): boolean {
  return Object.values(file).every((things: readonly unknown[]) => things.length === 0);
}

function reasonOf(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues
      .slice(0, 3)
      .map(({ path, message }) => `${path.join(".")}: ${message}`)
      .join("; ");
  }
  return error instanceof SyntaxError ? `is not valid JSON (${error.message})` : String(error);
}
