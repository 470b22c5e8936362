import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { AuditLog } from "../../src/engine/audit/audit-log.ts";
import { SqliteAuditLog } from "../../src/engine/audit/sqlite-audit-log.ts";
import { auditLogCases, type AuditLogParts, describeAuditLogContract } from "./audit-log.contract.ts";
import { failedCases, override } from "./contract-cases.ts";

async function openSqliteAuditLogs(): Promise<AuditLogParts> {
  const folder = await mkdtemp(path.join(tmpdir(), "tamtam-audit-"));
  return {
    open: async () => new SqliteAuditLog(path.join(folder, "audit.db")),
    onDisk: async () => {
      const files = await readdir(folder);
      return (await Promise.all(files.map((file) => readFile(path.join(folder, file), "latin1")))).join("");
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

describeAuditLogContract("SqliteAuditLog", openSqliteAuditLogs);

const breakages: [string, (log: AuditLog) => Partial<AuditLog>][] = [
  ["passes over the command line", (log) => ({ note: (each) => (each.request ? log.note(each) : undefined) })],
  [
    "shows an entry in its first log alone",
    (log) => ({ note: (each) => log.note({ ...each, logs: each.logs.slice(0, 1) }) }),
  ],
  ["keeps no addresses", (log) => ({ note: (each) => log.note({ ...each, request: undefined }) })],
  ["counts each page anew", (log) => ({ page: async (query) => ({ ...(await log.page(query)), total: 3 }) })],
  [
    "takes acts of the first span for all there are",
    (log) => ({ acts: (query) => log.acts({ ...query, spans: query.spans.slice(0, 1) }) }),
  ],
  ["knows actors of all times", (log) => ({ actors: () => log.actors({ fromMs: 0, toMs: 1000 }) })],
  ["remembers users", () => ({ forgetUsers: async () => {} })],
  ["grows for ever", () => ({ removeBefore: async () => {} })],
  ["does not write when it is closed", () => ({ [Symbol.asyncDispose]: async () => {} })],
];

test.each(breakages)("the contract notices a log that %s", async (_, breakIt) => {
  const opened: AuditLog[] = [];
  const failed = await failedCases(auditLogCases, async () => {
    const parts = await openSqliteAuditLogs();
    return {
      ...parts,
      open: async () => {
        const log = await parts.open();
        opened.push(log);
        return override<AuditLog>(log, breakIt(log));
      },
      [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
    };
  });
  for (const log of opened) await log[Symbol.asyncDispose]();
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(auditLogCases.length);
});
