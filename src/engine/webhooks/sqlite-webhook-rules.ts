import { NotFoundError } from "../../calls/errors.ts";
import type { CallId, WebhookRuleId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type {
  ProcessedCall,
  WebhookAuthentication,
  WebhookFilter,
  WebhookRule,
  WebhookRules,
} from "./webhook-rules.ts";

interface RuleRow {
  readonly id: WebhookRuleId;
  readonly name: string;
  readonly url: string;
  readonly authentication: WebhookAuthentication;
  readonly filter: string;
  readonly is_enabled: number;
  readonly created_ms: number;
}

interface ProcessedRow {
  readonly key: number;
  readonly call_id: CallId;
  readonly processed_ms: number;
}

const LOOKED_AT_TOGETHER = 100;

export class SqliteWebhookRules implements WebhookRules {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async put(rule: WebhookRule, transaction: Transaction): Promise<void> {
    const { id, name, url, authentication, filter, isEnabled, createdMs } = rule;
    connectionOf(transaction).run(
      `INSERT INTO webhook_rules(id, name, url, authentication, filter, is_enabled, created_ms) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET name = excluded.name, url = excluded.url, authentication = excluded.authentication,
       filter = excluded.filter, is_enabled = excluded.is_enabled`,
      [id, name, url, authentication, JSON.stringify(filter), isEnabled ? 1 : 0, createdMs],
    );
  }

  async remove(id: WebhookRuleId, transaction: Transaction): Promise<void> {
    const removed = connectionOf(transaction).run("DELETE FROM webhook_rules WHERE id = ?", [id]);
    if (removed === 0)
      throw new NotFoundError(`There is no webhook rule ${id}; GET /tamtam/v1/webhook-rules lists them.`);
  }

  async get(id: WebhookRuleId): Promise<WebhookRule | undefined> {
    const row = this.#reader.get<RuleRow>("SELECT * FROM webhook_rules WHERE id = ?", [id]);
    return row && toRule(row);
  }

  async list(): Promise<readonly WebhookRule[]> {
    return this.#reader.all<RuleRow>("SELECT * FROM webhook_rules ORDER BY created_ms, id").map(toRule);
  }

  async noteProcessed(callId: CallId, processedMs: number, transaction: Transaction): Promise<void> {
    const sql = `INSERT INTO processed_calls(call_id, processed_ms)
      SELECT ?, ? WHERE EXISTS (SELECT 1 FROM webhook_rules WHERE is_enabled = 1)`;
    connectionOf(transaction).run(sql, [callId, processedMs]);
  }

  async listProcessed(): Promise<readonly ProcessedCall[]> {
    const sql = "SELECT * FROM processed_calls ORDER BY key LIMIT ?";
    return this.#reader.all<ProcessedRow>(sql, [LOOKED_AT_TOGETHER]).map((row) => ({
      key: row.key,
      callId: row.call_id,
      processedMs: row.processed_ms,
    }));
  }

  async takeProcessed(key: number, transaction: Transaction): Promise<boolean> {
    return connectionOf(transaction).run("DELETE FROM processed_calls WHERE key = ?", [key]) === 1;
  }
}

function toRule(row: RuleRow): WebhookRule {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    authentication: row.authentication,
    filter: JSON.parse(row.filter) as WebhookFilter, // written by put
    isEnabled: row.is_enabled === 1,
    createdMs: row.created_ms,
  };
}
