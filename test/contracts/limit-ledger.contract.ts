import { expect } from "vitest";
import type { LimitLedger } from "../../src/engine/access/limit-ledger.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";

export interface LimitLedgerParts extends AsyncDisposable {
  /** What every ledger of these parts takes for the present. */
  readonly clock: { nowMs: number };
  /** A ledger on the same records, as another process or the next start has it. */
  open(): Promise<LimitLedger>;
}

export function describeLimitLedgerContract(name: string, open: OpenParts<LimitLedgerParts>): void {
  describeCases(`${name} counts the company's requests`, limitLedgerCases, open);
}

const admitted = { isAdmitted: true };
const seconds = (retryAfterSeconds: number) => ({ isAdmitted: false, limit: "second", retryAfterSeconds });
const tomorrow = (retryAfterSeconds: number) => ({ isAdmitted: false, limit: "day", retryAfterSeconds });

export const limitLedgerCases: readonly ContractCase<LimitLedgerParts>[] = [
  {
    name: "answers a second's worth of requests and asks the next one to come back",
    async check({ open, clock }) {
      await using ledger = await open();
      const answers = [];
      for (let request = 0; request < 4; request += 1) answers.push(await ledger.admit({ perSecond: 3 }));
      expect(answers).toEqual([admitted, admitted, admitted, seconds(1)]);
      clock.nowMs += 1000;
      expect(await ledger.admit({ perSecond: 3 })).toEqual(admitted);
    },
  },
  {
    name: "counts the requests of all processes together",
    async check({ open }) {
      await using first = await open();
      await using second = await open();
      const limits = { perSecond: 2 };
      expect([await first.admit(limits), await second.admit(limits), await first.admit(limits)]).toEqual([
        admitted,
        admitted,
        seconds(1),
      ]);
    },
  },
  {
    name: "remembers the day's count through a restart",
    async check({ open, clock }) {
      clock.nowMs = Date.UTC(2025, 0, 13, 23);
      {
        await using before = await open();
        expect([await before.admit({ perDay: 2 }), await before.admit({ perDay: 2 })]).toEqual([admitted, admitted]);
      }
      await using after = await open();
      expect(await after.admit({ perDay: 2 })).toEqual(tomorrow(3600));
    },
  },
  {
    name: "begins anew with each day",
    async check({ open, clock }) {
      clock.nowMs = Date.UTC(2025, 0, 13, 23);
      await using ledger = await open();
      expect([await ledger.admit({ perDay: 1 }), await ledger.admit({ perDay: 1 })]).toEqual([
        admitted,
        tomorrow(3600),
      ]);
      clock.nowMs = Date.UTC(2025, 0, 14);
      expect(await ledger.admit({ perDay: 1 })).toEqual(admitted);
    },
  },
  {
    name: "counts no request that it refused",
    async check({ open, clock }) {
      await using ledger = await open();
      const limits = { perSecond: 1, perDay: 2 };
      await ledger.admit(limits);
      for (let request = 0; request < 5; request += 1) expect(await ledger.admit(limits)).toEqual(seconds(1));
      clock.nowMs += 1000;
      expect(await ledger.admit(limits)).toEqual(admitted);
    },
  },
];
