import type { ImportedCallStore } from "../engine/store/imported-call-store.ts";
import { arePeopleDue, PAGE_SIZE, WINDOW_CALLS } from "./sync-plan.ts";
import type { MirroredApi } from "./mirror-parts.ts";
import { askForCount } from "./ask-tenant.ts";
import type { SyncState } from "./sync-state.ts";

/** How far a mirror is, and about what is left to do for it to be whole. */
export interface SyncProgress {
  readonly callCount: number;
  /** With those that are still to come, as far as the tenant has said. */
  readonly expectedCount: number | null;
  /** Calls whose transcript is asked for next. */
  readonly waitingCount: number;
  readonly requestsLeft: number | null;
  readonly isHistoryRead: boolean;
}

export async function syncProgress(
  { imported, clock }: { readonly imported: ImportedCallStore; readonly clock: () => number },
  state: SyncState,
): Promise<SyncProgress> {
  const [callCount, transcripts] = await Promise.all([
    imported.count({}),
    imported.waitingCount("transcript", clock()),
  ]);
  const leftCount = await countLeft(imported, state);
  return {
    callCount,
    expectedCount: leftCount === null ? null : callCount + leftCount,
    waitingCount: transcripts.dueCount,
    requestsLeft: leftCount === null ? null : requestsFor(leftCount, transcripts.dueCount),
    isHistoryRead: state.backfill === null,
  };
}

/** Some of what is left of history may be here already, by the part of the window that was read. */
async function countLeft(imported: ImportedCallStore, { backfill, sinceMs }: SyncState): Promise<number | null> {
  if (backfill === null) return 0;
  if (backfill.leftCount === null) return null;
  const known = await imported.count({ fromMs: sinceMs ?? undefined, toMs: backfill.untilMs });
  return Math.max(backfill.leftCount - known, 0);
}

/** Pages of calls, one more for each window, and as many of transcripts. */
export function requestsFor(callCount: number, waitingCount = 0): number {
  const pages = (count: number) => Math.ceil(count / PAGE_SIZE);
  return pages(callCount) + Math.floor(callCount / WINDOW_CALLS) + pages(callCount + waitingCount);
}

interface EstimateParts {
  readonly api: MirroredApi;
  readonly imported: ImportedCallStore;
  readonly clock: () => number;
}

/** Users, workspaces and trackers, once a day. */
const PEOPLE_REQUESTS = 3;
const POLL_REQUESTS = 1;

/** Asks the tenant how many calls there are only while the library does not know. */
export async function estimate(
  parts: EstimateParts,
  state: SyncState,
  transcriptsFromMs?: number,
): Promise<{ calls: number; requests: number }> {
  const { expectedCount, callCount, waitingCount } = await syncProgress(parts, state);
  const againCount = transcriptsFromMs === undefined ? 0 : await parts.imported.count({ fromMs: transcriptsFromMs });
  const total = expectedCount ?? (await askForCount(parts.api, { fromMs: state.sinceMs ?? undefined }));
  const calls = Math.max(total - callCount, 0);
  const peopleRequests = arePeopleDue(state, parts.clock()) ? PEOPLE_REQUESTS : 0;
  return { calls, requests: peopleRequests + POLL_REQUESTS + requestsFor(calls, waitingCount + againCount) };
}
