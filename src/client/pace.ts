import type { RequestLimits } from "./request-ledger.ts";

const SECOND_MS = 1000;
export const DAY_MS = 86_400_000;

/** Requests are sent so much later than the limit has it: the way to the server is not always equally long. */
const MARGIN_MS = 10;

/** A place further ahead than this was taken before the clock was set back. */
const FURTHEST_AHEAD_MS = 600_000;

/**
 * When the next request may start. Never more than the limit within any second; and never all of a second's at once, since a server
 * that counts with a leaky bucket, as Gong is said to, has room for one that arrives early then.
 * @param startsMs of the requests before, oldest first
 */
export function nextStartMs(startsMs: readonly number[], { perSecond }: RequestLimits, nowMs: number): number {
  if (perSecond === undefined) return nowMs;
  const past = startsMs.filter((startMs) => startMs <= nowMs + FURTHEST_AHEAD_MS);
  const whole = past.at(-perSecond);
  const nearly = perSecond > 1 ? past.at(1 - perSecond) : undefined;
  return Math.max(
    nowMs,
    past.at(-1) ?? 0,
    past.length < perSecond || whole === undefined ? 0 : whole + SECOND_MS + MARGIN_MS,
    past.length < perSecond - 1 || nearly === undefined ? 0 : nearly + Math.ceil(SECOND_MS / perSecond),
  );
}

/** As many starts as the next decision needs. */
export function rememberStart(startsMs: readonly number[], startMs: number, { perSecond }: RequestLimits): number[] {
  return perSecond === undefined ? [] : [...startsMs, startMs].slice(-perSecond);
}
