import type { AskAgain } from "../engine/importing/import-parts.ts";
import type { StartRange } from "../engine/store/imported-call-store.ts";
import type { SyncWindow } from "../engine/store/sync-state-store.ts";
import type { Backfill, SyncState } from "./sync-state.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Gong: 100 records a page, and as many ids are asked for at once. */
export const PAGE_SIZE = 100;
/** Gong: users and workspaces have no list of changes either. */
const PEOPLE_INTERVAL_MS = DAY_MS;
/** Gong: a call shows up to 24 hours after it began; two more for clocks and a poll that was late. */
export const LATENESS_MS = 26 * HOUR_MS;
/** What is older than that leaves the poll in pieces of at least this length. */
const SLICE_MS = 6 * HOUR_MS;
/** Gong: a cursor lives for an hour from the first page. */
const SEQUENCE_MS = 55 * MINUTE_MS;
/** Calls may also be added long after they were held, as when a telephone system's past is brought in. */
export const WHOLE_INTERVAL_MS = HOUR_MS;
/** Pages of a window: few enough to be begun again, many enough that its last page, which is not full, costs little. */
export const WINDOW_CALLS = 2000;
const SMALLEST_WINDOW_CALLS = 100;
/** A poll of more calls looks for the part that has changed instead of reading all. */
export const SPLIT_ABOVE = 3 * PAGE_SIZE;
const FIRST_SPAN_MS = 30 * DAY_MS;
const LONGEST_SPAN_MS = 3650 * DAY_MS;
const SHORTEST_SPAN_MS = HOUR_MS;
/** Gong is younger. */
const BEGINNING_MS = Date.UTC(2000, 0, 1);
const SHORTEST_REREAD_MS = 6 * HOUR_MS;
const LONGEST_REREAD_MS = 30 * DAY_MS;
/** Of 10,000 requests a day; the rest is for new calls and for whoever else works with the tenant. */
const REREADS_PER_DAY = 2000;
/** Just below the usual time between two polls, since parts are asked for after one; polls show the content of most calls anyway. */
const FIRST_ASK_MS = { transcript: 14 * MINUTE_MS, content: HOUR_MS };
const LONGEST_ASK_MS = DAY_MS;
/** A call that has no transcript so long after it began will not get one. */
const GIVE_UP_MS = 14 * DAY_MS;

export function firstState(nowMs: number, sinceMs: number | null): SyncState {
  const pollFromMs = Math.max(wholeSecond(nowMs - LATENESS_MS), sinceMs ?? 0);
  return {
    sinceMs,
    pollFromMs,
    polledMs: null,
    wholeMs: null,
    peopleMs: null,
    backfill: { untilMs: pollFromMs, leftCount: null, spanMs: FIRST_SPAN_MS },
    windowCalls: WINDOW_CALLS,
    reading: null,
    suspectIds: [],
    passedOver: [],
    passedOverMs: null,
    rereads: { day: 0, count: 0 },
  };
}

/** More history than was wanted so far. */
export function widened(state: SyncState, sinceMs: number): SyncState {
  if (state.sinceMs === null || sinceMs >= state.sinceMs) return state;
  const backfill = state.backfill ?? { untilMs: state.sinceMs, leftCount: null, spanMs: FIRST_SPAN_MS };
  return { ...state, sinceMs, backfill };
}

/** Filters are of whole seconds, so that every server rounds them the same. */
export function wholeSecond(timeMs: number): number {
  return Math.floor(timeMs / 1000) * 1000;
}

/** New calls are asked for at once, later ones ever more rarely, until they are too old. */
export function askAgainAt(nowMs: number): AskAgain {
  return (part, { startedMs, askedCount }) => {
    if (askedCount === 0) return part === "transcript" ? nowMs : nowMs + FIRST_ASK_MS.content;
    if (nowMs - startedMs > GIVE_UP_MS) return null;
    return nowMs + Math.min(FIRST_ASK_MS[part] * 2 ** (askedCount - 1), LONGEST_ASK_MS);
  };
}

export function arePeopleDue({ peopleMs }: SyncState, nowMs: number): boolean {
  return peopleMs === null || isIntervalOver(peopleMs, nowMs, PEOPLE_INTERVAL_MS);
}

/** A time that is yet to come was written down by a clock that was wrong. */
export function isIntervalOver(lastMs: number, nowMs: number, intervalMs: number): boolean {
  return lastMs > nowMs || nowMs - lastMs >= intervalMs;
}

