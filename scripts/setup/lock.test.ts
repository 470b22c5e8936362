import { access, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "./lock.js";

let folder: string;
let lines: string[];
const say = (line: string) => lines.push(line);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-lock-"));
  lines = [];
});

afterEach(() => rm(folder, { recursive: true }));

describe("the lock of a set-up", () => {
  it("lets one work at a time, and says that one waits", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all([withLock(folder, say, work), withLock(folder, say, work), withLock(folder, say, work)]);
    expect(most).toBe(1);
    expect(lines).toContain("Waiting for another set-up of this folder to finish …");
  });

  it("is given back when the work fails", async () => {
    const failing = withLock(folder, say, () => Promise.reject(new Error("no network")));
    await expect(failing).rejects.toThrow("no network");
    expect(await withLock(folder, say, async () => "done")).toBe("done");
    await expect(access(join(folder, ".setup.lock"))).rejects.toThrow("ENOENT");
  });

  it("is taken from a process that is gone", async () => {
    // Process ids of Linux and macOS end far below this one.
    await writeFile(join(folder, ".setup.lock"), "99999999");
    expect(await withLock(folder, say, async () => "done")).toBe("done");
    expect(lines).toEqual([]);
  });

  it("is taken from a process that has not beaten for long, even if it lives", async () => {
    const lockFile = join(folder, ".setup.lock");
    await writeFile(lockFile, String(process.pid));
    await utimes(lockFile, 0, 0);
    expect(await withLock(folder, say, async () => "done")).toBe("done");
  });
});
