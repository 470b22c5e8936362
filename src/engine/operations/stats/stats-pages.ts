import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type CallId, type UserId } from "../../../calls/ids.ts";
import { calendarPeriods, type CalendarUnit, type DateSpan } from "../../../gong-api/calendar-periods.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import { CURSOR_LIFETIME_MS, type Cursor, readCursor, type SignText, writeCursor } from "../../../gong-api/cursor.ts";
import type {
  AnsweredPeriod,
  AnsweredSpan,
  AnsweredUser,
  UsersAndDates,
} from "../../../gong-api/schemas/users-and-dates.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { Records } from "../../../gong-api/wire-types.ts";
import type { UserDirectory } from "../../store/call-store.ts";
import type {
  StatsUser,
  StatsUsersPosition,
  StatsUsersQuery,
  TimeSpan,
  UserCallsQuery,
  UserStats,
} from "../../store/user-stats.ts";

import { type ActParts, type CountedActs, readActors, readActs } from "./counted-acts.ts";

/** Gong: 100 records a page, which nobody can choose. */
const PAGE_SIZE = 100;
/** For each of the users on a page, every period is answered: this keeps an answer from growing without bound. */
const MAX_PERIODS = 1000;

/** What the statistics of users need. */
export interface StatsParts extends ActParts {
  readonly userStats: UserStats;
  readonly users: UserDirectory;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
  readonly signText: SignText;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

export interface StatsPageRequest extends UsersAndDates {
  readonly operationId: string;
  readonly who: StatsUsersQuery["who"];
  /** What besides the filter decides what is answered. */
  readonly by?: string;
}

export interface StatsPage {
  readonly records: Records;
  readonly users: readonly StatsUser[];
  readonly userIds: readonly UserId[];
  readonly span: TimeSpan;
}

/**
 * One page of the users that there is something to say about, with where to go on.
 * @throws InvalidInputError for days that are not there yet or in the wrong order,
 *   WireError `user-not-found`, `stats-not-found`, `cursor-invalid`, `cursor-expired`
 */
export async function readStatsPage(parts: StatsParts, request: StatsPageRequest): Promise<StatsPage> {
  const { filter, operationId, by, who } = request;
  const nowMs = parts.clock();
  const span = readSpan(filter, parts.companyTime, nowMs);
  const userIds = await readUserIds(filter.userIds, parts.users);
  const scope = { operationId, filter: { ...filter, by, user: parts.actingUserId } };
  const cursor =
    request.cursor === undefined
      ? undefined
      : readCursor<StatsUsersPosition>(parts.signText, scope, request.cursor, nowMs);
  const page = await parts.userStats.users({
    who,
    span,
    userIds,
    alsoActive: who === "active" ? await readActors(parts, span, parts.actingUserId) : undefined,
    createdFromMs: moment(filter.createdFromDateTime, parts.companyTime),
    createdToMs: moment(filter.createdToDateTime, parts.companyTime),
    visibleTo: parts.actingUserId,
    pageSize: PAGE_SIZE,
    after: cursor?.position,
  });
  if (page.users.length === 0 && cursor === undefined) throw wireError("stats-not-found");
  const pageNumber = cursor?.pageNumber ?? 0;
  const next: Cursor<StatsUsersPosition> | undefined = page.next && {
    expiresMs: cursor?.expiresMs ?? nowMs + CURSOR_LIFETIME_MS,
    pageNumber: pageNumber + 1,
    position: page.next,
  };
  const records: Records = {
    totalRecords: page.total,
    currentPageSize: page.users.length,
    currentPageNumber: pageNumber,
    ...(next && { cursor: writeCursor(parts.signText, scope, next) }),
  };
  return { records, users: page.users, userIds: page.users.map((user) => user.id), span };
}

/** The calls that a user did something with in a span, beside being on them. */
export interface DoneWithCalls extends CountedActs {
  readonly callsScorecardsFilled: readonly CallId[];
  readonly callsScorecardsReceived: readonly CallId[];
}

type DoneBy = (userId: UserId, spanIndex: number) => DoneWithCalls;

export async function readDone(parts: StatsParts, query: Omit<UserCallsQuery, "visibleTo">): Promise<DoneBy> {
  const ofUser = { ...query, visibleTo: parts.actingUserId };
  const [reviewsOf, actsOf] = await Promise.all([readReviews(parts, ofUser), readActs(parts, ofUser)]);
  return (userId, spanIndex) => ({ ...reviewsOf(userId, spanIndex), ...actsOf(userId, spanIndex) });
}

/** How many calls a user did each of it with. */
export function countDone(done: DoneWithCalls): Readonly<Record<keyof DoneWithCalls, number>> {
  return {
    ownCallsListenedTo: done.ownCallsListenedTo.length,
    othersCallsListenedTo: done.othersCallsListenedTo.length,
    callsSharedInternally: done.callsSharedInternally.length,
    callsScorecardsFilled: done.callsScorecardsFilled.length,
    callsScorecardsReceived: done.callsScorecardsReceived.length,
  };
}

async function readReviews({ userStats }: StatsParts, query: UserCallsQuery) {
  const reviews = Map.groupBy(
    await userStats.listReviewedCalls(query),
    ({ userId, spanIndex, isReviewer }) => `${spanIndex} ${isReviewer} ${userId}`,
  );
  const callsOf = (userId: UserId, spanIndex: number, isReviewer: boolean) =>
    (reviews.get(`${spanIndex} ${isReviewer} ${userId}`) ?? []).map(({ callId }) => callId);
  return (userId: UserId, spanIndex: number) => ({
    callsScorecardsFilled: callsOf(userId, spanIndex, true),
    callsScorecardsReceived: callsOf(userId, spanIndex, false),
  });
}

/** @throws InvalidInputError where there are too many to answer */
export function readPeriods(days: DateSpan, unit: CalendarUnit): readonly DateSpan[] {
  const periods = calendarPeriods(days, unit)
    .take(MAX_PERIODS + 1)
    .toArray();
  if (periods.length <= MAX_PERIODS) return periods;
  const message = `must be later, for at most ${MAX_PERIODS} periods before toDate; got ${days.fromDate}`;
  throw new InvalidInputError([{ parameter: "filter.fromDate", message }]);
}

export function toTimeSpan({ fromDate, toDate }: DateSpan, companyTime: CompanyTime): TimeSpan {
  return { fromMs: startOfDay(fromDate, companyTime), toMs: startOfDay(toDate, companyTime) };
}

export function presentSpan({ fromMs, toMs }: TimeSpan, companyTime: CompanyTime): AnsweredSpan {
  const { timeZone } = companyTime;
  return { fromDateTime: companyTime.format(fromMs), toDateTime: companyTime.format(toMs), timeZone };
}

export function presentPeriod({ fromMs, toMs }: TimeSpan, companyTime: CompanyTime): AnsweredPeriod {
  return { fromDate: companyTime.format(fromMs), toDate: companyTime.format(toMs) };
}

export function presentUser({ id, emailAddress }: StatsUser): AnsweredUser {
  return { userId: id, userEmailAddress: emailAddress };
}

function readSpan(days: DateSpan, companyTime: CompanyTime, nowMs: number): TimeSpan {
  const problems: { parameter: string; message: string }[] = [];
  const today = companyTime.format(nowMs).slice(0, 10);
  if (days.fromDate >= days.toDate) problems.push({ parameter: "filter.fromDate", message: "must be before toDate" });
  if (days.toDate > today) {
    problems.push({ parameter: "filter.toDate", message: `must not be after today, ${today}; got ${days.toDate}` });
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
  return toTimeSpan(days, companyTime);
}

/** Gong: no ids say the same as an empty list of them: everybody. */
async function readUserIds(
  ids: readonly string[] | undefined,
  users: StatsParts["users"],
): Promise<readonly UserId[] | undefined> {
  if (ids === undefined || ids.length === 0) return undefined;
  const userIds = ids.map((id) => asId<UserId>(id));
  if ((await users.getMany(userIds)).length < userIds.length) throw wireError("user-not-found");
  return userIds;
}

function startOfDay(date: string, companyTime: CompanyTime): number {
  const startMs = companyTime.parse(date);
  if (startMs === undefined) throw new Error(`${date} is not a day`);
  return startMs;
}

function moment(text: string | undefined, companyTime: CompanyTime): number | undefined {
  return text === undefined ? undefined : companyTime.parse(text);
}
