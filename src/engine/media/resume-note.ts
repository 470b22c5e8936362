import { createHash } from "node:crypto";
import { readFile, rm, stat, writeFile } from "node:fs/promises";

/** Kept beside a partly fetched file, so that a later fetch knows whether the server still has the same thing. */
export interface ResumeNote {
  readonly validator: string;
  readonly contentType: string;
}

export interface Resumable extends ResumeNote {
  readonly doneBytes: number;
}

/** What an interrupted fetch of the same URL left at `path`, when it can be continued. */
export async function loadResumable(path: string, url: URL): Promise<Resumable | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(notePath(path), "utf8"));
    const { size: doneBytes } = await stat(path);
    return isNoteFor(note, url) && doneBytes > 0 ? { ...note, doneBytes } : undefined;
  } catch {
    // No note, or one cut short by a crash: the fetch begins at the first byte, which is always right.
    return undefined;
  }
}

/** A URL may hold secrets, so only its hash is written. */
export async function saveResumeNote(path: string, url: URL, note: ResumeNote): Promise<void> {
  await writeFile(notePath(path), JSON.stringify({ ...note, urlSha256: hashOf(url) }));
}

export async function dropResumeNote(path: string): Promise<void> {
  await rm(notePath(path), { force: true });
}

function isNoteFor(note: unknown, url: URL): note is ResumeNote {
  if (typeof note !== "object" || note === null) return false;
  const { validator, contentType, urlSha256 } = note as Record<string, unknown>; // checked field by field below
  return typeof validator === "string" && typeof contentType === "string" && urlSha256 === hashOf(url);
}

function hashOf(url: URL): string {
  return createHash("sha256").update(url.href).digest("hex");
}

function notePath(path: string): string {
  return `${path}.resume.json`;
}
