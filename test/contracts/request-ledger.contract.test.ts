import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { memoryRequestLedger } from "../../src/client/memory-request-ledger.ts";
import type { RequestLedger } from "../../src/client/request-ledger.ts";
import { SqliteRequestLedger } from "../../src/tenants/sqlite-request-ledger.ts";
import { failedCases, override } from "./contract-cases.ts";
import {
  describeRequestLedgerContract,
  requestLedgerCases,
  type RequestLedgerParts,
} from "./request-ledger.contract.ts";

async function openSqliteLedgers(): Promise<RequestLedgerParts> {
  const folder = await mkdtemp(path.join(tmpdir(), "tamtam-ledger-"));
  const clock = { nowMs: Date.UTC(2025, 0, 13, 12) };
  const opened: SqliteRequestLedger[] = [];
  return {
    clock,
    open: () => {
      const ledger = new SqliteRequestLedger(path.join(folder, "requests.db"), () => clock.nowMs);
      opened.push(ledger);
      return ledger;
    },
    async [Symbol.asyncDispose]() {
      for (const ledger of opened) ledger[Symbol.dispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describeRequestLedgerContract("SqliteRequestLedger", openSqliteLedgers);

/** It is for one process, so that all who open it have the same one. */
async function openMemoryLedger(): Promise<RequestLedgerParts> {
  const clock = { nowMs: Date.UTC(2025, 0, 13, 12) };
  const ledger = memoryRequestLedger(() => clock.nowMs);
  return { clock, open: () => ledger, async [Symbol.asyncDispose]() {} };
}

describeRequestLedgerContract("memoryRequestLedger", openMemoryLedger);

const breakages: [string, (ledger: RequestLedger) => Partial<RequestLedger>][] = [
  ["makes nobody wait", () => ({ reserve: async () => ({ startMs: Date.UTC(2025, 0, 13, 12) }) })],
  ["knows no days", (ledger) => ({ reserve: (company, { perSecond }) => ledger.reserve(company, { perSecond }) })],
  ["knows no seconds", (ledger) => ({ reserve: (company, { perDay }) => ledger.reserve(company, { perDay }) })],
  ["takes all companies for one", (ledger) => ({ reserve: (_, limits) => ledger.reserve("one", limits) })],
  ["forgets pauses", () => ({ block: async () => undefined })],
  [
    "counts each request twice",
    (ledger) => ({
      reserve: async (company, limits) => {
        await ledger.reserve(company, limits);
        return ledger.reserve(company, limits);
      },
    }),
  ],
];

test.each(breakages)("the contract notices a ledger that %s", async (_, breakIt) => {
  const failed = await failedCases(requestLedgerCases, async () => {
    const parts = await openSqliteLedgers();
    return {
      ...parts,
      open: () => {
        const ledger = parts.open();
        return override<RequestLedger>(ledger, breakIt(ledger));
      },
    };
  });
  expect(failed.length).toBeGreaterThan(0);
});

test("processes that ask at once share one second's requests between them", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "tamtam-ledger-"));
  const file = path.join(folder, "requests.db");
  const program = fileURLToPath(new URL("reserving-process.ts", import.meta.url));
  const starts = await Promise.all(
    ["1", "2", "3"].map(async () => {
      const child = spawn(process.execPath, [program, file, "20"], { stdio: ["ignore", "pipe", "inherit"] });
      let printed = "";
      child.stdout.on("data", (text) => (printed += String(text)));
      expect(await once(child, "close")).toEqual([0, null]);
      return printed.trim().split("\n").map(Number);
    }),
  );
  const all = starts.flat().sort((a, b) => a - b);
  expect(all).toHaveLength(60);
  const within = all.map((startMs) => all.filter((other) => other >= startMs && other < startMs + 1000).length);
  expect(Math.max(...within)).toBe(3);
  await rm(folder, { recursive: true, force: true });
});
