import type { AnsweredScorecard, ScorecardAnswer, VisibilityType } from "../../calls/answered-scorecard.ts";
import { ConflictError } from "../../calls/errors.ts";
import type { AnsweredScorecardId, CallId, ScorecardId, UserId } from "../../calls/ids.ts";
import type { ReviewMethod } from "../../calls/scorecard.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type {
  AnsweredScorecardPage,
  AnsweredScorecardQuery,
  AnsweredScorecardStore,
} from "./answered-scorecard-store.ts";
import { type Condition, counts } from "../database/call-visibility.ts";

interface AnsweredRow {
  readonly id: AnsweredScorecardId;
  readonly scorecardId: ScorecardId;
  readonly callId: CallId;
  readonly reviewedUserId: UserId;
  readonly reviewerUserId: UserId | null;
  readonly editorUserId: UserId | null;
  readonly reviewMethod: ReviewMethod;
  readonly reviewedMs: number;
  readonly visibilityType: VisibilityType;
  readonly answers: string;
}

interface ListedRow extends AnsweredRow {
  readonly key: number;
  readonly scorecardName: string;
  readonly callStartMs: number;
}

const COLUMNS = `a.id, a.scorecard_id AS scorecardId, a.call_id AS callId, a.reviewed_user_id AS reviewedUserId,
  a.reviewer_user_id AS reviewerUserId, a.editor_user_id AS editorUserId, a.review_method AS reviewMethod,
  a.reviewed_ms AS reviewedMs, a.visibility AS visibilityType, a.answers`;
const LISTED =
  "answered_scorecards a JOIN visible_calls v ON v.call_id = a.call_id JOIN scorecards s ON s.id = a.scorecard_id";

export class SqliteAnsweredScorecardStore implements AnsweredScorecardStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async list(query: AnsweredScorecardQuery): Promise<AnsweredScorecardPage> {
    return this.#reader.snapshot(() => this.#page(query));
  }

  async get(id: AnsweredScorecardId): Promise<AnsweredScorecard | undefined> {
    const sql = `SELECT ${COLUMNS} FROM answered_scorecards a WHERE a.id = ?`;
    const row = this.#reader.get<AnsweredRow>(sql, [id]);
    return row && rowToAnswered(row);
  }

  async add(answered: AnsweredScorecard, transaction: Transaction): Promise<void> {
    const { id, scorecardId, callId, reviewedUserId, reviewerUserId, editorUserId } = answered;
    const added = connectionOf(transaction).run(
      `INSERT INTO answered_scorecards(id, scorecard_id, call_id, reviewed_user_id, reviewer_user_id, editor_user_id,
         review_method, reviewed_ms, visibility, answers)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [
        id,
        scorecardId,
        callId,
        reviewedUserId,
        reviewerUserId ?? null,
        editorUserId ?? null,
        answered.reviewMethod,
        answered.reviewedMs,
        answered.visibilityType,
        JSON.stringify(answered.answers),
      ],
    );
    if (added > 0) return;
    const who = reviewerUserId === undefined ? "This scorecard was" : `User ${reviewerUserId} has this scorecard`;
    throw new ConflictError(`${who} answered for call ${callId} already; change that answered scorecard instead.`);
  }

  async replace(answered: AnsweredScorecard, transaction: Transaction): Promise<void> {
    const { id, editorUserId, reviewedMs, visibilityType, answers } = answered;
    connectionOf(transaction).run(
      "UPDATE answered_scorecards SET editor_user_id = ?, reviewed_ms = ?, visibility = ?, answers = ? WHERE id = ?",
      [editorUserId ?? null, reviewedMs, visibilityType, JSON.stringify(answers), id],
    );
  }

  async remove(id: AnsweredScorecardId, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run("DELETE FROM answered_scorecards WHERE id = ?", [id]);
  }

  #page(query: AnsweredScorecardQuery): AnsweredScorecardPage {
    const { after, pageSize } = query;
    const conditions = conditionsOf(query);
    const total = after?.total ?? this.#count(conditions);
    const upToKey = after?.upToKey ?? this.#newestKey();
    // One more than the page shows whether there is another page.
    const { where, values } = whereOf([...conditions, ["a.key > ?", after?.key ?? 0], ["a.key <= ?", upToKey]]);
    const rows = this.#reader.all<ListedRow>(
      `SELECT a.key, ${COLUMNS}, s.name AS scorecardName, v.started_ms AS callStartMs FROM ${LISTED} ${where} ORDER BY a.key LIMIT ?`,
      [...values, pageSize + 1],
    );
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const answered = shown.map(({ key: _key, scorecardName, callStartMs, ...row }) => ({
      answered: rowToAnswered(row),
      scorecardName,
      callStartMs,
    }));
    if (last === undefined || rows.length <= pageSize) return { answered, total };
    return { answered, total, next: { total, upToKey, key: last.key } };
  }

  #count(conditions: readonly Condition[]): number {
    const { where, values } = whereOf(conditions);
    return this.#reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${LISTED} ${where}`, values)?.n ?? 0;
  }

  #newestKey(): number {
    return this.#reader.get<{ key: number | null }>("SELECT max(key) AS key FROM answered_scorecards")?.key ?? 0;
  }
}

