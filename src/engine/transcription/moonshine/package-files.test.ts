import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LocalNpmRegistry } from "../../../../test/support/npm-registry.ts";
import { SetupError } from "../../../calls/errors.ts";
import type { PackageFile } from "./model-files.ts";
import { missingPackageFiles } from "./missing-files.ts";
import { fetchPackageFiles } from "./package-files.ts";

const LARGE = Buffer.alloc(3_000_000, "large");
const SMALL = Buffer.from("small");

function fileOf(path: string, content: Uint8Array): PackageFile {
  return {
    packageSpec: "@voices/models@1.2.3",
    tarballBytes: 5_000,
    path,
    sizeBytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    cacheName: path.replaceAll("/", "-"),
  };
}

const LARGE_FILE = fileOf("dist/large.onnx", LARGE);
const SMALL_FILE = fileOf("dist/small.onnx", SMALL);
const FILES = [LARGE_FILE, SMALL_FILE];

describe("fetchPackageFiles", () => {
  let home: string;
  let cacheDir: string;
  let registry: LocalNpmRegistry;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "tamtam-models-"));
    cacheDir = join(home, "deep/models");
    registry = await LocalNpmRegistry.open([
      {
        name: "@voices/models",
        version: "1.2.3",
        files: { "dist/large.onnx": LARGE, "README.md": SMALL, "dist/small.onnx": SMALL },
      },
    ]);
    await useRegistry(registry.url);
  });

  afterEach(async () => {
    await registry[Symbol.asyncDispose]();
    await rm(home, { recursive: true });
  });

  async function useRegistry(url: string): Promise<void> {
    await writeFile(join(home, ".npmrc"), `registry=${url}/\nfetch-retries=0\ncache=${join(home, "npm-cache")}\n`);
  }

  function fetchFiles(options: { files?: PackageFile[]; onProgress?: (done: number, total: number) => void } = {}) {
    const npm = { workingDir: home, environment: { HOME: home } };
    return fetchPackageFiles({ cacheDir, files: FILES, npm, ...options });
  }

  it("brings the wanted files and nothing else, with one request for the package", async () => {
    await fetchFiles();
    expect((await readdir(cacheDir)).toSorted()).toEqual(["dist-large.onnx", "dist-small.onnx"]);
    expect(await readFile(join(cacheDir, "dist-large.onnx"))).toEqual(LARGE);
    expect(registry.tarballRequestCount).toBe(1);
  });

  it("asks nobody when everything is there", async () => {
    await fetchFiles();
    await useRegistry("http://127.0.0.1:9");
    const progress: number[] = [];
    await fetchFiles({ onProgress: (done) => progress.push(done) });
    expect(progress).toEqual([]);
  });

  it("brings only what is missing, also a file cut short", async () => {
    await fetchFiles();
    await unlink(join(cacheDir, "dist-small.onnx"));
    await writeFile(join(cacheDir, "dist-large.onnx"), "cut short");
    expect(await missingPackageFiles(cacheDir, FILES)).toEqual(FILES);
    await fetchFiles();
    expect(await missingPackageFiles(cacheDir, FILES)).toEqual([]);
    expect(await readFile(join(cacheDir, "dist-large.onnx"))).toEqual(LARGE);
  });

  it("reports progress that never falls and ends complete", async () => {
    const progress: number[] = [];
    await fetchFiles({ onProgress: (done, total) => progress.push(done / total) });
    expect(progress.length).toBeGreaterThan(0);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it("may be done several times at once", async () => {
    await Promise.all([fetchFiles(), fetchFiles(), fetchFiles()]);
    expect((await readdir(cacheDir)).toSorted()).toEqual(["dist-large.onnx", "dist-small.onnx"]);
    expect(await readFile(join(cacheDir, "dist-large.onnx"))).toEqual(LARGE);
  });

  it("refuses a file with another content and leaves nothing of it behind", async () => {
    const other = { ...LARGE_FILE, sha256: "0".repeat(64) };
    await expect(fetchFiles({ files: [other, SMALL_FILE] })).rejects.toThrow(
      /checksum .* not 0{64}.*npm cache verify/s,
    );
    expect(await readdir(cacheDir)).not.toContain("dist-large.onnx");
    expect((await readdir(cacheDir)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("says so when the package has no such file", async () => {
    const absent = { ...SMALL_FILE, path: "dist/absent.onnx", cacheName: "absent.onnx" };
    await expect(fetchFiles({ files: [absent] })).rejects.toThrow("has no file dist/absent.onnx");
  });

  it("says what to do when the registry cannot be reached", async () => {
    await registry[Symbol.asyncDispose]();
    const failure = fetchFiles();
    await expect(failure).rejects.toBeInstanceOf(SetupError);
    await expect(failure).rejects.toThrow(/was not reached \(ECONNREFUSED\).*needed once; connect to the network/s);
  });

  it("says what to do when the registry does not have the package", async () => {
    const unknown = { ...SMALL_FILE, packageSpec: "@voices/unknown@1.0.0" };
    await expect(fetchFiles({ files: [unknown] })).rejects.toThrow(/does not have @voices\/unknown@1.0.0 \(E404\)/);
  });

  it("says what to do when the folder cannot be made", async () => {
    await writeFile(join(home, "deep"), "a file where a folder should be");
    await expect(fetchFiles()).rejects.toThrow(/cannot be written to .*deep\/models \(ENOTDIR\)/);
  });

  it("stops when it is told to, leaving nothing half done", async () => {
    const controller = new AbortController();
    const npm = { workingDir: home, environment: { HOME: home } };
    const reason = new Error("enough");
    const onProgress = (): void => controller.abort(reason);
    await expect(
      fetchPackageFiles({ cacheDir, files: FILES, npm, signal: controller.signal, onProgress }),
    ).rejects.toBe(reason);
    expect((await readdir(cacheDir)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});
