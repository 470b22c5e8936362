import type { Stage } from "../../calls/call.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** One unit of work: do this stage for this call. A call has at most one job at a time. */
export interface Job {
  readonly id: string;
  readonly callId: CallId;
  readonly stage: Stage;
  /** 1 on the first try. */
  readonly attempt: number;
}

export interface WorkerInfo {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** Where this worker's server listens (`http://127.0.0.1:8090`), when it belongs to one. */
  readonly serverUrl?: string | undefined;
}

/** Jobs in order of their due time. A worker that dies keeps its job only until its lease is over. */
export interface JobQueue {
  /** Due at once, or not before `dueMs`. */
  enqueue(job: { callId: CallId; stage: Stage; dueMs?: number }, transaction: Transaction): Promise<void>;
  /** Leases the next due job (for `callId` only, when given), or gives `undefined`. Jobs of leases that ended count as due. */
  claim(workerId: string, options?: { callId?: CallId }): Promise<Job | undefined>;
  /** Prolongs the worker's leases and presence. Resolves to the ids of the jobs it still holds. */
  heartbeat(worker: WorkerInfo): Promise<readonly string[]>;
  /** Takes the finished job out; `false` when the lease was lost meanwhile, and then nothing may be committed. */
  complete(job: Job, workerId: string, transaction: Transaction): Promise<boolean>;
  /** Gives the job back to be tried again at `dueMs`, counting an attempt. `false` when the lease was lost. */
  postpone(job: Job, workerId: string, dueMs: number, transaction: Transaction): Promise<boolean>;
  /** Gives all of a worker's jobs back without counting an attempt, and forgets the worker: a clean stop. */
  release(workerId: string): Promise<void>;
  /** Frees at once what was leased to dead processes of this host, instead of waiting for the leases to end. */
  recover(host: string, isAlive: (pid: number) => boolean): Promise<void>;
  removeFor(callId: CallId, transaction: Transaction): Promise<void>;
  /** Workers seen lately (their leases would still hold). */
  workers(): Promise<readonly WorkerInfo[]>;
  /** Milliseconds until a job is due, 0 when one is now, `undefined` when there is none. */
  nextDueInMs(): Promise<number | undefined>;
}
