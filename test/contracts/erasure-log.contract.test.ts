import { expect, test } from "vitest";
import type { ErasureLog } from "../../src/engine/store/erasure-log.ts";
import { SqliteErasureLog } from "../../src/engine/store/sqlite-erasure-log.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describeErasureLogContract, erasureLogCases, type ErasureLogParts } from "./erasure-log.contract.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

async function openSqliteLog(): Promise<ErasureLogParts> {
  const { database, [Symbol.asyncDispose]: dispose } = await openSqliteParts();
  return { database, erasures: new SqliteErasureLog(database), [Symbol.asyncDispose]: dispose };
}

describeErasureLogContract("SqliteErasureLog", openSqliteLog);

const breakages: [string, (log: ErasureLog) => Partial<ErasureLog>][] = [
  ["notes nothing", () => ({ note: async () => undefined })],
  ["lists the newest first", (log) => ({ list: async () => (await log.list()).toReversed() })],
  ["scrubs everything", (log) => ({ setScrubbed: async (_, tx) => log.setScrubbed(await keysOf(log), tx) })],
  ["scrubs nothing", () => ({ setScrubbed: async () => undefined })],
  ["forgets everything", (log) => ({ forget: async (_, tx) => log.forget(await keysOf(log), tx) })],
  ["forgets nothing", () => ({ forget: async () => undefined })],
];

async function keysOf(log: ErasureLog): Promise<number[]> {
  return (await log.list()).map(({ key }) => key);
}

test.each(breakages)("the contract notices a log that %s", async (_, breakIt) => {
  const failed = await failedCases(erasureLogCases, async () => {
    const parts = await openSqliteLog();
    return { ...parts, erasures: override<ErasureLog>(parts.erasures, breakIt(parts.erasures)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(erasureLogCases.length);
});
