import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary } from "../support/tamtam.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

test("the packed tarball installs elsewhere and its tamtam runs", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "tamtam-package-"));
  try {
    const packed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", elsewhere], {
      cwd: root,
    });
    const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
    const environment = { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip", TAMTAM_DATA_DIR: join(elsewhere, "data") };
    await run("npm", ["init", "--yes"], { cwd: elsewhere });
    await run("npm", ["install", "--no-audit", "--no-fund", `./${filename}`], { cwd: elsewhere, env: environment });
    const page = join(elsewhere, "node_modules/tamtam/dist/web");
    expect(await readFile(join(page, "index.html"), "utf8")).toContain('<div id="page">');
    expect(await readFile(join(page, "licences.md"), "utf8")).toContain("react-dom");
    expect(await readdir(join(page, "assets"))).toContainEqual(expect.stringMatching(/^index-.*\.js\.br$/));
    const command = join(elsewhere, "node_modules/.bin/tamtam");
    const version = await run(command, ["--version"], { cwd: elsewhere, env: environment });
    expect(version.stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    const found = await run(command, ["search-calls"], { cwd: elsewhere, env: environment });
    expect(JSON.parse(found.stdout)).toEqual({
      calls: [],
      pagination: { totalRecords: 0, pageSize: 10, currentPage: 1 },
    });
    expect(await whoSaid("technicians", elsewhere)).toMatch(/^\d+ \d+ s, [A-Z][^\n]*technicians/im);
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
});

/** What the example prints that uses the installed package as a library. */
async function whoSaid(word: string, elsewhere: string): Promise<string> {
  await using tenant = await TestLibrary.create();
  await tenant.answer(["seed", "--calls", "50", "--until", "2025-06-30"]);
  await using server = await tenant.serve();
  const settings = {
    GONG_BASE_URL: server.url,
    GONG_ACCESS_KEY: ACCESS_KEY,
    GONG_ACCESS_KEY_SECRET: ACCESS_KEY_SECRET,
  };
  const example = join(elsewhere, "who-said.js");
  await cp(join(root, "examples/who-said.js"), example);
  // The folder that `npm init` made is no ES module.
  await run("npm", ["pkg", "set", "type=module"], { cwd: elsewhere });
  const span = ["2024-06-30T00:00:00Z", "2025-06-30T00:00:00Z"];
  const { stdout } = await run("node", [example, word, ...span], { env: { ...process.env, ...settings } });
  return stdout;
}
