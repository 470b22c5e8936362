import { DAY_MS, nextStartMs } from "./pace.ts";
import type { RequestLedger } from "./request-ledger.ts";

interface Account {
  /** Of the last day, oldest first. */
  startsMs: number[];
  blockedUntilMs: number;
}

/** A ledger for one process alone, which knows nothing of what others spend. */
export function memoryRequestLedger(clock: () => number): RequestLedger {
  const accounts = new Map<string, Account>();
  /** As it is now: without what is of no day that counts, in the past or by a clock that was ahead. */
  const read = (company: string): Account => {
    const { startsMs, blockedUntilMs } = accounts.get(company) ?? { startsMs: [], blockedUntilMs: 0 };
    const nowMs = clock();
    const counted = startsMs.filter((startMs) => startMs > nowMs - DAY_MS && startMs < nowMs + DAY_MS);
    const account = { startsMs: counted, blockedUntilMs: blockedUntilMs > nowMs + 2 * DAY_MS ? 0 : blockedUntilMs };
    accounts.set(company, account);
    return account;
  };
  return {
    reserve: async (company, limits) => {
      const account = read(company);
      const { startsMs, blockedUntilMs } = account;
      if (blockedUntilMs > clock()) return { refusedUntilMs: blockedUntilMs, why: "told" };
      const [oldestMs = clock()] = startsMs;
      if (startsMs.length >= (limits.perDay ?? Infinity)) return { refusedUntilMs: oldestMs + DAY_MS, why: "day" };
      const startMs = nextStartMs(startsMs.slice(-(limits.perSecond ?? 1)), limits, clock());
      startsMs.push(startMs);
      return { startMs };
    },
    block: async (company, untilMs) => {
      const account = read(company);
      account.blockedUntilMs = Math.max(account.blockedUntilMs, untilMs);
    },
    countDay: async (company) => read(company).startsMs.length,
  };
}
