import type { GongApi } from "../gong-api/gong-api.ts";

/** Where Gong answers 404 for an empty list: the member that lists, and whether the answer says which time it is about. */
const listing: Partial<Record<keyof GongApi, { readonly member: string; readonly saysSpan?: true }>> = {
  listCalls: { member: "calls" },
  listCallsExtensive: { member: "calls" },
  getCallTranscripts: { member: "callTranscripts" },
  listMultipleUsersAggregateActivity: { member: "usersAggregateActivityStats", saysSpan: true },
  listMultipleUsersAggregateByPeriod: { member: "usersAggregateActivity" },
  listMultipleUsersDayByDayActivity: { member: "usersDetailedActivities" },
  listInteractionStats: { member: "peopleInteractionStats", saysSpan: true },
};

/** Gong: `No calls found corresponding to the provided filters`, and the like for statistics. */
const NOTHING_FOUND = /^no .+ found|found corresponding to the provided filters/i;

/** Gong's way to say that a list is empty, as the empty list; `undefined` where a 404 means something else. */
export function emptyAnswer(id: keyof GongApi, request: unknown, sentences: readonly string[]): object | undefined {
  const list = listing[id];
  if (list === undefined || !sentences.some((sentence) => NOTHING_FOUND.test(sentence))) return undefined;
  const records = { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 };
  return { ...(list.saysSpan && spanOf(request)), records, [list.member]: [] };
}

/** As it was asked for: nobody said in which time zone that was understood. */
function spanOf(request: unknown): object {
  const { filter } = request as { filter: { fromDate: string; toDate: string } }; // what statistics are asked with
  return { fromDateTime: filter.fromDate, toDateTime: filter.toDate, timeZone: "" };
}
