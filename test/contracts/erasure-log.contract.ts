import { expect } from "vitest";
import { asId, type CallId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { ErasureLog } from "../../src/engine/store/erasure-log.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";

export interface ErasureLogParts extends AsyncDisposable {
  readonly database: Database;
  readonly erasures: ErasureLog;
}

export function describeErasureLogContract(name: string, open: OpenParts<ErasureLogParts>): void {
  describeCases(`${name} remembers what was erased`, erasureLogCases, open);
}

const first = [asId<CallId>("11"), asId<CallId>("12")];
const second = [asId<CallId>("21")];

export const erasureLogCases: readonly ContractCase<ErasureLogParts>[] = [
  {
    name: "lists what was noted, oldest first and not yet scrubbed, a user's erasure without calls among it",
    async check(parts) {
      await noteBoth(parts);
      await parts.database.transact((transaction) => parts.erasures.note([], 3000, transaction));
      expect(await parts.erasures.list()).toMatchObject([
        { callIds: first, erasedMs: 1000, isScrubbed: false },
        { callIds: second, erasedMs: 2000, isScrubbed: false },
        { callIds: [], erasedMs: 3000, isScrubbed: false },
      ]);
    },
  },
  {
    name: "marks as scrubbed what it is told, and nothing else",
    async check(parts) {
      const [key] = await noteBoth(parts);
      await parts.database.transact((transaction) => parts.erasures.setScrubbed([key], transaction));
      expect((await parts.erasures.list()).map(({ isScrubbed }) => isScrubbed)).toEqual([true, false]);
    },
  },
  {
    name: "forgets what it is told, and nothing else",
    async check(parts) {
      const [key] = await noteBoth(parts);
      await parts.database.transact((transaction) => parts.erasures.forget([key], transaction));
      expect((await parts.erasures.list()).map(({ callIds }) => callIds)).toEqual([second]);
    },
  },
  {
    name: "has noted nothing when the transaction fails",
    async check({ database, erasures }) {
      const broken = database.transact(async (transaction) => {
        await erasures.note(first, 1000, transaction);
        throw new Error("the rest failed");
      });
      await expect(broken).rejects.toThrow("the rest failed");
      expect(await erasures.list()).toEqual([]);
    },
  },
];

/** @returns the keys, in order */
async function noteBoth({ database, erasures }: ErasureLogParts): Promise<[number, number]> {
  await database.transact(async (transaction) => {
    await erasures.note(first, 1000, transaction);
    await erasures.note(second, 2000, transaction);
  });
  const [one, two] = await erasures.list();
  if (one === undefined || two === undefined) throw new Error("Two were noted, and fewer are listed");
  return [one.key, two.key];
}
