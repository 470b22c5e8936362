import type { InteractionStats } from "../../calls/call-analysis.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import { type CallVisibility, type Condition, counts } from "../database/call-visibility.ts";
import type {
  ReviewedCall,
  StatsUser,
  StatsUsersPage,
  StatsUsersQuery,
  TimeSpan,
  UserCall,
  UserCallCounts,
  UserCallsQuery,
  UserStats,
} from "./user-stats.ts";

/** The index of the start leads: what is outside the span is not read. */
const CALLS_OF_SPAN = "visible_calls v CROSS JOIN user_calls u ON u.call_key = v.key";
const FIGURES = "a.talk_ratio, a.monologue_ms, a.customer_story_ms, a.interactivity, a.patience_ms, a.question_rate";
const HAS_FIGURES = `EXISTS (SELECT 1 FROM analyses a INDEXED BY analyses_figures
  WHERE a.call_key = c.key AND coalesce(${FIGURES}) IS NOT NULL)`;

/** The index of the review's time leads. Each review is in it twice: for who made it, and for whom it is about. */
const REVIEWS_OF_SPAN = `answered_scorecards a INDEXED BY answered_scorecards_by_review
  CROSS JOIN visible_calls v ON v.call_id = a.call_id CROSS JOIN json_each('[0, 1]') side`;
const USER_OF_REVIEW = "iif(side.value, a.reviewer_user_id, a.reviewed_user_id)";

interface CallRow extends Omit<UserCall, "isHost"> {
  readonly isHost: number;
}

export class SqliteUserStats implements UserStats {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async users(query: StatsUsersQuery): Promise<StatsUsersPage> {
    return this.#reader.snapshot(() => this.#page(query));
  }

  async countCalls(query: UserCallsQuery): Promise<readonly UserCallCounts[]> {
    const { from, values } = callsInSpans(query);
    return this.#reader.all<UserCallCounts>(
      `SELECT u.user_id AS userId, span.key AS spanIndex, sum(u.is_host) AS hosted, sum(NOT u.is_host) AS attended
       ${from} GROUP BY u.user_id, span.key`,
      values,
    );
  }

  async listCalls(query: UserCallsQuery): Promise<readonly UserCall[]> {
    const { from, values } = callsInSpans(query);
    const rows = this.#reader.all<CallRow>(
      `SELECT u.user_id AS userId, span.key AS spanIndex, v.call_id AS callId, u.is_host AS isHost
       ${from} ORDER BY v.started_ms, v.key`,
      values,
    );
    return rows.map((row) => ({ ...row, isHost: row.isHost === 1 }));
  }

  async listReviewedCalls(query: UserCallsQuery): Promise<readonly ReviewedCall[]> {
    const { spans, userIds } = query;
    const { where, values } = whereOf([
      ["a.reviewed_ms >= span.value ->> 0"],
      ["a.reviewed_ms < span.value ->> 1"],
      ["a.review_method = 'MANUAL'"],
      isOneOf(USER_OF_REVIEW, userIds),
      ...counts("v.call_id", query),
    ]);
    const rows = this.#reader.all<Omit<ReviewedCall, "isReviewer"> & { isReviewer: number }>(
      `SELECT DISTINCT ${USER_OF_REVIEW} AS userId, span.key AS spanIndex, v.call_id AS callId, side.value AS isReviewer
       FROM json_each(?) span CROSS JOIN ${REVIEWS_OF_SPAN} ${where} ORDER BY v.started_ms, v.key`,
      [boundsOf(spans), ...values],
    );
    return rows.map((row) => ({ ...row, isReviewer: row.isReviewer === 1 }));
  }

  async hosts(callIds: readonly CallId[], visibility: CallVisibility): Promise<ReadonlyMap<CallId, UserId>> {
    const { where, values } = whereOf(counts("v.call_id", visibility));
    const rows = this.#reader.all<{ callId: CallId; hostId: UserId }>(
      `SELECT v.call_id AS callId, v.primary_user_id AS hostId
       FROM json_each(?) wanted CROSS JOIN visible_calls v ON v.call_id = wanted.value ${where}`,
      [JSON.stringify(callIds), ...values],
    );
    return new Map(rows.map(({ callId, hostId }) => [callId, hostId]));
  }

  async averages(query: Parameters<UserStats["averages"]>[0]): Promise<ReadonlyMap<UserId, InteractionStats>> {
    const { where, values } = whereOf([
      ...callConditions(query.span, query),
      ["u.is_host"],
      isOneOf("u.user_id", query.userIds),
    ]);
    const rows = this.#reader.all<InteractionStats & { userId: UserId }>(
      `SELECT u.user_id AS userId, avg(a.talk_ratio) AS talkRatio, avg(a.monologue_ms) AS longestMonologueMs,
         avg(a.customer_story_ms) AS longestCustomerStoryMs, avg(a.interactivity) AS interactivity,
         avg(a.patience_ms) AS patienceMs, avg(a.question_rate) AS questionRate
       FROM ${CALLS_OF_SPAN} CROSS JOIN calls c ON c.id = v.call_id
         CROSS JOIN analyses a INDEXED BY analyses_figures ON a.call_key = c.key
       ${where} GROUP BY u.user_id`,
      values,
    );
    return new Map(rows.map(({ userId, ...stats }) => [userId, stats]));
  }

  #page(query: StatsUsersQuery): StatsUsersPage {
    const { after, pageSize } = query;
    const total = after?.total ?? this.#count(query);
    const { from, values } = usersFrom(query);
    // One more than the page shows whether there is another page.
    const found = this.#reader.all<StatsUser>(
      `SELECT some.id, d.email_address AS emailAddress ${from} ORDER BY some.id LIMIT ?`,
      [...values, pageSize + 1],
    );
    const users = found.slice(0, pageSize);
    const last = users.at(-1);
    if (last === undefined || found.length <= pageSize) return { users, total };
    return { users, total, next: { total, userId: last.id } };
  }

  #count(query: StatsUsersQuery): number {
    const { from, values } = usersFrom(query);
    return this.#reader.get<{ n: number }>(`SELECT count(*) AS n ${from}`, values)?.n ?? 0;
  }
}

