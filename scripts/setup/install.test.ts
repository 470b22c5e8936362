import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { install, isInstallStale } from "./install.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-install-"));
});

afterEach(() => rm(folder, { recursive: true }));

type Packages = Readonly<Record<string, object>>;

const zod = { version: "4.6.7", integrity: "sha512-a" };
const forThisSystem = { version: "1.0.0", optional: true, os: [process.platform] };
const forAnotherSystem = { version: "1.0.0", optional: true, os: ["plan9"] };

const node = { version: "24.21.0", integrity: "sha512-n" };

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

  it("is stale where the project's own Node was left out, as an install without scripts does", async () => {
    await wants({ "node_modules/node": node });
    await has({ "node_modules/node": node });
    expect(isInstallStale(folder)).toBe(true);
    await mkdir(join(folder, "node_modules/node/bin"), { recursive: true });
    await writeFile(join(folder, "node_modules/node/bin/node"), "");
    expect(isInstallStale(folder)).toBe(false);
  });

  it("is fresh without the packages of other systems", async () => {
    await wants({ "node_modules/here": forThisSystem, "node_modules/elsewhere": forAnotherSystem });
    await has({ "node_modules/here": forThisSystem });
    expect(isInstallStale(folder)).toBe(false);
  });
});

/** Stands for npm: writes down what it was asked for and by which Node, and puts there what npm would; a package for this system only by `install`. */
const npm = `
const { appendFileSync, copyFileSync, mkdirSync, writeFileSync } = require("node:fs");
const [command, ...rest] = process.argv.slice(2);
const node = process.execPath.includes("tamtam-install-") ? "own: " : "";
appendFileSync("asked.txt", node + [command, ...rest.filter((word) => !/^--(prefer|no-progress|loglevel)/.test(word))].join(" ") + "\\n");
mkdirSync("node_modules/node/bin", { recursive: true });
if (command === "ci") writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages: {} }));
if (command === "rebuild") copyFileSync(process.execPath, "node_modules/node/bin/node");
if (command === "install") mkdirSync("node_modules/here");
`;

async function askedOfNpm(): Promise<{ readonly asked: readonly string[]; readonly said: readonly string[] }> {
  await writeFile(join(folder, "npm-cli.js"), npm);
  vi.stubEnv("npm_execpath", join(folder, "npm-cli.js"));
  vi.stubEnv("npm_node_execpath", process.execPath);
  const said: string[] = [];
  try {
    await install(folder, (line: string) => said.push(line));
  } finally {
    vi.unstubAllEnvs();
  }
  const asked = await readFile(join(folder, "asked.txt"), "utf8");
  return { asked: asked.trimEnd().split("\n"), said };
}

it("runs no script of a package but the one that fetches the project's own Node", async () => {
  await wants({ "node_modules/node": node, "node_modules/elsewhere": forAnotherSystem });
  const { asked, said } = await askedOfNpm();
  expect(asked).toEqual(["ci --include=dev --ignore-scripts", "rebuild node"]);
  expect(said).toEqual(["Installing packages (npm ci, up to 2) …", expect.stringMatching(/^Installed in /)]);
});

it("has what npm left out for want of a newer Node installed on the project's own", async () => {
  await wants({ "node_modules/node": node, "node_modules/here": forThisSystem });
  const { asked } = await askedOfNpm();
  expect(asked).toEqual([
    "ci --include=dev --ignore-scripts",
    "rebuild node",
    "own: install --no-save --include=dev --ignore-scripts",
  ]);
});
