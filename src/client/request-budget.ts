import { RemoteError } from "../gong-api/remote-error.ts";
import type { RequestLedger, RequestLimits } from "./request-ledger.ts";
import type { Sleep } from "./send.ts";

/** A company's share of what may be asked. */
export interface RequestBudget {
  readonly limits: RequestLimits;
  /** Waits until one more request may go. @throws RemoteError `remote-limit` where that is too long to wait for */
  take(signal: AbortSignal | undefined): Promise<void>;
  /** Keeps to what the server asked for with `Retry-After`. */
  pause(durationMs: number): Promise<void>;
  /** Requests of the last 24 hours. */
  countDay(): Promise<number>;
}

export interface RequestBudgetParts {
  readonly ledger: RequestLedger;
  readonly company: string;
  readonly limits: RequestLimits;
  readonly clock: () => number;
  readonly sleep: Sleep;
  /** Longer pauses end what is being done, to be taken up again then. */
  readonly maxWaitMs: number;
}

/** Requests of one process wait in line for its next place, so that it takes none long before it is used, nor more than it uses. */
export function requestBudget(parts: RequestBudgetParts): RequestBudget {
  const { ledger, company, limits, clock } = parts;
  let line: Promise<unknown> = Promise.resolve();
  return {
    limits,
    take: (signal) => {
      const turn = line.then(() => waitForPlace(parts, signal));
      line = turn.catch(() => undefined);
      return turn;
    },
    pause: (durationMs) => ledger.block(company, clock() + durationMs),
    countDay: () => ledger.countDay(company),
  };
}

async function waitForPlace(parts: RequestBudgetParts, signal: AbortSignal | undefined): Promise<void> {
  const { ledger, company, limits, clock, sleep, maxWaitMs } = parts;
  for (;;) {
    signal?.throwIfAborted();
    const reserved = await ledger.reserve(company, limits);
    const waitMs = ("startMs" in reserved ? reserved.startMs : reserved.refusedUntilMs) - clock();
    if ("why" in reserved && waitMs > maxWaitMs) throw spent(reserved.refusedUntilMs, reserved.why, limits);
    if (waitMs > 0) await sleep(waitMs, signal);
    if ("startMs" in reserved) return;
  }
}

function spent(untilMs: number, why: "day" | "told", { perDay }: RequestLimits): RemoteError {
  const until = new Date(untilMs).toISOString();
  const reason =
    why === "day"
      ? `The ${perDay} requests that the company may make within a day are spent`
      : "The server asked for a pause";
  return new RemoteError("remote-limit", `${reason}: nothing is asked before ${until}. The same again then goes on.`, {
    retryAtMs: untilMs,
  });
}
