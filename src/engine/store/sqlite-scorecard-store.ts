import { ConflictError } from "../../calls/errors.ts";
import type { ScorecardId, UserId, WorkspaceId } from "../../calls/ids.ts";
import type { ReviewMethod, Scorecard, ScorecardQuestion } from "../../calls/scorecard.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { ScorecardStore } from "./scorecard-store.ts";

interface ScorecardRow {
  readonly id: ScorecardId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly isEnabled: number;
  readonly reviewMethod: ReviewMethod;
  readonly questions: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly updaterUserId: UserId | null;
}

const COLUMNS = `s.id, s.workspace_id AS workspaceId, s.name, s.is_enabled AS isEnabled, s.review_method AS reviewMethod, s.questions,
  s.created_ms AS createdMs, s.updated_ms AS updatedMs, s.updater_user_id AS updaterUserId`;

export class SqliteScorecardStore implements ScorecardStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async list(): Promise<readonly Scorecard[]> {
    const sql = `SELECT ${COLUMNS} FROM scorecards s ORDER BY s.workspace_id, s.name COLLATE NOCASE, s.id`;
    return this.#reader.all<ScorecardRow>(sql).map(rowToScorecard);
  }

  async get(id: ScorecardId): Promise<Scorecard | undefined> {
    return (await this.getMany([id]))[0];
  }

  async getMany(ids: readonly ScorecardId[]): Promise<readonly Scorecard[]> {
    const sql = `SELECT ${COLUMNS} FROM json_each(?) wanted CROSS JOIN scorecards s ON s.id = wanted.value ORDER BY wanted.key`;
    return this.#reader.all<ScorecardRow>(sql, [JSON.stringify(ids)]).map(rowToScorecard);
  }

  async add(scorecard: Scorecard, transaction: Transaction): Promise<void> {
    const added = connectionOf(transaction).run(
      `INSERT INTO scorecards(name, is_enabled, review_method, questions, updated_ms, updater_user_id, workspace_id, created_ms, id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING`,
      [...changing(scorecard), scorecard.workspaceId, scorecard.createdMs, scorecard.id],
    );
    if (added === 0) throw new ConflictError(`There is a scorecard ${scorecard.id} already.`);
  }

  async replace(scorecard: Scorecard, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run(
      `UPDATE scorecards SET name = ?, is_enabled = ?, review_method = ?, questions = ?, updated_ms = ?, updater_user_id = ?
       WHERE id = ?`,
      [...changing(scorecard), scorecard.id],
    );
  }

  async remove(id: ScorecardId, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const answered = connection.get("SELECT 1 FROM answered_scorecards WHERE scorecard_id = ? LIMIT 1", [id]);
    if (answered !== undefined) {
      throw new ConflictError(
        `Calls were reviewed by scorecard ${id}; delete those answered scorecards first, or disable it with "enabled": false.`,
      );
    }
    connection.run("DELETE FROM scorecards WHERE id = ?", [id]);
  }
}

function changing({ name, isEnabled, reviewMethod, questions, updatedMs, updaterUserId }: Scorecard) {
  return [name, Number(isEnabled), reviewMethod, JSON.stringify(questions), updatedMs, updaterUserId ?? null] as const;
}

function rowToScorecard({ isEnabled, questions, updaterUserId, ...row }: ScorecardRow): Scorecard {
  return {
    ...row,
    isEnabled: isEnabled === 1,
    questions: JSON.parse(questions) as readonly ScorecardQuestion[], // written by add and replace
    updaterUserId: updaterUserId ?? undefined,
  };
}
