import type { TenantCallPlan } from "./simulated-tenant.ts";

const HOUR_MS = 3_600_000;
export const SIMULATION_START_MS = Date.UTC(2026, 2, 2);

export interface CallPlanOptions {
  readonly callCount: number;
  /** The calls begin within this time, evenly. */
  readonly spanMs: number;
  readonly latestHours: number;
  readonly random: () => number;
}

/** Calls that show in random order, each up to so many hours after it began; every fifth transcript takes longer still. */
export function planCalls({ callCount, spanMs, latestHours, random }: CallPlanOptions): TenantCallPlan[] {
  return Array.from({ length: callCount }, (_, index) => {
    const startMs = SIMULATION_START_MS + Math.floor(random() * spanMs);
    const visibleMs = startMs + Math.floor(random() * latestHours * HOUR_MS);
    const readyMs = visibleMs + (random() < 0.2 ? Math.floor(random() * 3 * HOUR_MS) : 0);
    const id = String(1_000_000 + index);
    return { id, startMs, visibleMs, readyMs, text: `We spoke about matter${index} today.`, brief: `Brief of ${id}.` };
  });
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
