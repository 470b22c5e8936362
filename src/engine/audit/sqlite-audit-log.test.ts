import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AuditEntry } from "../../calls/audit-entry.ts";
import { SqliteAuditLog } from "./sqlite-audit-log.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-audit-"));
});

afterEach(() => rm(folder, { recursive: true }));

const entry: AuditEntry = {
  logs: ["AccessLog"],
  timeMs: 5,
  actor: { kind: "unknown" },
  operation: "sign-in",
  callIds: [],
};

async function count(log: SqliteAuditLog): Promise<number> {
  return (await log.page({ log: "AccessLog", fromMs: 0, toMs: 10, pageSize: 1 })).total;
}

test("a burst is written before its time, for others to see", async () => {
  await using log = new SqliteAuditLog(join(folder, "audit.db"), { gatherMs: 3_600_000 });
  await using other = new SqliteAuditLog(join(folder, "audit.db"));
  for (let number = 0; number < 1_000; number += 1) log.note(entry);
  await expect.poll(() => count(other)).toBe(1_000);
});

test("what cannot be written is told, kept and written when it can be", async () => {
  const blocked = join(folder, "blocked");
  await writeFile(blocked, "not a folder");
  const told: unknown[] = [];
  await using log = new SqliteAuditLog(join(blocked, "audit.db"), {
    gatherMs: 1,
    reportError: (error) => told.push(error),
  });
  log.note(entry);
  log.note(entry);
  await expect.poll(() => told.length).toBeGreaterThan(1);
  await rm(blocked);
  await expect.poll(() => count(log)).toBe(2);
});

test("of what cannot be written for long, the oldest are given up", async () => {
  const blocked = join(folder, "blocked");
  await writeFile(blocked, "not a folder");
  await using log = new SqliteAuditLog(join(blocked, "audit.db"), { gatherMs: 3_600_000 });
  for (let number = 0; number < 100_001; number += 1) log.note({ ...entry, timeMs: number === 0 ? 1 : 5 });
  await expect(count(log)).rejects.toThrow("blocked");
  await rm(blocked);
  const { entries, total } = await log.page({ log: "AccessLog", fromMs: 0, toMs: 10, pageSize: 1 });
  expect([total, entries[0]?.timeMs]).toEqual([100_000, 5]);
});
