import { access, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildPage, isPageStale } from "./build-page.js";
import { CommandFailed } from "./run-command.js";

const root = join(import.meta.dirname, "../..");
let folder: string;

/** A clone in small, with the project's own bundler and a page of one line. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-page-build-"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await mkdir(join(folder, "web"));
  const settings = `export default { root: import.meta.dirname, build: { outDir: "../dist/web", emptyOutDir: true } };\n`;
  await writeFile(join(folder, "web/vite.config.ts"), settings);
  await writeFile(join(folder, "web/index.html"), '<script type="module" src="./main.ts"></script>');
  await writeFile(join(folder, "web/main.ts"), "document.title = 'one';\n");
});

afterEach(() => rm(folder, { recursive: true }));

const bundle = () => buildPage(folder, () => {});

describe("the build of the page", () => {
  it("is stale before the first one, fresh after it, and stale again when a source changes, but for tests", async () => {
    expect(isPageStale(folder)).toBe(true);
    await bundle();
    expect(isPageStale(folder)).toBe(false);
    await access(join(folder, "dist/web/index.html"));
    await writeFile(join(folder, "web/main.test.ts"), "export {};\n");
    expect(isPageStale(folder)).toBe(false);
    await writeFile(join(folder, "web/main.ts"), "document.title = 'another';\n");
    expect(isPageStale(folder)).toBe(true);
  });

  it("is stale when the client that is in it changed, or when a file of it is gone", async () => {
    await bundle();
    await mkdir(join(folder, "src/client"), { recursive: true });
    await writeFile(join(folder, "src/client/send.ts"), "export {};\n");
    expect(isPageStale(folder)).toBe(true);
    await bundle();
    expect(isPageStale(folder)).toBe(false);
    await rm(join(folder, "dist/web/index.html"));
    expect(isPageStale(folder)).toBe(true);
  });

  it("tells the bundler's own words when the sources are wrong, and stays stale", async () => {
    await writeFile(join(folder, "web/main.ts"), 'import "./gone.ts";\n');
    const failure = await bundle().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailed);
    expect(failure).toHaveProperty("output", expect.stringContaining("./gone.ts"));
    expect(isPageStale(folder)).toBe(true);
  });
});
