import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockSync } from "./sync-lock.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("lets one sync at a time work on a mirror", async () => {
  const held = new Set<string>();
  const lock = await lockSync(folder, "acme", held);
  await expect(lockSync(folder, "acme", held)).rejects.toThrow("The mirror of acme is being synced");
  await lock[Symbol.asyncDispose]();
  await using _again = await lockSync(folder, "acme", held);
});

it("keeps to what another process has locked", async () => {
  await writeFile(join(folder, "sync.lock"), String(process.ppid));
  await expect(lockSync(folder, "acme", new Set())).rejects.toThrow(`by process ${process.ppid} already`);
});

it("takes over what a dead process left behind, also one that had the same number", async () => {
  for (const pid of [process.pid, 2 ** 22 + 1]) {
    await writeFile(join(folder, "sync.lock"), String(pid));
    await using _lock = await lockSync(folder, "acme", new Set());
  }
});
