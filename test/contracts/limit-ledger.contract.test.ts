import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { LimitLedger } from "../../src/engine/access/limit-ledger.ts";
import { SqliteLimitLedger } from "../../src/engine/access/sqlite-limit-ledger.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describeLimitLedgerContract, limitLedgerCases, type LimitLedgerParts } from "./limit-ledger.contract.ts";

async function openSqliteLedgers(): Promise<LimitLedgerParts> {
  const folder = await mkdtemp(path.join(tmpdir(), "tamtam-limits-"));
  const clock = { nowMs: Date.UTC(2025, 0, 13, 12) };
  return {
    clock,
    open: async () => new SqliteLimitLedger(path.join(folder, "limits.db"), () => clock.nowMs),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

describeLimitLedgerContract("SqliteLimitLedger", openSqliteLedgers);

const breakages: [string, (ledger: LimitLedger) => Partial<LimitLedger>][] = [
  ["refuses nothing", () => ({ admit: async () => ({ isAdmitted: true }) })],
  ["knows no days", (ledger) => ({ admit: ({ perSecond }) => ledger.admit({ perSecond }) })],
  ["knows no seconds", (ledger) => ({ admit: ({ perDay }) => ledger.admit({ perDay }) })],
  [
    "counts each request twice",
    (ledger) => ({ admit: (limits) => ledger.admit(limits).then(() => ledger.admit(limits)) }),
  ],
];

test.each(breakages)("the contract notices a ledger that %s", async (_, breakIt) => {
  const failed = await failedCases(limitLedgerCases, async () => {
    const parts = await openSqliteLedgers();
    return {
      ...parts,
      open: async () => {
        const ledger = await parts.open();
        return override<LimitLedger>(ledger, breakIt(ledger));
      },
    };
  });
  expect(failed.length).toBeGreaterThan(0);
});

test("the contract notices a ledger that forgets, or counts for one process alone", async () => {
  const failed = await failedCases(limitLedgerCases, async () => {
    const parts = await openSqliteLedgers();
    // A database of SQLite's that is in memory alone.
    return { ...parts, open: async () => new SqliteLimitLedger(":memory:", () => parts.clock.nowMs) };
  });
  expect(failed).toEqual([
    "counts the requests of all processes together",
    "remembers the day's count through a restart",
  ]);
});
