import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstallStale } from "./install.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-install-"));
});

afterEach(() => rm(folder, { recursive: true }));

type Packages = Readonly<Record<string, object>>;

const zod = { version: "4.6.7", integrity: "sha512-a" };
const forThisSystem = { version: "1.0.0", optional: true, os: [process.platform] };
const forAnotherSystem = { version: "1.0.0", optional: true, os: ["plan9"] };

async function wants(packages: Packages): Promise<void> {
  await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: { "": { name: "x" }, ...packages } }));
}

async function has(packages: Packages): Promise<void> {
  await mkdir(join(folder, "node_modules"), { recursive: true });
  await writeFile(join(folder, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
}

describe("an install", () => {
  it("is stale before the first one", async () => {
    await wants({ "node_modules/zod": zod });
    expect(isInstallStale(folder)).toBe(true);
  });

  it("is stale when an install was interrupted, which leaves packages without npm's record of them", async () => {
    await wants({ "node_modules/zod": zod });
    await mkdir(join(folder, "node_modules/zod"), { recursive: true });
    expect(isInstallStale(folder)).toBe(true);
  });

  it("is fresh when every package is the one of the lock file", async () => {
    await wants({ "node_modules/zod": zod });
    await has({ "node_modules/zod": { ...zod, license: "MIT" } });
    expect(isInstallStale(folder)).toBe(false);
  });

  it.each<[string, Packages, Packages]>([
    ["another version is there", { "node_modules/zod": zod }, { "node_modules/zod": { ...zod, version: "4.6.6" } }],
    ["other bytes are there", { "node_modules/zod": zod }, { "node_modules/zod": { ...zod, integrity: "sha512-b" } }],
    ["a package is missing", { "node_modules/zod": zod }, {}],
    ["a package is there that nobody wants", {}, { "node_modules/zod": zod }],
    ["it was made on another system", { "node_modules/a": forAnotherSystem }, { "node_modules/a": forAnotherSystem }],
  ])("is stale when %s", async (_, wanted, installed) => {
    await wants(wanted);
    await has(installed);
    expect(isInstallStale(folder)).toBe(true);
  });

  it("is fresh without the packages of other systems", async () => {
    await wants({ "node_modules/here": forThisSystem, "node_modules/elsewhere": forAnotherSystem });
    await has({ "node_modules/here": forThisSystem });
    expect(isInstallStale(folder)).toBe(false);
  });
});
