import { setImmediate as nextTick } from "node:timers/promises";
import { type AuditEntry, auditLogNames } from "../../calls/audit-entry.ts";
import type { UserId } from "../../calls/ids.ts";
import { openSideFile } from "../database/open-side-file.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import { AUDIT_SCHEMA, type EntryRow, INSERT_ENTRY, logNumber, rowsOf, toEntry, userOf } from "./audit-rows.ts";
import type { Actor, ActsQuery, AuditedSpan, AuditLog, AuditPage, AuditQuery, UserAct } from "./audit-log.ts";
import { FORGOTTEN_SCHEMA, rememberForgotten, withoutForgotten, withoutUser } from "./forgotten-users.ts";
import { readActors, readActs } from "./counted-acts.ts";

export interface SqliteAuditLogOptions {
  /** How long entries are gathered before they are written together. 500 ms by default. */
  readonly gatherMs?: number | undefined;
  /** Told when entries could not be written; they are kept and tried again. */
  readonly reportError?: ((error: unknown) => void) | undefined;
}

/** About 10 ms of writing. */
const WRITTEN_TOGETHER = 1_000;
/** More are not kept in memory while they cannot be written: the oldest are given up. */
const MOST_WAITING = 100_000;
/** Taken out together: others who write wait no longer than that takes. */
const REMOVED_TOGETHER = 5_000;

/**
 * Written to a file of its own, in batches that wait for the disk. The library is neither slowed down by it nor grows with it: an erasure writes
 * the library anew, which would take longer for every request there ever was.
 */
export class SqliteAuditLog implements AuditLog {
  readonly #file: string;
  readonly #gatherMs: number;
  readonly #reportError: (error: unknown) => void;
  #opened: SqlConnection | undefined;
  #waiting: AuditEntry[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** The file is opened when there is something to write or read. */
  constructor(file: string, { gatherMs = 500, reportError = () => undefined }: SqliteAuditLogOptions = {}) {
    this.#file = file;
    this.#gatherMs = gatherMs;
    this.#reportError = reportError;
  }

  note(entry: AuditEntry): void {
    this.#waiting.push(entry);
    // A burst is written piece by piece: nobody waits for a long write.
    if (this.#waiting.length === WRITTEN_TOGETHER) setImmediate(() => this.#writeOrReport());
    // Not what a process that is done otherwise should stay for: closing writes the rest.
    this.#timer ??= setTimeout(() => this.#writeOrReport(), this.#gatherMs).unref();
  }

  async page({ log, fromMs, toMs, pageSize, after }: AuditQuery): Promise<AuditPage> {
    this.#writeOrReport();
    const connection = this.#connection();
    const { timeMs, key } = after ?? { timeMs: fromMs, key: 0 };
    const values = [logNumber(log), timeMs, timeMs, key, toMs];
    const where = "log = ? AND time_ms >= ? AND (time_ms, key) > (?, ?) AND time_ms < ?";
    const rows = connection.all<EntryRow>(`SELECT * FROM entries WHERE ${where} ORDER BY time_ms, key LIMIT ?`, [
      ...values,
      pageSize + 1,
    ]);
    const count = () =>
      connection.get<{ total: number }>(`SELECT count(*) AS total FROM entries WHERE ${where}`, values);
    const total = after?.total ?? count()?.total ?? 0;
    const entries = rows.slice(0, pageSize).map(toEntry);
    const last = rows.length > pageSize ? entries.at(-1) : undefined;
    return { entries, total, ...(last && { next: { total, timeMs: last.timeMs, key: last.key } }) };
  }

  async acts(query: ActsQuery): Promise<readonly UserAct[]> {
    this.#writeOrReport();
    return readActs(this.#connection(), query);
  }

  async actors(span: AuditedSpan): Promise<readonly Actor[]> {
    this.#writeOrReport();
    return readActors(this.#connection(), span);
  }

  async forgetUsers(userIds: readonly UserId[], untilMs: number): Promise<void> {
    if (userIds.length === 0) return;
    const forgotten = new Set(userIds);
    this.#waiting = this.#waiting.map((entry) => {
      const userId = userOf(entry.actor);
      return userId !== undefined && forgotten.has(userId) ? withoutUser(entry) : entry;
    });
    const connection = this.#connection();
    const users = "SELECT value FROM json_each(?)";
    transact(connection, () => {
      rememberForgotten(connection, userIds, untilMs);
      const sql = `UPDATE entries SET user_id = NULL, address = NULL WHERE user_id IN (${users})`;
      connection.run(sql, [JSON.stringify(userIds)]);
    });
    connection.pragma("wal_checkpoint(TRUNCATE)");
  }

  async removeBefore(timeMs: number): Promise<void> {
    const connection = this.#connection();
    const sql = "DELETE FROM entries WHERE key IN (SELECT key FROM entries WHERE log = ? AND time_ms < ? LIMIT ?)";
    for (const log of auditLogNames.keys()) {
      while (connection.run(sql, [log, timeMs, REMOVED_TOGETHER]) === REMOVED_TOGETHER) await nextTick();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#writeOrReport();
    clearTimeout(this.#timer);
    this.#opened?.close();
    this.#opened = undefined;
  }

  #writeOrReport(): void {
    try {
      this.#write();
    } catch (error) {
      this.#reportError(error);
      this.#waiting = this.#waiting.slice(-MOST_WAITING);
      this.#timer = setTimeout(() => this.#writeOrReport(), this.#gatherMs).unref();
    }
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    const connection = this.#connection();
    transact(connection, () => {
      const entries = withoutForgotten(connection, this.#waiting);
      for (const entry of entries) for (const row of rowsOf(entry)) connection.run(INSERT_ENTRY, row);
    });
    this.#waiting = [];
  }

  #connection(): SqlConnection {
    return (this.#opened ??= openSideFile(this.#file, AUDIT_SCHEMA + FORGOTTEN_SCHEMA, { isKept: true }));
  }
}

function transact(connection: SqlConnection, write: () => void): void {
  connection.exec("BEGIN IMMEDIATE");
  try {
    write();
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.isInTransaction) connection.exec("ROLLBACK");
    throw error;
  }
}
