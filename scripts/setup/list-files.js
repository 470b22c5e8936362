import { existsSync, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** Paths of all files below a folder; none where it is not there. */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** A line for a file that changes when its name, size or time does. */
export function traceOf(cloneFolder, path) {
  const { mtimeMs, size } = statSync(join(cloneFolder, path), { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: -1 };
  return `${path.split(sep).join("/")} ${size} ${mtimeMs}\n`;
}
