import type { Stage } from "../../calls/call.ts";
import { ConflictError } from "../../calls/errors.ts";
import type { CallId } from "../../calls/ids.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { Job, JobQueue, WorkerInfo } from "./job-queue.ts";

export interface SqliteJobQueueOptions {
  /** Milliseconds since 1970. Processes that share the file are on one machine, so on one clock. */
  readonly clock: () => number;
  /** How long a worker keeps a job without a heartbeat. 15 s by default. */
  readonly leaseMs?: number | undefined;
}

interface JobRow {
  readonly id: number;
  readonly call_id: CallId;
  readonly stage: Stage;
  readonly attempt: number;
}

interface WorkerRow {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  readonly server_url: string | null;
}

/** A leased job is one with a `worker_id`; its `due_ms` is then the end of the lease, when anybody may take it. */
export class SqliteJobQueue implements JobQueue {
  readonly #database: SqliteDatabase;
  readonly #reader: SqlConnection;
  readonly #clock: () => number;
  readonly #leaseMs: number;

  constructor(database: SqliteDatabase, options: SqliteJobQueueOptions) {
    this.#database = database;
    this.#reader = database.reader;
    this.#clock = options.clock;
    this.#leaseMs = options.leaseMs ?? 15_000;
  }

  async enqueue(job: { callId: CallId; stage: Stage; dueMs?: number }, transaction: Transaction): Promise<void> {
    const added = connectionOf(transaction).run(
      "INSERT INTO jobs(call_id, stage, attempt, due_ms) VALUES (?, ?, 0, ?) ON CONFLICT(call_id) DO NOTHING",
      [job.callId, job.stage, job.dueMs ?? this.#clock()],
    );
    if (added === 0) throw new ConflictError(`Call ${job.callId} is being worked on already.`);
  }

  async claim(workerId: string, options: { callId?: CallId } = {}): Promise<Job | undefined> {
    const { callId } = options;
    // Most of the time there is nothing to do, and seeing that needs no lock.
    if (this.#nextDue(this.#reader, callId) === undefined) return undefined;
    return this.#database.transact(async (transaction) => {
      const connection = connectionOf(transaction);
      const id = this.#nextDue(connection, callId);
      if (id === undefined) return undefined;
      const sql = `UPDATE jobs SET worker_id = ?, attempt = attempt + 1, due_ms = ? WHERE id = ?
        RETURNING id, call_id, stage, attempt`;
      const row = connection.get<JobRow>(sql, [workerId, this.#clock() + this.#leaseMs, id]);
      return row && { id: String(row.id), callId: row.call_id, stage: row.stage, attempt: row.attempt };
    });
  }

  async heartbeat(worker: WorkerInfo): Promise<readonly string[]> {
    const nowMs = this.#clock();
    return this.#database.transact(async (transaction) => {
      const connection = connectionOf(transaction);
      connection.run(
        `INSERT INTO workers(id, pid, host, server_url, seen_ms) VALUES (?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE
         SET pid = excluded.pid, host = excluded.host, server_url = excluded.server_url, seen_ms = excluded.seen_ms`,
        [worker.id, worker.pid, worker.host, worker.serverUrl ?? null, nowMs],
      );
      const sql = "UPDATE jobs SET due_ms = ? WHERE worker_id = ? RETURNING id";
      return connection.all<{ id: number }>(sql, [nowMs + this.#leaseMs, worker.id]).map((row) => String(row.id));
    });
  }

  async complete(job: Job, workerId: string, transaction: Transaction): Promise<boolean> {
    const sql = "DELETE FROM jobs WHERE id = ? AND worker_id = ? AND attempt = ?";
    return connectionOf(transaction).run(sql, [Number(job.id), workerId, job.attempt]) === 1;
  }

  async postpone(job: Job, workerId: string, dueMs: number, transaction: Transaction): Promise<boolean> {
    const sql = "UPDATE jobs SET worker_id = NULL, due_ms = ? WHERE id = ? AND worker_id = ? AND attempt = ?";
    return connectionOf(transaction).run(sql, [dueMs, Number(job.id), workerId, job.attempt]) === 1;
  }

  async release(workerId: string): Promise<void> {
    const nowMs = this.#clock();
    await this.#database.transact(async (transaction) => {
      const connection = connectionOf(transaction);
      connection.run("UPDATE jobs SET worker_id = NULL, attempt = attempt - 1, due_ms = ? WHERE worker_id = ?", [
        nowMs,
        workerId,
      ]);
      connection.run("DELETE FROM workers WHERE id = ?", [workerId]);
    });
  }

  async recover(host: string, isAlive: (pid: number) => boolean): Promise<void> {
    const nowMs = this.#clock();
    await this.#database.transact(async (transaction) => {
      const connection = connectionOf(transaction);
      const workers = connection.all<WorkerRow>("SELECT * FROM workers WHERE host = ?", [host]);
      for (const worker of workers.filter((known) => !isAlive(known.pid))) {
        connection.run("UPDATE jobs SET worker_id = NULL, due_ms = ? WHERE worker_id = ?", [nowMs, worker.id]);
        connection.run("DELETE FROM workers WHERE id = ?", [worker.id]);
      }
    });
  }

  async removeFor(callId: CallId, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run("DELETE FROM jobs WHERE call_id = ?", [callId]);
  }

  async workers(): Promise<readonly WorkerInfo[]> {
    const sql = "SELECT * FROM workers WHERE seen_ms > ? ORDER BY id";
    const rows = this.#reader.all<WorkerRow>(sql, [this.#clock() - this.#leaseMs]);
    return rows.map((row) => ({
      id: row.id,
      pid: row.pid,
      host: row.host,
      ...(row.server_url !== null && { serverUrl: row.server_url }),
    }));
  }

  async nextDueInMs(): Promise<number | undefined> {
    const row = this.#reader.get<{ due_ms: number | null }>("SELECT min(due_ms) AS due_ms FROM jobs");
    if (row === undefined || row.due_ms === null) return undefined;
    return Math.max(0, row.due_ms - this.#clock());
  }

  #nextDue(connection: SqlConnection, callId: CallId | undefined): number | undefined {
    const ofCall = callId === undefined ? "" : "AND call_id = ?";
    const sql = `SELECT id FROM jobs WHERE due_ms <= ? ${ofCall} ORDER BY due_ms, id LIMIT 1`;
    return connection.get<{ id: number }>(sql, [this.#clock(), ...(callId === undefined ? [] : [callId])])?.id;
  }
}
