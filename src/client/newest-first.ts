import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { DAY_MS } from "./pace.ts";

/** Of the start of calls, `[fromMs, toMs)`. */
export interface Span {
  readonly fromMs: number | undefined;
  readonly toMs: number;
}

/** A window is to hold about so many calls: few enough to stop early, enough to fill pages of 100. */
const CALLS_PER_WINDOW = 300;
const MOST_GROWTH = 8;

/** Gong's recordings do not go back further. */
export const EARLIEST_MS = Date.UTC(2000, 0);

/**
 * The calls of a span by windows, newest window first, each sorted newest first. Gong: answers have no order that one could ask for.
 * @param totalCount ends the way back in time once so many calls were seen
 */
export async function* windowsNewestFirst(
  list: (span: { readonly fromMs: number; readonly toMs: number }) => Promise<readonly DetailedCall[]>,
  span: Span,
  totalCount: number,
): AsyncGenerator<readonly DetailedCall[]> {
  const earliestMs = span.fromMs ?? EARLIEST_MS;
  const seen = new Set<string>();
  let lengthMs = span.fromMs === undefined ? DAY_MS : firstLengthMs(span.toMs - span.fromMs, totalCount);
  for (let toMs = span.toMs; toMs > earliestMs && seen.size < totalCount;) {
    const fromMs = Math.max(Math.round(toMs - lengthMs), earliestMs);
    const calls = (await list({ fromMs, toMs })).filter(({ metaData }) => !seen.has(metaData.id));
    for (const { metaData } of calls) seen.add(metaData.id);
    if (calls.length > 0) yield calls.toSorted(byStartNewestFirst);
    lengthMs *= Math.min(Math.max(CALLS_PER_WINDOW / Math.max(calls.length, 1), 1 / MOST_GROWTH), MOST_GROWTH);
    toMs = fromMs;
  }
}

function firstLengthMs(spanMs: number, totalCount: number): number {
  return spanMs * Math.min(1, CALLS_PER_WINDOW / totalCount);
}

/** Calls of one moment by id, so that the order is the same each time. */
export function byStartNewestFirst(a: DetailedCall, b: DetailedCall): number {
  return startMs(b) - startMs(a) || compareIds(b.metaData.id, a.metaData.id);
}

export function startMs({ metaData }: DetailedCall): number {
  return Date.parse(metaData.started);
}

/** Ids are numbers too long for JavaScript's. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
