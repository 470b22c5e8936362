import type { Database } from "../../../src/engine/database/transaction.ts";
import { callIdOf, openMirror, type OpenMirror } from "./open-mirror.ts";
import { SIMULATION_START_MS } from "./plan-calls.ts";
import type { SimulatedTenant, TenantCallPlan } from "./simulated-tenant.ts";

export const POLL_INTERVAL_MS = 15 * 60_000;

/** The process ended here; what it had not committed is gone. */
class Killed extends Error {}

export interface SimulationOptions {
  readonly folder: string;
  readonly untilMs: number;
  /** The chance that the process dies at each of its commits, and as often before one. */
  readonly killed: number;
  readonly random: () => number;
}

export interface Simulated {
  readonly killCount: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** A mirror that is followed on a virtual clock and killed at random moments; only its file outlives a process. */
export async function simulateMirror(tenant: SimulatedTenant, options: SimulationOptions): Promise<Simulated> {
  const { clock } = tenant;
  clock.nowMs = SIMULATION_START_MS;
  let killCount = 0;
  while (clock.nowMs < options.untilMs) {
    const stop = new AbortController();
    await using open = await openMirror(options.folder, tenant.api, {
      clock: () => clock.nowMs,
      pollIntervalMs: POLL_INTERVAL_MS,
      guard: (database) => killer(database, options),
      sleep: async (durationMs) => {
        clock.nowMs += durationMs;
        if (clock.nowMs >= options.untilMs) stop.abort();
      },
    });
    try {
      await open.mirror.follow(stop.signal);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killCount += 1;
    }
  }
  await using open = await openMirror(options.folder, tenant.api, {
    clock: () => clock.nowMs,
    pollIntervalMs: Infinity,
  });
  return { killCount, ...(await compare(open, tenant.plans)) };
}

function killer(database: Database, { killed, random }: SimulationOptions): Pick<Database, "transact"> {
  return {
    transact: async (work) => {
      if (random() < killed) throw new Killed();
      return database.transact(async (transaction) => {
        const result = await work(transaction);
        if (random() < killed) throw new Killed();
        return result;
      });
    },
  };
}

/** Each call with its transcript, found by the word that only it has, once. */
async function compare(open: OpenMirror, plans: readonly TenantCallPlan[]): Promise<Omit<Simulated, "killCount">> {
  const [lost, doubled]: [string[], string[]] = [[], []];
  for (const { id, text, goneMs } of plans) {
    if (goneMs !== undefined) continue;
    const keywords = text.split(" ").slice(3, 4);
    const { hits } = await open.search.search({
      keywords,
      match: "all",
      sort: "recency",
      pageSize: 10,
      matchesPerCall: 0,
    });
    const transcript = await open.calls.getTranscript(callIdOf(id));
    if (hits.length > 1) doubled.push(id);
    if (hits[0]?.callId !== id || transcript?.sentences[0]?.text !== text) lost.push(id);
  }
  return { lost, doubled };
}
