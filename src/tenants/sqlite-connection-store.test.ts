import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SqliteConnectionStore } from "./sqlite-connection-store.ts";
import type { StoredConnection } from "./stored-connection.ts";

const NOW_MS = Date.UTC(2025, 5, 30);
const MINUTE_MS = 60_000;
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tamtam-connections-"));
  file = path.join(folder, "connections.db");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const connection = (name: string, accessKeySecret = "s3cr3t-of-it"): StoredConnection => ({
  name,
  kind: "gong",
  baseUrl: "https://us-1.api.gong.io",
  limits: { perSecond: 3 },
  credentials: { kind: "access-key", accessKey: "KEY", accessKeySecret },
});

async function onDisk(): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(path.join(folder, name), "latin1")))).join();
}

describe("connections", () => {
  test("are kept through a restart, listed by name, and made anew in their place", () => {
    {
      using store = new SqliteConnectionStore(file, () => NOW_MS);
      store.put(connection("beta"));
      store.put(connection("acme", "first"));
      store.put(connection("acme", "second"));
    }
    using store = new SqliteConnectionStore(file, () => NOW_MS);
    expect(store.list()).toEqual([connection("acme", "second"), connection("beta")]);
    expect(store.find("other")).toBeUndefined();
  });

  test("are readable by their owner alone, and gone from the disk when they are removed", async () => {
    using store = new SqliteConnectionStore(file, () => NOW_MS);
    store.put(connection("acme"));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await onDisk()).toContain("s3cr3t-of-it");
    store.remove("acme");
    expect(store.list()).toEqual([]);
    expect(await onDisk()).not.toContain("s3cr3t-of-it");
    expect(() => store.remove("acme")).toThrow('no connection "acme"');
  });

  test("are renamed with all they have, and not over another", async () => {
    using store = new SqliteConnectionStore(file, () => NOW_MS);
    store.put(connection("acme"));
    store.put(connection("beta", "other"));
    await store.rename("acme", "acme-eu");
    expect(store.list()).toEqual([connection("acme-eu"), connection("beta", "other")]);
    await expect(store.rename("acme-eu", "beta")).rejects.toMatchObject({ code: "conflict" });
    await expect(store.rename("acme", "new")).rejects.toMatchObject({ code: "not-found" });
    expect(store.list()).toHaveLength(2);
  });
});

describe("what is done exclusively", () => {
  /** Whether somebody who comes to do the same finds the way free, which is tried at once. */
  async function isFree(store: SqliteConnectionStore, what: string): Promise<boolean> {
    const outcome = { isDone: false };
    const waiting = store.exclusively(what, async () => void (outcome.isDone = true));
    waiting.catch(() => undefined); // who still waits as the test ends finds the store closed
    await Promise.resolve();
    return outcome.isDone;
  }

  /** Work that goes on until it is ended. */
  function longWork() {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { work: () => promise, end: resolve };
  }

  test("holds nobody else up who does something else", async () => {
    using store = new SqliteConnectionStore(file, () => NOW_MS);
    void store.exclusively("tokens of acme", longWork().work);
    expect(await isFree(store, "tokens of acme")).toBe(false);
    expect(await isFree(store, "tokens of beta")).toBe(true);
  });

  test("is free again when it is done, and when it failed", async () => {
    using store = new SqliteConnectionStore(file, () => NOW_MS);
    expect(await store.exclusively("tokens", async () => "done")).toBe("done");
    expect(await isFree(store, "tokens")).toBe(true);
    const failing = store.exclusively("tokens", async () => Promise.reject(new Error("no tokens")));
    await expect(failing).rejects.toThrow("no tokens");
    expect(await isFree(store, "tokens")).toBe(true);
  });

  test("is not given up by somebody else whose minute was over", async () => {
    let nowMs = NOW_MS;
    using store = new SqliteConnectionStore(file, () => nowMs);
    const [slow, next] = [longWork(), longWork()];
    const first = store.exclusively("tokens", slow.work);
    nowMs += MINUTE_MS + 1;
    void store.exclusively("tokens", next.work);
    slow.end();
    await first;
    expect(await isFree(store, "tokens")).toBe(false);
  });

  test("is held for a minute and not for less; and not for longer by a clock that was ahead", async () => {
    let nowMs = NOW_MS;
    using store = new SqliteConnectionStore(file, () => nowMs);
    void store.exclusively("tokens", longWork().work);
    nowMs += MINUTE_MS;
    expect(await isFree(store, "tokens")).toBe(false);
    nowMs = NOW_MS - 1;
    expect(await isFree(store, "tokens")).toBe(true);
  });
});
