import { execFile } from "node:child_process";
import { access, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { build, isBuildStale } from "./build.js";
import { CommandFailed } from "./run-command.js";

const root = join(import.meta.dirname, "../..");
let folder: string;

/** A clone in small, with the project's own compiler and its settings. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-build-"));
  for (const name of ["tsconfig.json", "tsconfig.build.json"]) await cp(join(root, name), join(folder, name));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await mkdir(join(folder, "src"));
  await write("main.ts", 'import { answer } from "./answer.ts";\nconsole.log(answer);\n');
  await write("answer.ts", "export const answer = 42;\n");
});

afterEach(() => rm(folder, { recursive: true }));

function write(name: string, text: string): Promise<void> {
  return writeFile(join(folder, "src", name), text);
}

async function compile(): Promise<void> {
  await build(folder, () => {});
}

async function run(): Promise<string> {
  return (await promisify(execFile)(process.execPath, [join(folder, "dist/main.js")])).stdout;
}

describe("a build", () => {
  it("is stale before the first one and fresh after it", async () => {
    expect(isBuildStale(folder)).toBe(true);
    await compile();
    expect(isBuildStale(folder)).toBe(false);
    expect(await run()).toBe("42\n");
  });

  it("is stale when a source changed, and then has the change", async () => {
    await compile();
    await write("answer.ts", "export const answer = 1234;\n");
    expect(isBuildStale(folder)).toBe(true);
    await compile();
    expect(await run()).toBe("1234\n");
    expect(isBuildStale(folder)).toBe(false);
  });

  it("is not stale for a changed test", async () => {
    await compile();
    await write("answer.test.ts", "export {};\n");
    expect(isBuildStale(folder)).toBe(false);
  });

  it("removes what was made from a source that is gone", async () => {
    await write("gone.ts", "export const a = 1;\n");
    await compile();
    await rm(join(folder, "src/gone.ts"));
    await mkdir(join(folder, "dist/web"));
    await writeFile(join(folder, "dist/web/page.js"), "// of another builder");
    expect(isBuildStale(folder)).toBe(true);
    await compile();
    await expect(access(join(folder, "dist/gone.js"))).rejects.toThrow("ENOENT");
    await access(join(folder, "dist/web/page.js"));
  });

  it("makes again what was deleted, although no source changed", async () => {
    await compile();
    await rm(join(folder, "dist/answer.js"));
    expect(isBuildStale(folder)).toBe(true);
    await compile();
    expect(await run()).toBe("42\n");
  });

  it("tells the compiler's own words when the sources are wrong, and stays stale", async () => {
    await write("answer.ts", 'export const answer: number = "many";\n');
    const failure = await build(folder, () => {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailed);
    expect(failure).toMatchObject({ output: expect.stringContaining("src/answer.ts(1,14): error TS2322") });
    expect(isBuildStale(folder)).toBe(true);
    await write("answer.ts", "export const answer = 7;\n");
    await compile();
    expect(await readFile(join(folder, "dist/answer.js"), "utf8")).toContain("answer = 7");
  });
});
