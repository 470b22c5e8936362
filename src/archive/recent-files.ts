import { readArchiveFile } from "./scan-archive.ts";
import type { ArchiveFile } from "./recognise-file.ts";

/** Calls that follow one another are mostly in the same few files: one of calls, one of their transcripts, and their neighbours. */
const KEPT_FILES = 4;

/** Reads files of an archive; those that were used last are not read again. */
export function recentFiles(read: (path: string) => Promise<ArchiveFile> = readArchiveFile) {
  const kept = new Map<string, Promise<ArchiveFile>>();
  return (path: string): Promise<ArchiveFile> => {
    const file = kept.get(path) ?? read(path);
    kept.delete(path);
    kept.set(path, file);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > KEPT_FILES) kept.delete(oldest);
    return file;
  };
}
