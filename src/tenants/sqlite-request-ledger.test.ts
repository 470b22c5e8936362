import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SqliteRequestLedger } from "./sqlite-request-ledger.ts";

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2025, 5, 30, 12);
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tamtam-requests-"));
  file = path.join(folder, "requests.db");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a pause of half milliseconds is kept, and one of longer than two days for two days", async () => {
  using ledger = new SqliteRequestLedger(file, () => NOW_MS);
  await ledger.block("acme", NOW_MS + 1000.5);
  expect(await ledger.reserve("acme", {})).toEqual({ refusedUntilMs: NOW_MS + 1001, why: "told" });
  await ledger.block("acme", NOW_MS + 100 * HOUR_MS);
  expect(await ledger.reserve("acme", {})).toEqual({ refusedUntilMs: NOW_MS + 48 * HOUR_MS, why: "told" });
});

test("a pause outlasts requests that were let go before it, and holds other companies up for nothing", async () => {
  using ledger = new SqliteRequestLedger(file, () => NOW_MS);
  await ledger.reserve("acme", { perSecond: 3 });
  await ledger.block("acme", NOW_MS + HOUR_MS);
  expect(await ledger.reserve("other", { perSecond: 3 })).toEqual({ startMs: NOW_MS });
  for (let request = 0; request < 2; request += 1) {
    expect(await ledger.reserve("acme", { perSecond: 3 })).toEqual({ refusedUntilMs: NOW_MS + HOUR_MS, why: "told" });
  }
});

test("a call that was added is recalled through a restart, by its company alone, as it was added first", async () => {
  {
    using ledger = new SqliteRequestLedger(file, () => NOW_MS);
    await ledger.addedCalls("acme").remember("pbx-+15551234567", "77");
    await ledger.addedCalls("acme").remember("pbx-+15551234567", "78");
  }
  using ledger = new SqliteRequestLedger(file, () => NOW_MS);
  expect(await ledger.addedCalls("acme").recall("pbx-+15551234567")).toBe("77");
  expect(await ledger.addedCalls("other").recall("pbx-+15551234567")).toBeUndefined();
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), "latin1")));
  expect(files.join()).not.toContain("5551234567");
});