interface Source {
  readonly from: string;
  readonly values: readonly SqlValue[];
}

function usersFrom(query: StatsUsersQuery): Source {
  const { createdFromMs, createdToMs, userIds, after } = query;
  const ids = idsOf(query);
  const { where, values } = whereOf([
    ...(userIds === undefined ? [] : [isOneOf("some.id", userIds)]),
    ...(createdFromMs === undefined ? [] : [["d.created_ms >= ?", createdFromMs] as const]),
    ...(createdToMs === undefined ? [] : [["d.created_ms < ?", createdToMs] as const]),
    ...(after === undefined ? [] : [["some.id > ?", after.userId] as const]),
  ]);
  return {
    from: `FROM (${ids.from}) some LEFT JOIN users d ON d.id = some.id ${where}`,
    values: [...ids.values, ...values],
  };
}

function idsOf(query: StatsUsersQuery): Source {
  const { who, span, alsoActive = [] } = query;
  if (who === "everybody") return { from: "SELECT id FROM users", values: [] };
  const isMeasured = who === "measured";
  const { where, values } = whereOf([
    ...callConditions(span, query),
    ...(isMeasured ? [["u.is_host"] as const, [HAS_FIGURES] as const] : []),
  ]);
  const calls = isMeasured ? `${CALLS_OF_SPAN} CROSS JOIN calls c ON c.id = v.call_id` : CALLS_OF_SPAN;
  const onCalls = `SELECT DISTINCT u.user_id AS id FROM ${calls} ${where}`;
  if (isMeasured) return { from: onCalls, values };
  const reviews = reviewsOf(span, query);
  return {
    from: `${onCalls} UNION ${reviews.from} UNION SELECT value FROM json_each(?)`,
    values: [...values, ...reviews.values, JSON.stringify(alsoActive)],
  };
}

function reviewsOf({ fromMs, toMs }: TimeSpan, visibility: CallVisibility): Source {
  const { where, values } = whereOf([
    ["a.reviewed_ms >= ?", fromMs],
    ["a.reviewed_ms < ?", toMs],
    ["a.review_method = 'MANUAL'"],
    [`${USER_OF_REVIEW} IS NOT NULL`],
    ...counts("v.call_id", visibility),
  ]);
  return { from: `SELECT ${USER_OF_REVIEW} FROM ${REVIEWS_OF_SPAN} ${where}`, values };
}

function boundsOf(spans: readonly TimeSpan[]): string {
  return JSON.stringify(spans.map(({ fromMs, toMs }) => [fromMs, toMs]));
}

function callsInSpans(query: UserCallsQuery): Source {
  const { spans, userIds } = query;
  const { where, values } = whereOf([
    ["v.started_ms >= span.value ->> 0"],
    ["v.started_ms < span.value ->> 1"],
    isOneOf("u.user_id", userIds),
    ...counts("v.call_id", query),
  ]);
  return { from: `FROM json_each(?) span CROSS JOIN ${CALLS_OF_SPAN} ${where}`, values: [boundsOf(spans), ...values] };
}

function callConditions({ fromMs, toMs }: TimeSpan, visibility: CallVisibility): Condition[] {
  return [["v.started_ms >= ?", fromMs], ["v.started_ms < ?", toMs], ...counts("v.call_id", visibility)];
}

function isOneOf(column: string, ids: readonly UserId[]): Condition {
  return [`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids)];
}

function whereOf(conditions: readonly Condition[]): { where: string; values: SqlValue[] } {
  if (conditions.length === 0) return { where: "", values: [] };
  return {
    where: `WHERE ${conditions.map(([sql]) => sql).join(" AND ")}`,
    values: conditions.flatMap(([, ...values]) => values),
  };
}