function conditionsOf(query: AnsweredScorecardQuery): Condition[] {
  const { callFromMs, callToMs, reviewFromMs, reviewToMs, reviewMethod, reviewedUserIds, scorecardIds, visibleTo } =
    query;
  return [
    ...given("v.started_ms >= ?", callFromMs),
    ...given("v.started_ms < ?", callToMs),
    ...given("a.reviewed_ms >= ?", reviewFromMs),
    ...given("a.reviewed_ms < ?", reviewToMs),
    ...given("a.review_method = ?", reviewMethod),
    ...given(
      "a.reviewed_user_id IN (SELECT value FROM json_each(?))",
      reviewedUserIds && JSON.stringify(reviewedUserIds),
    ),
    ...given("a.scorecard_id IN (SELECT value FROM json_each(?))", scorecardIds && JSON.stringify(scorecardIds)),
    ...counts("a.call_id", query),
    ...(visibleTo === undefined ? [] : [mayBeReadBy(visibleTo)]),
  ];
}

/** Who opted in is not kept, so that what is shown to those is shown to its reviewer alone, as what is private. */
function mayBeReadBy(userId: UserId): Condition {
  const manages =
    "EXISTS (SELECT 1 FROM users managed WHERE managed.id = a.reviewed_user_id AND managed.manager_id = ?)";
  const sql = `(a.visibility = 'PUBLIC' OR a.reviewer_user_id = ?
    OR (a.visibility = 'MANAGERS_AND_REVIEWEE' AND a.reviewed_user_id = ?)
    OR (a.visibility IN ('MANAGERS', 'MANAGERS_AND_REVIEWEE') AND ${manages}))`;
  return [sql, userId, userId, userId];
}

function given(sql: string, value: SqlValue | undefined): Condition[] {
  return value === undefined ? [] : [[sql, value]];
}

function whereOf(conditions: readonly Condition[]): { readonly where: string; readonly values: readonly SqlValue[] } {
  if (conditions.length === 0) return { where: "", values: [] };
  return {
    where: `WHERE ${conditions.map(([sql]) => sql).join(" AND ")}`,
    values: conditions.flatMap(([, ...values]) => values),
  };
}

function rowToAnswered({ reviewerUserId, editorUserId, answers, ...row }: AnsweredRow): AnsweredScorecard {
  return {
    ...row,
    reviewerUserId: reviewerUserId ?? undefined,
    editorUserId: editorUserId ?? undefined,
    answers: JSON.parse(answers) as readonly ScorecardAnswer[], // written by add and replace
  };
}
