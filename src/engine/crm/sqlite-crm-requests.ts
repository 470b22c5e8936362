import type { CrmObjectType } from "../../calls/crm/crm-object.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CrmLineError, CrmProgress, CrmRequest, CrmRequests, CrmRequestStatus, CrmWork } from "./crm-requests.ts";

interface RequestRow extends Omit<CrmRequest, "work" | "errors"> {
  readonly kind: CrmWork["kind"];
  readonly objectType: CrmObjectType;
  readonly fileId: string | null;
  readonly errors: string;
}

const COLUMNS = `key, integration_id AS integrationId, client_request_id AS clientRequestId, kind, object_type AS objectType,
  file_id AS fileId, created_ms AS createdMs, status, done_bytes AS doneBytes, done_lines AS doneLines,
  success_count AS successCount, error_count AS errorCount, errors`;
/** The oldest that is not over holds up all others, so that they are worked off in the order in which they came, whoever does it. */
const DUE = `key = (SELECT min(key) FROM crm_requests WHERE status IN ('PENDING', 'IN_PROGRESS')) AND lease_until_ms <= ?`;

export class SqliteCrmRequests implements CrmRequests {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async get(integrationId: string, clientRequestId: string): Promise<CrmRequest | undefined> {
    const sql = `SELECT ${COLUMNS} FROM crm_requests WHERE integration_id = ? AND client_request_id = ?`;
    const row = this.#reader.get<RequestRow>(sql, [integrationId, clientRequestId]);
    return row && rowToRequest(row);
  }

  async add(
    { integrationId, clientRequestId, work, createdMs }: Parameters<CrmRequests["add"]>[0],
    transaction: Transaction,
  ): Promise<boolean> {
    const sql = `INSERT INTO crm_requests(integration_id, client_request_id, kind, object_type, file_id, created_ms, status)
      VALUES (?, ?, ?, ?, ?, ?, 'PENDING') ON CONFLICT DO NOTHING`;
    const file: readonly SqlValue[] = work.kind === "upload" ? [work.objectType, work.fileId] : [null, null];
    return connectionOf(transaction).run(sql, [integrationId, clientRequestId, work.kind, ...file, createdMs]) > 0;
  }

  async claim(
    workerId: string,
    untilMs: number,
    nowMs: number,
    transaction: Transaction,
  ): Promise<CrmRequest | undefined> {
    const connection = connectionOf(transaction);
    const sql = `UPDATE crm_requests SET status = 'IN_PROGRESS', lease_owner = ?, lease_until_ms = ?
      WHERE ${DUE} RETURNING ${COLUMNS}`;
    const row = connection.get<RequestRow>(sql, [workerId, untilMs, nowMs]);
    return row && rowToRequest(row);
  }

  async hasDue(nowMs: number): Promise<boolean> {
    return this.#reader.get(`SELECT 1 FROM crm_requests WHERE ${DUE}`, [nowMs]) !== undefined;
  }

  async advance(
    key: number,
    workerId: string,
    progress: CrmProgress & { readonly status: CrmRequestStatus; readonly untilMs: number },
    transaction: Transaction,
  ): Promise<boolean> {
    const { status, doneBytes, doneLines, successCount, errorCount, errors, untilMs } = progress;
    const sql = `UPDATE crm_requests SET status = ?, done_bytes = ?, done_lines = ?, success_count = ?, error_count = ?, errors = ?,
      lease_until_ms = ? WHERE key = ? AND lease_owner = ?`;
    const values = [status, doneBytes, doneLines, successCount, errorCount, JSON.stringify(errors), untilMs];
    return connectionOf(transaction).run(sql, [...values, key, workerId]) > 0;
  }

  async release(key: number, workerId: string, transaction: Transaction): Promise<void> {
    const sql = "UPDATE crm_requests SET lease_until_ms = 0, lease_owner = NULL WHERE key = ? AND lease_owner = ?";
    connectionOf(transaction).run(sql, [key, workerId]);
  }

  async files(): Promise<readonly { readonly fileId: string; readonly isOver: boolean }[]> {
    const sql =
      "SELECT file_id AS fileId, status IN ('DONE', 'FAILED') AS isOver FROM crm_requests WHERE file_id IS NOT NULL";
    const rows = this.#reader.all<{ fileId: string; isOver: number }>(sql);
    return rows.map(({ fileId, isOver }) => ({ fileId, isOver: isOver === 1 }));
  }

  async forgetFiles(fileIds: readonly string[], transaction: Transaction): Promise<void> {
    const sql = "UPDATE crm_requests SET file_id = NULL WHERE file_id IN (SELECT value FROM json_each(?))";
    connectionOf(transaction).run(sql, [JSON.stringify(fileIds)]);
  }
}

function rowToRequest({ kind, objectType, fileId, errors, ...row }: RequestRow): CrmRequest {
  return {
    ...row,
    work: kind === "upload" ? { kind, objectType, fileId: fileId ?? "" } : { kind },
    errors: JSON.parse(errors) as CrmLineError[], // written by advance
  };
}
