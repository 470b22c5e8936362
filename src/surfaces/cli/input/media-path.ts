import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { InputProblem } from "../../../calls/errors.ts";
import { canonicalName } from "../../../connection/canonical-name.ts";

/** What paths are relative to. */
export interface Folders {
  /** Of a path that does not start with `/` or `~`. */
  readonly from: string;
  readonly homeDir: string;
}

/** The parameter whose value may be such a path. */
export const mediaParameter = "download-media-url";

type Entry = readonly [name: string, value: unknown];

/** On the command line the recording may be a file of this machine: its path becomes a `file:` URL. */
export async function resolveMediaPaths(
  entries: readonly Entry[],
  folders: Folders,
): Promise<{ readonly entries: Entry[]; readonly problems: InputProblem[] }> {
  const resolved: Entry[] = [];
  const problems: InputProblem[] = [];
  for (const [name, value] of entries) {
    const path = canonicalName(name) === mediaParameter ? localPath(value, folders) : undefined;
    const flaw = path === undefined ? undefined : await flawOf(path);
    if (flaw !== undefined) problems.push({ parameter: name, message: `${flaw}; got "${String(value)}"` });
    resolved.push([name, path === undefined ? value : pathToFileURL(path).href]);
  }
  return { entries: resolved, problems };
}

/** `undefined` for a URL of another kind, which is the downloader's to judge. */
function localPath(value: unknown, { from, homeDir }: Folders): string | undefined {
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const typed = value.trim();
  if (/^file:\/\/\/?[^/]*\//i.test(typed) && URL.canParse(typed)) return pathOfFileUrl(typed);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return undefined;
  return resolve(from, typed.replace(/^~(?=\/|$)/, homeDir));
}

/** A file URL with a host names a file of another machine. */
function pathOfFileUrl(url: string): string | undefined {
  return new URL(url).host === "" ? fileURLToPath(url) : undefined;
}

async function flawOf(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isFile() ? undefined : `must be a file, and ${path} is not one`;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ENOENT" || error.code === "ENOTDIR") {
      return `must be a URL that starts with https:// or the path of a file; there is no file ${path}`;
    }
    return `cannot be read (${error.message})`;
  }
}
