import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { PackageFile } from "./model-files.ts";

/** The files that are not in the folder yet. */
export async function missingPackageFiles(cacheDir: string, files: readonly PackageFile[]): Promise<PackageFile[]> {
  const sizes = await Promise.all(files.map((file) => sizeOf(join(cacheDir, file.cacheName))));
  return files.filter((file, index) => sizes[index] !== file.sizeBytes);
}

/** What cannot be read counts as missing; that it cannot be written either shows when it is fetched. */
async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}