export function isSequenceOver(begunMs: number, nowMs: number): boolean {
  return nowMs - begunMs > SEQUENCE_MS;
}

/** The range of a backfill's next window: everything that is left where that is little enough. */
export function backfillRange({ untilMs, leftCount, spanMs }: Backfill, state: SyncState): StartRange {
  const isRest = leftCount === null || leftCount <= 1.5 * state.windowCalls;
  const fromMs = wholeSecond(untilMs - spanMs);
  const firstMs = state.sinceMs ?? BEGINNING_MS;
  if (isRest || fromMs <= firstMs) return { fromMs: state.sinceMs ?? undefined, toMs: untilMs };
  return { fromMs, toMs: untilMs };
}

/** Whether a window of so many calls should rather be read in parts. */
export function isTooMuch(total: number, { fromMs, toMs }: StartRange, { windowCalls }: SyncState): boolean {
  const isShort = fromMs !== undefined && toMs !== undefined && toMs - fromMs <= SHORTEST_SPAN_MS;
  return total > 1.5 * windowCalls && !isShort;
}

/** A shorter window, after one that had too many calls. */
export function narrowed(backfill: Backfill, range: StartRange, total: number, state: SyncState): Backfill {
  const share = state.windowCalls / total;
  if (range.fromMs === undefined || range.fromMs === state.sinceMs) {
    // Nothing is known of how they are spread: a year is as good a guess as any, and the next window corrects it.
    const wholeMs = range.fromMs === undefined ? 365 * DAY_MS : backfill.untilMs - range.fromMs;
    return { ...backfill, leftCount: total, spanMs: clamp(wholeMs * share, SHORTEST_SPAN_MS, LONGEST_SPAN_MS) };
  }
  return { ...backfill, spanMs: clamp((backfill.untilMs - range.fromMs) * share, SHORTEST_SPAN_MS, LONGEST_SPAN_MS) };
}

/** What is left after a window was read. */
export function afterWindow(backfill: Backfill, range: StartRange, total: number, state: SyncState): Backfill | null {
  const { fromMs } = range;
  if (fromMs === undefined || fromMs === state.sinceMs) return null;
  const growth = total === 0 ? 4 : clamp(state.windowCalls / total, 0.25, 4);
  return {
    untilMs: fromMs,
    leftCount: backfill.leftCount === null ? null : Math.max(backfill.leftCount - total, 0),
    spanMs: clamp((backfill.untilMs - fromMs) * growth, SHORTEST_SPAN_MS, LONGEST_SPAN_MS),
  };
}

/** After a cursor died within a window, windows are smaller; after one that was read, they grow again. */
export function smallerWindows(windowCalls: number): number {
  return Math.max(SMALLEST_WINDOW_CALLS, Math.floor(windowCalls / 2));
}

export function largerWindows(windowCalls: number): number {
  return Math.min(WINDOW_CALLS, windowCalls * 2);
}

/** What leaves the poll: no call that began then can still show for the first time. */
export function settledWindow({ pollFromMs }: SyncState, polledMs: number): SyncWindow | undefined {
  const toMs = wholeSecond(polledMs - LATENESS_MS);
  return toMs - pollFromMs < SLICE_MS ? undefined : { fromMs: pollFromMs, toMs, readMs: polledMs };
}

/** A window is read again when its age has grown by half: often while it is new, when edits happen, and never more rarely than every month. */
export function rereadDueMs({ toMs, readMs }: SyncWindow): number {
  return readMs + clamp(Math.round((readMs - toMs) / 2), SHORTEST_REREAD_MS, LONGEST_REREAD_MS);
}

export function mayReread({ rereads }: SyncState, nowMs: number): boolean {
  return rereads.day !== dayOf(nowMs) || rereads.count < REREADS_PER_DAY;
}

export function countReread({ rereads }: SyncState, nowMs: number): SyncState["rereads"] {
  const day = dayOf(nowMs);
  return { day, count: rereads.day === day ? rereads.count + 1 : 1 };
}

/** Whether two neighbouring windows may become one: not if the older one would then be read as often as the newer one. */
export function mayJoin({ toMs }: SyncWindow, fromMs: number, nowMs: number): boolean {
  return toMs - fromMs <= Math.max(2 * SLICE_MS, nowMs - toMs);
}

function dayOf(timeMs: number): number {
  return Math.floor(timeMs / DAY_MS);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
