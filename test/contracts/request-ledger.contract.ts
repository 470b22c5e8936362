import { expect } from "vitest";
import type { RequestLedger } from "../../src/client/request-ledger.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";

export interface RequestLedgerParts extends AsyncDisposable {
  /** What every ledger of these parts takes for the present. */
  readonly clock: { nowMs: number };
  /** A ledger on the same records, as another process or the next start has it. */
  open(): RequestLedger;
}

export function describeRequestLedgerContract(name: string, open: OpenParts<RequestLedgerParts>): void {
  describeCases(`${name} counts what is asked of a company`, requestLedgerCases, open);
}

const HOUR_MS = 3_600_000;
const three = { perSecond: 3 };

export const requestLedgerCases: readonly ContractCase<RequestLedgerParts>[] = [
  {
    name: "gives places that keep to the limit of a second, to all processes together",
    async check({ open, clock }) {
      const [first, second] = [open(), open()];
      const starts = [];
      for (const ledger of [first, second, first, second, first]) starts.push(await ledger.reserve("acme", three));
      expect(starts).toEqual([0, 0, 334, 1010, 1010].map((laterMs) => ({ startMs: clock.nowMs + laterMs })));
    },
  },
  {
    name: "keeps companies apart",
    async check({ open, clock }) {
      const ledger = open();
      for (let request = 0; request < 3; request += 1) await ledger.reserve("acme", three);
      expect(await ledger.reserve("other", three)).toEqual({ startMs: clock.nowMs });
      expect([await ledger.countDay("acme"), await ledger.countDay("other")]).toEqual([3, 1]);
    },
  },
  {
    name: "refuses what is above the limit of a day, until a day has passed, through a restart",
    async check({ open, clock }) {
      const limits = { perDay: 2 };
      const before = open();
      await before.reserve("acme", limits);
      clock.nowMs += HOUR_MS;
      await before.reserve("acme", limits);
      const refused = await open().reserve("acme", limits);
      expect(refused).toMatchObject({ why: "day" });
      const untilMs = "refusedUntilMs" in refused ? refused.refusedUntilMs : 0;
      expect(untilMs - clock.nowMs).toBeGreaterThanOrEqual(23 * HOUR_MS);
      expect(untilMs - clock.nowMs).toBeLessThan(23.5 * HOUR_MS);
      clock.nowMs = untilMs;
      expect(await open().reserve("acme", limits)).toEqual({ startMs: clock.nowMs });
      expect(await open().reserve("acme", limits)).toMatchObject({ why: "day" });
    },
  },
  {
    name: "keeps to no pause, and counts no request, of a clock that was years ahead",
    async check({ open, clock }) {
      const ledger = open();
      const nowMs = clock.nowMs;
      clock.nowMs += 5 * 365 * 24 * HOUR_MS;
      await ledger.reserve("acme", { perSecond: 3, perDay: 1 });
      await ledger.block("acme", clock.nowMs + HOUR_MS);
      clock.nowMs = nowMs;
      expect(await ledger.countDay("acme")).toBe(0);
      expect(await ledger.reserve("acme", { perSecond: 3, perDay: 1 })).toEqual({ startMs: nowMs });
      await ledger.block("acme", nowMs + HOUR_MS);
      expect(await ledger.reserve("acme", three)).toEqual({ refusedUntilMs: nowMs + HOUR_MS, why: "told" });
    },
  },
  {
    name: "counts no request that it refused",
    async check({ open }) {
      const ledger = open();
      await ledger.reserve("acme", { perDay: 1 });
      for (let request = 0; request < 5; request += 1) await ledger.reserve("acme", { perDay: 1 });
      expect(await ledger.countDay("acme")).toBe(1);
    },
  },
  {
    name: "lets nobody ask while the server wants a pause",
    async check({ open, clock }) {
      const ledger = open();
      await ledger.block("acme", clock.nowMs + HOUR_MS);
      await ledger.block("acme", clock.nowMs + 1000);
      expect(await open().reserve("acme", three)).toEqual({ refusedUntilMs: clock.nowMs + HOUR_MS, why: "told" });
      clock.nowMs += HOUR_MS;
      expect(await open().reserve("acme", three)).toEqual({ startMs: clock.nowMs });
    },
  },
];
