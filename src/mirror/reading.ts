import type { CallId } from "../calls/ids.ts";
import type { SyncWindow } from "../engine/store/sync-state-store.ts";
import type { CallsPage } from "./ask-tenant.ts";
import {
  afterWindow,
  isTooMuch,
  largerWindows,
  narrowed,
  settledWindow,
  smallerWindows,
  SPLIT_ABOVE,
} from "./sync-plan.ts";
import type { Reading, SyncState } from "./sync-state.ts";

/** A page, and what the library then knows of the time it is about. */
export interface ReadPage extends Pick<CallsPage, "total" | "cursor"> {
  readonly callIds: readonly string[];
  /** How many calls of the range the library has, with this page. */
  readonly knownCount: number;
  /** The start of the call in the middle of the range, by whole seconds. */
  readonly middleMs: number | undefined;
  readonly nowMs: number;
}

/** What follows from a page. */
export interface AfterPage {
  readonly state: SyncState;
  readonly window?: SyncWindow | undefined;
  /** Set when every call of the range was shown: those that the library has beyond these are suspect. */
  readonly wholeIds?: ReadonlySet<string> | undefined;
}

/** A cursor died, or the calls moved while they were read: from the first page again. */
export function restarted(state: SyncState, reading: Reading, nowMs: number): SyncState {
  const windowCalls = reading.purpose === "poll" ? state.windowCalls : smallerWindows(state.windowCalls);
  const { cursor: _, ...begun } = reading;
  // A backfill chooses its next window anew, and reading again takes its turn again.
  const next = reading.purpose === "poll" ? { ...begun, begunMs: nowMs, seenIds: [] } : null;
  return { ...state, windowCalls, reading: next, backfill: smallerBackfill(state, reading) };
}

function smallerBackfill({ backfill }: SyncState, { purpose, range }: Reading): SyncState["backfill"] {
  if (purpose !== "backfill" || backfill === null || range.fromMs === undefined) return backfill;
  return { ...backfill, spanMs: Math.max((backfill.untilMs - range.fromMs) / 2, 1000) };
}

export function afterPage(state: SyncState, reading: Reading, page: ReadPage): AfterPage {
  if (reading.purpose === "poll") return afterPollPage(state, reading, page);
  return reading.purpose === "backfill"
    ? afterBackfillPage(state, reading, page)
    : afterRereadPage(state, reading, page);
}

function afterBackfillPage(state: SyncState, reading: Reading, page: ReadPage): AfterPage {
  const { backfill } = state;
  const { range } = reading;
  if (backfill === null) return { state: { ...state, reading: null } };
  if (reading.cursor === undefined && isTooMuch(page.total, range, state)) {
    return { state: { ...state, reading: null, backfill: narrowed(backfill, range, page.total, state) } };
  }
  if (page.cursor !== undefined) return { state: { ...state, reading: { ...reading, cursor: page.cursor } } };
  return {
    state: {
      ...state,
      reading: null,
      windowCalls: largerWindows(state.windowCalls),
      ...withBackfill(state, afterWindow(backfill, range, page.total, state), page.nowMs),
    },
    window: { fromMs: range.fromMs ?? 0, toMs: range.toMs ?? page.nowMs, readMs: reading.begunMs },
  };
}

/** All history that was just read needs no counting. */
function withBackfill({ wholeMs }: SyncState, backfill: SyncState["backfill"], nowMs: number) {
  return { backfill, wholeMs: backfill === null ? nowMs : wholeMs };
}

function afterRereadPage(state: SyncState, reading: Reading, page: ReadPage): AfterPage {
  const seenIds = [...reading.seenIds, ...page.callIds];
  if (page.cursor !== undefined) return { state: { ...state, reading: { ...reading, cursor: page.cursor, seenIds } } };
  const { range } = reading;
  return {
    state: { ...state, reading: null },
    window: { fromMs: range.fromMs ?? 0, toMs: range.toMs ?? page.nowMs, readMs: reading.begunMs },
    wholeIds: steady(seenIds, page.total),
  };
}

/**
 * A range is done as soon as the library has as many of its calls as the tenant says there are. Where it has fewer, and they are many, the
 * newer half is looked at first: how many are in the older one follows from that, without a request.
 */
function afterPollPage(state: SyncState, given: Reading, page: ReadPage): AfterPage {
  const isFirst = given.cursor === undefined;
  const reading = isFirst ? withOtherHalf(given, page.total) : given;
  const seenIds = [...reading.seenIds, ...page.callIds];
  if (page.knownCount === page.total) return { state: nextRange(state, reading, page.nowMs) };
  const { range } = reading;
  const isAllTimes = isFirst && reading.isWhole === true && reading.rest.length === 0;
  // What has changed is in the last hours most of the time.
  const middleMs = isAllTimes ? state.pollFromMs : page.middleMs;
  const canSplit = middleMs !== undefined && middleMs > (range.fromMs ?? 0) && middleMs < (range.toMs ?? Infinity);
  if (page.cursor === undefined) {
    return { state: nextRange(state, reading, page.nowMs), wholeIds: steady(seenIds, page.total) };
  }
  if (isFirst && (isAllTimes || page.total > SPLIT_ABOVE) && canSplit) {
    const older = { range: { ...range, toMs: middleMs }, total: undefined, parentTotal: page.total };
    const newer = { ...range, fromMs: middleMs };
    const rest = [...reading.rest, older];
    return {
      state: {
        ...state,
        reading: { ...reading, range: newer, expectedCount: undefined, begunMs: page.nowMs, seenIds: [], rest },
      },
    };
  }
  return { state: { ...state, reading: { ...reading, cursor: page.cursor, seenIds } } };
}

/** How many calls are in the older half, now that those of the newer one are counted. */
function withOtherHalf(reading: Reading, total: number): Reading {
  const other = reading.rest.at(-1);
  if (other === undefined || other.total !== undefined) return reading;
  const counted = { ...other, total: other.parentTotal - total };
  return { ...reading, rest: [...reading.rest.slice(0, -1), counted] };
}

/** Goes on with the next part of the poll. */
export function nextRange(state: SyncState, reading: Reading, nowMs: number): SyncState {
  const next = reading.rest.at(-1);
  if (next === undefined) {
    const wholeMs = reading.isWhole ? reading.sinceMs : state.wholeMs;
    return { ...state, reading: null, polledMs: reading.sinceMs, wholeMs };
  }
  const { cursor: _, ...begun } = reading;
  const rest = reading.rest.slice(0, -1);
  const part = { range: next.range, expectedCount: next.total, begunMs: nowMs, seenIds: [], rest };
  return { ...state, reading: { ...begun, ...part } };
}

/** Moves what is settled out of the poll, once one is finished. */
export function afterPoll(state: SyncState): AfterPage {
  if (state.reading !== null || state.polledMs === null) return { state };
  const window = settledWindow(state, state.polledMs);
  return window === undefined ? { state } : { state: { ...state, pollFromMs: window.toMs }, window };
}

/** Calls came or went between the pages where they are not as many as was said; nothing follows from such a reading. */
function steady(seenIds: readonly string[], total: number): ReadonlySet<string> | undefined {
  const seen = new Set(seenIds);
  return seen.size === total ? seen : undefined;
}

export function missingOf(knownIds: readonly CallId[], wholeIds: ReadonlySet<string>): readonly CallId[] {
  return knownIds.filter((id) => !wholeIds.has(id));
}
