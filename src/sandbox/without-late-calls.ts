import type { CallId } from "../calls/ids.ts";
import type { CallVisibility } from "../engine/database/call-visibility.ts";
import type {
  AnsweredScorecardPosition,
  AnsweredScorecardQuery,
  AnsweredScorecardStore,
} from "../engine/store/answered-scorecard-store.ts";
import type { CoachingActivity } from "../engine/store/coaching-activity.ts";
import type { UserStats } from "../engine/store/user-stats.ts";

/** The calls that are not there at a moment, now unless it is said; `undefined` where none is late. */
export type KeptBack = (atMs?: number) => Promise<readonly CallId[] | undefined>;

/** Which calls are not there, and which are not there or not transcribed. */
export interface LateCalls {
  readonly absent: KeptBack;
  readonly untranscribed: KeptBack;
}

/** What is counted of calls and said about them. */
export interface CallCounts {
  readonly userStats: UserStats;
  readonly coaching: CoachingActivity;
  readonly answeredScorecards: AnsweredScorecardStore;
}

/** The same, as if the calls that are kept back had never been added. */
export function withoutLateCalls(counts: CallCounts, late: LateCalls, clock: () => number): CallCounts {
  return {
    userStats: lateUserStats(counts.userStats, late),
    coaching: lateCoachingActivity(counts.coaching, late),
    answeredScorecards: lateAnsweredScorecards(counts.answeredScorecards, late, clock),
  };
}

async function without<Query extends CallVisibility>(keptBack: KeptBack, query: Query): Promise<Query> {
  return { ...query, hidden: await keptBack() };
}

/** Figures are known of a call once its transcript is; everything else once it is there. */
function lateUserStats(inner: UserStats, { absent, untranscribed }: LateCalls): UserStats {
  return {
    users: async (query) => inner.users(await without(query.who === "measured" ? untranscribed : absent, query)),
    countCalls: async (query) => inner.countCalls(await without(absent, query)),
    listCalls: async (query) => inner.listCalls(await without(absent, query)),
    listReviewedCalls: async (query) => inner.listReviewedCalls(await without(absent, query)),
    hosts: async (callIds, visibility) => inner.hosts(callIds, await without(absent, visibility)),
    averages: async (query) => inner.averages(await without(untranscribed, query)),
  };
}

function lateCoachingActivity(inner: CoachingActivity, { absent }: LateCalls): CoachingActivity {
  return {
    directReports: (managerId) => inner.directReports(managerId),
    attendedCalls: async (query) => inner.attendedCalls(await without(absent, query)),
    scoredCalls: async (query) => inner.scoredCalls(await without(absent, query)),
    callsOfReports: async (query, callIds) => inner.callsOfReports(await without(absent, query), callIds),
  };
}

/** What there was when the first page was read. */
interface LatePosition extends AnsweredScorecardPosition {
  readonly asOfMs: number;
}

/** A sequence of pages goes on as it began, so that what comes meanwhile moves nothing. */
function lateAnsweredScorecards(
  inner: AnsweredScorecardStore,
  { absent }: LateCalls,
  clock: () => number,
): AnsweredScorecardStore {
  const list = async (query: AnsweredScorecardQuery) => {
    const begun = query.after;
    const asOfMs = begun && isLate(begun) ? begun.asOfMs : clock();
    const page = await inner.list({ ...query, hidden: await absent(asOfMs) });
    const next: LatePosition | undefined = page.next && { ...page.next, asOfMs };
    return { ...page, next };
  };
  return {
    list,
    get: (id) => inner.get(id),
    add: (answered, transaction) => inner.add(answered, transaction),
    replace: (answered, transaction) => inner.replace(answered, transaction),
    remove: (id, transaction) => inner.remove(id, transaction),
  };
}

function isLate(position: AnsweredScorecardPosition): position is LatePosition {
  return "asOfMs" in position;
}
