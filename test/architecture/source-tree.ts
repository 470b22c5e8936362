import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The files of a source folder: path with forward slashes, relative to that folder, and text. */
export type SourceTree = ReadonlyMap<string, string>;

export function readSourceTree(folder: string): SourceTree {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [
      path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, ""),
      readFileSync(path, "utf8"),
    ]),
  );
}

/** What is compiled and shipped: TypeScript without its tests. */
export function listShippedFiles(tree: SourceTree): readonly (readonly [path: string, text: string])[] {
  return [...tree].filter(([path]) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
}

/** Whether `path` is `place` or lies below it; `*` is everywhere. */
export function isWithin(path: string, place: string): boolean {
  return place === "*" || path === place || path.startsWith(`${place}/`);
}
