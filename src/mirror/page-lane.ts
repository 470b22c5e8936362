import { asId, type CallId } from "../calls/ids.ts";
import { importCalls } from "../engine/importing/import-calls.ts";
import type { SyncWindow } from "../engine/store/sync-state-store.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { askForCalls, type CallsPage } from "./ask-tenant.ts";
import type { MirrorParts } from "./mirror-parts.ts";
import { countPassedOver, notePassedOver, withoutGone } from "./passed-over.ts";
import { readPeople } from "./read-people.ts";
import type { ReadAhead } from "./read-ahead.ts";
import { type AfterPage, afterPage, afterPoll, missingOf, nextRange, restarted } from "./reading.ts";
import {
  arePeopleDue,
  askAgainAt,
  backfillRange,
  countReread,
  isSequenceOver,
  mayJoin,
  mayReread,
  PAGE_SIZE,
  rereadDueMs,
  wholeSecond,
} from "./sync-plan.ts";
import type { Reading, SyncState } from "./sync-state.ts";

export interface PageLaneParts extends MirrorParts {
  readonly pages: ReadAhead;
}

/** One thing to do that costs about one request. */
export type Step = () => Promise<void>;

/** Whether calls are to be asked for again, by when that was last begun. */
type IsDue = (lastMs: number, nowMs: number) => boolean;

export interface PollsDue {
  /** For the newest calls. */
  readonly newest: IsDue;
  /** For calls of all times. */
  readonly whole: IsDue;
}

/** What is to be done next about calls, users and workspaces; nothing where all of it waits for its time. */
export async function nextPageStep(
  parts: PageLaneParts,
  state: SyncState,
  pollsDue: PollsDue,
): Promise<Step | undefined> {
  const nowMs = parts.clock();
  if (arePeopleDue(state, nowMs)) return () => readPeople(parts, state);
  if (state.suspectIds.length > 0) return () => confirmSuspects(parts, state);
  if (arePassedOverDue(state, pollsDue, nowMs)) return () => retryPassedOver(parts, state);
  const reading = state.reading ?? (await nextReading(parts, state, nowMs, pollsDue));
  return reading && (() => readPage(parts, state, reading));
}

/** When something becomes due again that is not now. */
export async function nextPageMs(parts: MirrorParts, state: SyncState, pollIntervalMs: number): Promise<number> {
  const windows = await parts.syncState.windows();
  const pollMs = state.polledMs === null ? parts.clock() : state.polledMs + pollIntervalMs;
  return Math.min(pollMs, ...windows.map(rereadDueMs));
}

function arePassedOverDue({ passedOver, passedOverMs }: SyncState, { whole }: PollsDue, nowMs: number): boolean {
  return passedOver.some(({ id }) => id !== "") && whole(passedOverMs ?? 0, nowMs);
}

async function nextReading(
  parts: MirrorParts,
  state: SyncState,
  nowMs: number,
  pollsDue: PollsDue,
): Promise<Reading | undefined> {
  const begun = { begunMs: nowMs, sinceMs: nowMs, seenIds: [], rest: [] };
  if (state.polledMs === null || pollsDue.newest(state.polledMs, nowMs)) {
    const isWhole = state.backfill === null && pollsDue.whole(state.wholeMs ?? 0, nowMs) && mayReread(state, nowMs);
    if (isWhole) return { ...begun, purpose: "poll", range: { fromMs: state.sinceMs ?? undefined }, isWhole };
    return { ...begun, purpose: "poll", range: { fromMs: state.pollFromMs } };
  }
  if (state.backfill !== null) return { ...begun, purpose: "backfill", range: backfillRange(state.backfill, state) };
  if (!mayReread(state, nowMs)) return undefined;
  const range = await dueRange(parts, state, nowMs);
  return range && { ...begun, purpose: "reread", range };
}

/** The newest window that is to be read again, with those before it that are as well, as far as they go together. */
async function dueRange({ syncState, imported }: MirrorParts, { windowCalls }: SyncState, nowMs: number) {
  let joined: SyncWindow | undefined;
  let count = 0;
  for (const window of await syncState.windows()) {
    const isDue = rereadDueMs(window) <= nowMs;
    if (joined === undefined && !isDue) continue;
    const more = await imported.count(window);
    const fits = joined === undefined || (window.toMs === joined.fromMs && mayJoin(joined, window.fromMs, nowMs));
    if (!isDue || !fits || (joined !== undefined && count + more > windowCalls)) break;
    joined = { ...(joined ?? window), fromMs: window.fromMs };
    count += more;
  }
  return joined && { fromMs: joined.fromMs === 0 ? undefined : joined.fromMs, toMs: joined.toMs };
}

