import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

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
    const command = join(elsewhere, "node_modules/.bin/tamtam");
    const version = await run(command, ["--version"], { cwd: elsewhere, env: environment });
    expect(version.stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    const found = await run(command, ["search-calls"], { cwd: elsewhere, env: environment });
    expect(JSON.parse(found.stdout)).toEqual({
      calls: [],
      pagination: { totalRecords: 0, pageSize: 10, currentPage: 1 },
    });
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
});
