import type { Admission } from "../../gong-api/principal.ts";
import type { CompanyLimits } from "./limit-ledger.ts";

/** What is remembered of the requests that were answered. */
export interface LimitState {
  /** When the bucket of the last second will have run empty. */
  readonly emptyMs: number;
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly dayCount: number;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** Sums of thirds are not quite whole; the clock has whole milliseconds. */
const ROUNDING_MS = 0.001;

export const noRequests: LimitState = { emptyMs: 0, day: 0, dayCount: 0 };

/**
 * Gong: 3 requests a second as a leaky bucket (DataGrail's notes on its connector), 10,000 a day. The bucket holds one second's
 * requests and runs out at an even pace, so that a burst is answered and then one request each third of a second. A day is one of UTC.
 */
export function admitRequest(
  state: LimitState,
  limits: CompanyLimits,
  nowMs: number,
): { readonly admission: Admission; readonly state: LimitState } {
  const today = dayOf(state, nowMs);
  const dayWaitMs = limits.perDay !== undefined && today.dayCount >= limits.perDay ? untilTomorrow(nowMs) : 0;
  const bucket = limits.perSecond === undefined ? undefined : pour(state, limits.perSecond, nowMs);
  const isDayOver = dayWaitMs > 0;
  const waitMs = isDayOver ? dayWaitMs : (bucket?.waitMs ?? 0);
  if (waitMs > 0) {
    const limit = isDayOver ? "day" : "second";
    return { admission: { isAdmitted: false, limit, retryAfterSeconds: Math.ceil(waitMs / SECOND_MS) }, state };
  }
  return {
    admission: { isAdmitted: true },
    state: { emptyMs: bucket?.emptyMs ?? state.emptyMs, day: today.day, dayCount: today.dayCount + 1 },
  };
}

/** The bucket with one request more, or how long until there is room for it. */
function pour({ emptyMs }: LimitState, perSecond: number, nowMs: number) {
  const drop = SECOND_MS / perSecond;
  const ahead = emptyMs - nowMs;
  // No bucket is fuller than full: the clock was set back, and nobody is to wait for the time that it had shown.
  const level = ahead > SECOND_MS + ROUNDING_MS ? 0 : Math.max(ahead, 0);
  const waitMs = level + drop - SECOND_MS;
  return waitMs > ROUNDING_MS ? { waitMs, emptyMs } : { waitMs: 0, emptyMs: nowMs + level + drop };
}

function dayOf(state: LimitState, nowMs: number): { readonly day: number; readonly dayCount: number } {
  const day = Math.floor(nowMs / DAY_MS);
  return { day, dayCount: day === state.day ? state.dayCount : 0 };
}

function untilTomorrow(nowMs: number): number {
  return DAY_MS - (nowMs % DAY_MS);
}