async function readPage(parts: PageLaneParts, state: SyncState, reading: Reading): Promise<void> {
  const { pages, clock } = parts;
  if (reading.cursor !== undefined && isSequenceOver(reading.begunMs, clock())) {
    return commit(parts, { state: restarted(state, reading, clock()) });
  }
  if (reading.cursor === undefined && (await hasExpected(parts, state, reading))) {
    return commit(parts, afterPoll(nextRange(state, reading, clock())));
  }
  const page = await pages.ask(reading.range, reading.cursor);
  const asked = counted(state, reading, clock());
  if (page === undefined) return commit(parts, { state: restarted(asked, reading, clock()) });
  // A poll may be over with any page.
  if (page.cursor !== undefined && reading.purpose !== "poll") pages.begin(reading.range, page.cursor);
  await takeIn(parts, asked, reading, page);
}

async function hasExpected(
  { imported }: MirrorParts,
  state: SyncState,
  { expectedCount, range }: Reading,
): Promise<boolean> {
  return expectedCount !== undefined && (await imported.count(range)) + countPassedOver(state, range) === expectedCount;
}

function counted(state: SyncState, { purpose, range }: Reading, nowMs: number): SyncState {
  const isHistory = range.toMs !== undefined && range.toMs <= state.pollFromMs;
  const isAgain = purpose === "reread" || (purpose === "poll" && isHistory);
  return isAgain ? { ...state, rereads: countReread(state, nowMs) } : state;
}

/** The calls of a page and how far the mirror is with them, in one transaction. */
async function takeIn(parts: MirrorParts, asked: SyncState, reading: Reading, page: CallsPage): Promise<void> {
  const { database, imported, syncState } = parts;
  const nowMs = parts.clock();
  await database.transact(async (transaction) => {
    const taken = await importCalls(parts, page.calls, askAgainAt(nowMs), transaction);
    const state = notePassedOver(asked, reading.range, taken, nowMs);
    const middleMs = await imported.middleStartMs(reading.range);
    const after = afterPage(state, reading, {
      ...page,
      callIds: taken.callIds,
      knownCount: (await imported.count(reading.range, transaction)) + countPassedOver(state, reading.range),
      middleMs: middleMs === undefined ? undefined : wholeSecond(middleMs),
      nowMs,
    });
    const missing = after.wholeIds ? missingOf(await imported.ids(reading.range, transaction), after.wholeIds) : [];
    const polled = afterPoll(withoutGone(after.state, reading.range, after.wholeIds));
    for (const { window } of [after, polled]) if (window !== undefined) await syncState.putWindow(window, transaction);
    const suspectIds = [...new Set([...polled.state.suspectIds, ...missing])];
    await syncState.write(JSON.stringify({ ...polled.state, suspectIds }), transaction);
  });
}

async function commit({ database, syncState }: MirrorParts, { state, window }: AfterPage): Promise<void> {
  await database.transact(async (transaction) => {
    if (window !== undefined) await syncState.putWindow(window, transaction);
    await syncState.write(JSON.stringify(state), transaction);
  });
}

/**
 * Calls that a whole reading did not show are asked for by their ids, beside one that is surely there: a key that has lost its eyes is shown
 * none of them, and then none may go.
 */
async function confirmSuspects(parts: MirrorParts, state: SyncState): Promise<void> {
  const { api, imported } = parts;
  const suspectIds = state.suspectIds.slice(0, PAGE_SIZE - 1).map((id) => asId<CallId>(id));
  const suspects = new Set(state.suspectIds);
  const control = (await imported.newest(suspects.size + 1)).find((id) => !suspects.has(id));
  const shown = control === undefined ? [] : await askForCalls(api, [...suspectIds, control]);
  const shownIds = new Set<string>(shown.map(({ metaData }) => metaData.id));
  const isSeeing = control !== undefined && shownIds.has(control);
  const gone = isSeeing ? suspectIds.filter((id) => !shownIds.has(id)) : [];
  if (gone.length > 0) await parts.removeCalls(gone);
  const left = isSeeing ? state.suspectIds.slice(suspectIds.length) : [];
  await commit(parts, { state: { ...state, suspectIds: left } });
}

/** What could not be read may have been mended meanwhile; what is not shown any more is forgotten. */
async function retryPassedOver(parts: MirrorParts, state: SyncState): Promise<void> {
  const { api, database, syncState, clock } = parts;
  const ids = state.passedOver.map(({ id }) => id).filter((id) => id !== "");
  const sent: DetailedCall[] = [];
  for (let start = 0; start < ids.length; start += PAGE_SIZE) {
    sent.push(...(await askForCalls(api, ids.slice(start, start + PAGE_SIZE))));
  }
  await database.transact(async (transaction) => {
    const nowMs = clock();
    const { unreadable } = await importCalls(parts, sent, askAgainAt(nowMs), transaction);
    const reasons = new Map(unreadable.map(({ id, reason }) => [id, reason]));
    const passedOver = state.passedOver.flatMap((call) => {
      const reason = call.id === "" ? call.reason : reasons.get(call.id);
      return reason === undefined ? [] : [{ ...call, reason }];
    });
    await syncState.write(JSON.stringify({ ...state, passedOver, passedOverMs: nowMs }), transaction);
  });
}
