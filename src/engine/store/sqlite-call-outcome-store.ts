import type { CallOutcome, CallOutcomeChange } from "../../calls/call-outcome.ts";
import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import type { CallId, CallOutcomeId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CallOutcomeStore } from "./call-outcome-store.ts";

interface OutcomeRow extends Omit<CallOutcome, "automation"> {
  readonly automation: CallOutcome["automation"] | null;
}

const COLUMNS = `o.id, o.name, o.display_order AS displayOrder, o.connect_status AS connectStatus, o.sentiment,
  o.todo_action AS todoAction, o.automation, o.category`;

export class SqliteCallOutcomeStore implements CallOutcomeStore {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async list(): Promise<readonly CallOutcome[]> {
    const sql = `SELECT ${COLUMNS} FROM call_outcomes o ORDER BY o.connect_status, o.display_order, o.name`;
    return this.#reader.all<OutcomeRow>(sql).map(rowToOutcome);
  }

  async get(id: CallOutcomeId): Promise<CallOutcome | undefined> {
    return read(this.#reader, id);
  }

  async add(outcome: CallOutcome, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    refuseSecond(connection, "id", outcome.id);
    refuseSecond(connection, "name", outcome.name);
    connection.run(
      `INSERT INTO call_outcomes(name, display_order, connect_status, sentiment, todo_action, automation, category, id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [...valuesOf(outcome), outcome.id],
    );
  }

  async change(id: CallOutcomeId, change: CallOutcomeChange, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const before = read(connection, id);
    if (!before) throw new NotFoundError(`There is no call outcome ${id}.`);
    const { automation, ...said } = change;
    const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const after: CallOutcome = {
      ...before,
      ...named,
      automation: automation === undefined ? before.automation : (automation ?? undefined),
    };
    if (after.name !== before.name) refuseSecond(connection, "name", after.name);
    connection.run(
      `UPDATE call_outcomes SET name = ?, display_order = ?, connect_status = ?, sentiment = ?, todo_action = ?, automation = ?,
       category = ? WHERE id = ?`,
      [...valuesOf(after), id],
    );
  }

  async remove(id: CallOutcomeId, transaction: Transaction): Promise<boolean> {
    return connectionOf(transaction).run("DELETE FROM call_outcomes WHERE id = ?", [id]) > 0;
  }

  async ofCalls(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, CallOutcome>> {
    const rows = this.#reader.all<OutcomeRow & { readonly callId: CallId }>(
      `SELECT oc.call_id AS callId, ${COLUMNS} FROM json_each(?) wanted CROSS JOIN outcomes_of_calls oc ON oc.call_id = wanted.value
       JOIN call_outcomes o ON o.id = oc.outcome_id`,
      [JSON.stringify(ids)],
    );
    return new Map(rows.map(({ callId, ...row }) => [callId, rowToOutcome(row)]));
  }

  async setOf(callId: CallId, outcomeId: CallOutcomeId | undefined, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    if (outcomeId === undefined) {
      connection.run("DELETE FROM outcomes_of_calls WHERE call_id = ?", [callId]);
      return;
    }
    connection.run(
      `INSERT INTO outcomes_of_calls(call_id, outcome_id) VALUES (?, ?)
       ON CONFLICT(call_id) DO UPDATE SET outcome_id = excluded.outcome_id`,
      [callId, outcomeId],
    );
  }
}

function read(connection: SqlConnection, id: CallOutcomeId): CallOutcome | undefined {
  const row = connection.get<OutcomeRow>(`SELECT ${COLUMNS} FROM call_outcomes o WHERE o.id = ?`, [id]);
  return row && rowToOutcome(row);
}

function refuseSecond(connection: SqlConnection, column: "id" | "name", text: string): void {
  if (connection.get(`SELECT 1 FROM call_outcomes WHERE ${column} = ?`, [text]) === undefined) return;
  throw new ConflictError(`There is a call outcome with the ${column} ${text} already; change that one instead.`);
}

function valuesOf(outcome: CallOutcome): SqlValue[] {
  const { name, displayOrder, connectStatus, sentiment, todoAction, automation, category } = outcome;
  return [name, displayOrder, connectStatus, sentiment, todoAction, automation ?? null, category];
}

function rowToOutcome({ automation, ...row }: OutcomeRow): CallOutcome {
  return { ...row, ...(automation !== null && { automation }) };
}
