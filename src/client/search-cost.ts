import { ConflictError } from "../calls/errors.ts";
import type { SearchCost } from "../gong-api/call-finding.ts";
import { CALLS_PER_REQUEST } from "./read-records.ts";
import type { RequestBudget } from "./request-budget.ts";

/** A person who is there is asked before more than these are spent. */
export const ASKED_ABOVE_REQUESTS = 30;

export interface CostedSearch {
  readonly callCount: number;
  readonly isOpenEnded: boolean;
  readonly needsTranscripts: boolean;
  readonly needsDetails: boolean;
  /** Spent already, to learn how many calls there are. */
  readonly spentCount: number;
}

/** Windows of time cut pages short; where it is not said how far back to look, some windows are empty. */
const PAGES_CUT = 1.3;
const EMPTY_WINDOWS = 5;

/**
 * What a search takes that has to look at everything: each hundred calls once, once more for their transcripts, and a request for the
 * details of those found. One that finds a page of calls sooner ends there.
 */
export async function searchCost(search: CostedSearch, budget: RequestBudget): Promise<SearchCost> {
  const { callCount, isOpenEnded, needsTranscripts, needsDetails, spentCount } = search;
  const windows = isOpenEnded ? EMPTY_WINDOWS : 0;
  const pages = callCount <= CALLS_PER_REQUEST ? 0 : Math.ceil((callCount / CALLS_PER_REQUEST) * PAGES_CUT) + windows;
  const transcripts = needsTranscripts ? Math.ceil(callCount / CALLS_PER_REQUEST) : 0;
  const requests = spentCount + pages + transcripts + (needsDetails && callCount > 0 ? 1 : 0);
  const { perSecond, perDay } = budget.limits;
  return {
    calls: callCount,
    requests,
    seconds: perSecond === undefined ? null : Math.ceil(requests / perSecond),
    shareOfDay: perDay === undefined ? null : Math.round((requests / perDay) * 10_000) / 10_000,
    leftToday: perDay === undefined ? null : Math.max(perDay - (await budget.countDay()), 0),
  };
}

/** @throws ConflictError where a search would need more than there is left, with what to do */
export function checkAffordable({ requests, leftToday, calls }: SearchCost): void {
  if (leftToday === null || requests <= leftToday) return;
  throw new ConflictError(
    `Searching ${calls} calls request by request takes up to ${requests} requests, and ${leftToday} are left today. Narrow it with ` +
      "from-date and to-date, or mirror the tenant with tamtam sync and search that.",
  );
}
