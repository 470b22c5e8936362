import { NotFoundError } from "../../calls/errors.ts";
import type { WebhookDeliveryId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import { type AttemptRow, type DeliveryRow, toClaimed, toDelivery } from "./delivery-rows.ts";
import type {
  ClaimedDelivery,
  DeliveryPage,
  DeliveryQuery,
  NewDelivery,
  WebhookAttempt,
  WebhookDeliveries,
  WebhookDelivery,
} from "./webhook-deliveries.ts";

const DUE = "SELECT id FROM webhook_deliveries WHERE due_ms <= ? ORDER BY due_ms LIMIT 1";
const STILL_MINE = "id = ? AND sender_id = ? AND attempt_count = ?";

export class SqliteWebhookDeliveries implements WebhookDeliveries {
  readonly #database: SqliteDatabase;
  readonly #reader: SqlConnection;
  readonly #clock: () => number;

  /** @param clock milliseconds since 1970; processes that share the file are on one machine, so on one clock */
  constructor(database: SqliteDatabase, clock: () => number) {
    this.#database = database;
    this.#reader = database.reader;
    this.#clock = clock;
  }

  async add(delivery: NewDelivery, transaction: Transaction): Promise<void> {
    const { id, ruleId, callId, isTest, createdMs, dueMs = createdMs } = delivery;
    connectionOf(transaction).run(
      `INSERT INTO webhook_deliveries(id, rule_id, call_id, is_test, state, created_ms, due_ms, try_count, attempt_count)
       SELECT ?, r.id, c.id, ?, 'waiting', ?, ?, 0, 0 FROM webhook_rules r, calls c WHERE r.id = ? AND c.id = ?`,
      [id, isTest ? 1 : 0, createdMs, dueMs, ruleId, callId],
    );
  }

  async get(id: WebhookDeliveryId): Promise<WebhookDelivery | undefined> {
    const row = this.#reader.get<DeliveryRow>("SELECT * FROM webhook_deliveries WHERE id = ?", [id]);
    return row && toDelivery(row, this.#attempts(id));
  }

  async page({ ruleId, callId, state, pageSize, beforeId }: DeliveryQuery): Promise<DeliveryPage> {
    const conditions = [
      ["rule_id = ?", ruleId],
      ["call_id = ?", callId],
      ["state = ?", state],
      // Later ids are greater, and all have as many digits.
      ["id < ?", beforeId],
    ] as const;
    const given = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
    const where = given.length === 0 ? "" : `WHERE ${given.map(({ sql }) => sql).join(" AND ")}`;
    const rows = this.#reader.all<DeliveryRow>(`SELECT * FROM webhook_deliveries ${where} ORDER BY id DESC LIMIT ?`, [
      ...given.map(({ value }) => value),
      pageSize + 1,
    ]);
    const deliveries = rows.slice(0, pageSize).map((row) => toDelivery(row, this.#attempts(row.id)));
    return { deliveries, hasMore: rows.length > pageSize };
  }

  async claim(senderId: string, leaseMs: number): Promise<ClaimedDelivery | undefined> {
    // Most of the time there is nothing to send, and seeing that needs no lock.
    if (this.#reader.get(DUE, [this.#clock()]) === undefined) return undefined;
    return this.#database.transact(async (transaction) => {
      const nowMs = this.#clock();
      const row = connectionOf(transaction).get<DeliveryRow>(
        `UPDATE webhook_deliveries SET sender_id = ?, due_ms = ?, try_count = try_count + 1, attempt_count = attempt_count + 1
         WHERE id = (${DUE}) RETURNING *`,
        [senderId, nowMs + leaseMs, nowMs],
      );
      return row && toClaimed(row, senderId);
    });
  }

  async settle(
    claimed: ClaimedDelivery,
    attempt: WebhookAttempt,
    next: { readonly state: "delivered" | "failed" } | { readonly state: "waiting"; readonly dueMs: number },
  ): Promise<boolean> {
    const dueMs = next.state === "waiting" ? next.dueMs : null;
    return this.#database.transact(async (transaction) => {
      const connection = connectionOf(transaction);
      const sql = `UPDATE webhook_deliveries SET state = ?, due_ms = ?, sender_id = NULL WHERE ${STILL_MINE}`;
      if (connection.run(sql, [next.state, dueMs, ...mine(claimed)]) === 0) return false;
      const { number, startedMs, durationMs, status = null, failure = null, answer = null } = attempt;
      connection.run("INSERT INTO webhook_attempts VALUES (?, ?, ?, ?, ?, ?, ?)", [
        claimed.id,
        number,
        startedMs,
        durationMs,
        status,
        failure,
        answer,
      ]);
      return true;
    });
  }

  async drop(claimed: ClaimedDelivery): Promise<void> {
    const sql = `DELETE FROM webhook_deliveries WHERE ${STILL_MINE}`;
    await this.#database.transact(async (transaction) => connectionOf(transaction).run(sql, mine(claimed)));
  }

  async resend(id: WebhookDeliveryId, transaction: Transaction): Promise<void> {
    const sql =
      "UPDATE webhook_deliveries SET state = 'waiting', due_ms = ?, try_count = 0, sender_id = NULL WHERE id = ?";
    if (connectionOf(transaction).run(sql, [this.#clock(), id]) === 1) return;
    throw new NotFoundError(`There is no webhook delivery ${id}; GET /tamtam/v1/webhook-deliveries lists them.`);
  }

  async removeBefore(createdMs: number): Promise<void> {
    const old = "SELECT 1 FROM webhook_deliveries WHERE due_ms IS NULL AND created_ms < ? LIMIT 1";
    if (this.#reader.get(old, [createdMs]) === undefined) return;
    const sql = "DELETE FROM webhook_deliveries WHERE due_ms IS NULL AND created_ms < ?";
    await this.#database.transact(async (transaction) => connectionOf(transaction).run(sql, [createdMs]));
  }

  async nextDueInMs(): Promise<number | undefined> {
    const sql = "SELECT min(due_ms) AS due_ms FROM webhook_deliveries WHERE due_ms IS NOT NULL";
    const dueMs = this.#reader.get<{ due_ms: number | null }>(sql)?.due_ms ?? undefined;
    return dueMs === undefined ? undefined : Math.max(0, dueMs - this.#clock());
  }

  #attempts(id: WebhookDeliveryId): AttemptRow[] {
    return this.#reader.all<AttemptRow>("SELECT * FROM webhook_attempts WHERE delivery_id = ? ORDER BY number", [id]);
  }
}

function mine({ id, senderId, attemptNumber }: ClaimedDelivery): [string, string, number] {
  return [id, senderId, attemptNumber];
}
