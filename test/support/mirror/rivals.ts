import { isPassing, RemoteError } from "../../../src/gong-api/remote-error.ts";
import { SIMULATION_START_MS } from "./plan-calls.ts";
import { POLL_INTERVAL_MS } from "./simulate-mirror.ts";
import type { SimulatedTenant } from "./simulated-tenant.ts";

const DAY_MS = 86_400_000;

/** Where a poll begins to read, by what was seen so far. */
export interface RivalRule {
  readonly name: string;
  readonly fromMs: (nowMs: number, newestStartMs: number) => number;
}

export const rivalRules: readonly RivalRule[] = [
  { name: "cursor at the newest start seen", fromMs: (_, newestStartMs) => newestStartMs },
  { name: "1 day again", fromMs: (nowMs) => nowMs - DAY_MS },
  { name: "3 days again", fromMs: (nowMs) => nowMs - 3 * DAY_MS },
  { name: "7 days again", fromMs: (nowMs) => nowMs - 7 * DAY_MS },
];

export interface RivalResult {
  readonly lostCount: number;
  readonly requestCount: number;
}

/**
 * A rule on the same tenant: each poll reads its window whole, and then the transcripts of what it has none of yet, 100 a request. What it
 * has seen survives whatever happens. A request that fails is made again, after a pause.
 */
export async function simulateRival(tenant: SimulatedTenant, rule: RivalRule, untilMs: number): Promise<RivalResult> {
  const { clock } = tenant;
  clock.nowMs = SIMULATION_START_MS;
  const seen = new Set<string>();
  const spoken = new Set<string>();
  let newestStartMs = SIMULATION_START_MS;
  for (let pollMs = clock.nowMs; pollMs < untilMs; pollMs += POLL_INTERVAL_MS) {
    clock.nowMs = Math.max(clock.nowMs, pollMs);
    const shown = await readWindow(tenant, rule.fromMs(clock.nowMs, newestStartMs));
    for (const { id, startMs } of shown) {
      seen.add(id);
      newestStartMs = Math.max(newestStartMs, startMs);
    }
    const silent = shown.map(({ id }) => id).filter((id) => !spoken.has(id));
    for (let from = 0; from < silent.length; from += 100) {
      const filter = { callIds: silent.slice(from, from + 100) };
      const { callTranscripts } = await patiently(tenant, () => tenant.api.getCallTranscripts({ filter }));
      for (const { callId } of callTranscripts) spoken.add(callId);
    }
  }
  const lostCount = tenant.plans.filter(({ id }) => !seen.has(id) || !spoken.has(id)).length;
  return { lostCount, requestCount: tenant.requestCount };
}

async function readWindow(tenant: SimulatedTenant, fromMs: number): Promise<{ id: string; startMs: number }[]> {
  const filter = { fromDateTime: new Date(fromMs).toISOString() };
  for (;;) {
    try {
      const shown = [];
      let cursor: string | undefined;
      do {
        const request = { filter, cursor };
        const page = await patiently(tenant, () => tenant.api.listCallsExtensive(request));
        shown.push(...page.calls.map(({ metaData }) => ({ id: metaData.id, startMs: Date.parse(metaData.started) })));
        ({ cursor } = page.records);
      } while (cursor !== undefined);
      return shown;
    } catch (error) {
      if (!(error instanceof RemoteError) || error.code !== "cursor-expired") throw error;
    }
  }
}

async function patiently<T>({ clock }: SimulatedTenant, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      const retryAtMs = error instanceof RemoteError ? (error.retryAtMs ?? 0) : 0;
      clock.nowMs = Math.max(clock.nowMs + 5000, retryAtMs);
    }
  }
}
