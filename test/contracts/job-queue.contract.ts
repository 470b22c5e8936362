import { expect } from "vitest";
import { ConflictError } from "../../src/calls/errors.ts";
import { asId, type CallId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { Job, JobQueue, WorkerInfo } from "../../src/engine/queue/job-queue.ts";
import { describeCases, type ContractCase, type OpenParts } from "./contract-cases.ts";

export interface JobQueueParts extends AsyncDisposable {
  readonly database: Database;
  /** With leases of 15 s. */
  readonly queue: JobQueue;
  /** What the queue takes for the present. */
  readonly clock: { nowMs: number };
}

export function describeJobQueueContract(name: string, open: OpenParts<JobQueueParts>): void {
  describeCases(`${name} hands out jobs`, jobQueueCases, open);
}

const LEASE_MS = 15_000;
const callA = asId<CallId>("1001");
const callB = asId<CallId>("1002");
const callC = asId<CallId>("1003");

const enqueue = ({ database, queue }: JobQueueParts, ...calls: CallId[]) =>
  database.transact(async (transaction) => {
    for (const callId of calls) await queue.enqueue({ callId, stage: "download" }, transaction);
  });
const complete = ({ database, queue }: JobQueueParts, job: Job, workerId: string) =>
  database.transact((transaction) => queue.complete(job, workerId, transaction));
const postpone = ({ database, queue }: JobQueueParts, job: Job, workerId: string, dueMs: number) =>
  database.transact((transaction) => queue.postpone(job, workerId, dueMs, transaction));

async function claim({ queue }: JobQueueParts, workerId: string, options?: { callId?: CallId }): Promise<Job> {
  const job = await queue.claim(workerId, options);
  if (job === undefined) throw new Error("There was no job to claim");
  return job;
}

const worker = (id: string, given: Partial<WorkerInfo> = {}): WorkerInfo => ({ id, pid: 100, host: "here", ...given });

export const jobQueueCases: readonly ContractCase<JobQueueParts>[] = [
  {
    name: "gives each job to one worker, in order of due time and then of arrival",
    async check(parts) {
      const { database, queue, clock } = parts;
      const dueMs = clock.nowMs - 5;
      await enqueue(parts, callA, callB);
      await database.transact((transaction) => queue.enqueue({ callId: callC, stage: "index", dueMs }, transaction));
      const claimed = [await claim(parts, "w1"), await claim(parts, "w2"), await claim(parts, "w1")];
      expect(claimed.map(({ callId, stage, attempt }) => [callId, stage, attempt])).toEqual([
        [callC, "index", 1],
        [callA, "download", 1],
        [callB, "download", 1],
      ]);
      expect(new Set(claimed.map((job) => job.id)).size).toBe(3);
      expect(await queue.claim("w2")).toBeUndefined();
    },
  },
  {
    name: "gives each job once when many claim at the same time",
    async check(parts) {
      const calls = Array.from({ length: 20 }, (_, i) => asId<CallId>(String(2000 + i)));
      await enqueue(parts, ...calls);
      const claims = await Promise.all(Array.from({ length: 30 }, (_, i) => parts.queue.claim(`w${i}`)));
      expect(
        claims
          .filter((job) => job !== undefined)
          .map((job) => job.callId)
          .sort(),
      ).toEqual(calls);
    },
  },
  {
    name: "keeps a job back until it is due",
    async check(parts) {
      const { database, queue, clock } = parts;
      expect(await queue.nextDueInMs()).toBeUndefined();
      const job = { callId: callA, stage: "download", dueMs: clock.nowMs + 1000 } as const;
      await database.transact((transaction) => queue.enqueue(job, transaction));
      expect(await queue.claim("w1")).toBeUndefined();
      expect(await queue.nextDueInMs()).toBe(1000);
      clock.nowMs += 1000;
      expect(await queue.nextDueInMs()).toBe(0);
      expect((await claim(parts, "w1")).callId).toBe(callA);
    },
  },
  {
    name: "claims for one call only when told to",
    async check(parts) {
      await enqueue(parts, callA, callB);
      expect((await claim(parts, "w1", { callId: callB })).callId).toBe(callB);
      expect(await parts.queue.claim("w1", { callId: callB })).toBeUndefined();
      expect(await parts.queue.claim("w1", { callId: callC })).toBeUndefined();
      expect((await claim(parts, "w1")).callId).toBe(callA);
    },
  },
  {
    name: "has at most one job a call, and takes the next stage in the transaction that completes the last",
    async check(parts) {
      const { database, queue } = parts;
      await enqueue(parts, callA);
      await expect(enqueue(parts, callA)).rejects.toBeInstanceOf(ConflictError);
      const job = await claim(parts, "w1");
      await expect(enqueue(parts, callA)).rejects.toBeInstanceOf(ConflictError);
      await database.transact(async (transaction) => {
        expect(await queue.complete(job, "w1", transaction)).toBe(true);
        await queue.enqueue({ callId: callA, stage: "decode" }, transaction);
      });
      expect(await claim(parts, "w1")).toMatchObject({ callId: callA, stage: "decode", attempt: 1 });
    },
  },
  {
    name: "keeps nothing of a transaction that fails",
    async check(parts) {
      const { database, queue } = parts;
      const failing = database.transact(async (transaction) => {
        await queue.enqueue({ callId: callA, stage: "download" }, transaction);
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await queue.claim("w1")).toBeUndefined();
      await enqueue(parts, callA);
      const job = await claim(parts, "w1");
      const undone = database.transact(async (transaction) => {
        await queue.complete(job, "w1", transaction);
        throw new Error("no");
      });
      await expect(undone).rejects.toThrow("no");
      expect(await complete(parts, job, "w1")).toBe(true);
    },
  },
  {
    name: "gives a job to somebody else only when its lease is over, and then the first worker has lost it",
    async check(parts) {
      const { queue, clock } = parts;
      await enqueue(parts, callA);
      const first = await claim(parts, "w1");
      clock.nowMs += LEASE_MS - 1;
      expect(await queue.claim("w2")).toBeUndefined();
      expect(await queue.nextDueInMs()).toBe(1);
      clock.nowMs += 1;
      const second = await claim(parts, "w2");
      expect(second).toMatchObject({ id: first.id, callId: callA, attempt: 2 });
      expect(await queue.heartbeat(worker("w1"))).toEqual([]);
      expect(await complete(parts, first, "w1")).toBe(false);
      expect(await postpone(parts, first, "w1", clock.nowMs)).toBe(false);
      expect(await complete(parts, second, "w2")).toBe(true);
      expect(await complete(parts, second, "w2")).toBe(false);
    },
  },
  {
    name: "does not let a worker finish an earlier attempt of a job it has claimed again",
    async check(parts) {
      await enqueue(parts, callA);
      const first = await claim(parts, "w1");
      parts.clock.nowMs += LEASE_MS;
      const second = await claim(parts, "w1");
      expect(await complete(parts, first, "w1")).toBe(false);
      expect(await complete(parts, second, "w1")).toBe(true);
    },
  },
  {
    name: "prolongs leases and presence by heartbeats",
    async check(parts) {
      const { queue, clock } = parts;
      await enqueue(parts, callA, callB);
      expect(await queue.heartbeat(worker("w1"))).toEqual([]);
      const job = await claim(parts, "w1");
      clock.nowMs += LEASE_MS - 1;
      expect(await queue.heartbeat(worker("w1", { serverUrl: "http://127.0.0.1:8090" }))).toEqual([job.id]);
      expect((await claim(parts, "w2")).callId).toBe(callB);
      clock.nowMs += LEASE_MS - 1;
      expect(await queue.workers()).toEqual([worker("w1", { serverUrl: "http://127.0.0.1:8090" })]);
      expect(await queue.claim("w3")).toBeUndefined();
      clock.nowMs += 1;
      expect(await queue.workers()).toEqual([]);
      expect(await queue.claim("w3")).toMatchObject({ callId: callA, attempt: 2 });
    },
  },
  {
    name: "takes a postponed job up again when it is due, with the attempt counted",
    async check(parts) {
      const { clock } = parts;
      await enqueue(parts, callA);
      const job = await claim(parts, "w1");
      expect(await postpone(parts, job, "w1", clock.nowMs + 500)).toBe(true);
      expect(await postpone(parts, job, "w1", clock.nowMs + 500)).toBe(false);
      expect(await parts.queue.claim("w1")).toBeUndefined();
      clock.nowMs += 500;
      expect(await claim(parts, "w2")).toMatchObject({ callId: callA, attempt: 2 });
    },
  },
  {
    name: "gives a worker's jobs back at a clean stop, without counting an attempt, and forgets the worker",
    async check(parts) {
      const { queue } = parts;
      await enqueue(parts, callA, callB);
      await queue.heartbeat(worker("w1"));
      await queue.heartbeat(worker("w2"));
      const job = await claim(parts, "w1");
      const others = await claim(parts, "w2");
      await queue.release("w1");
      expect(await queue.workers()).toEqual([worker("w2")]);
      expect(await claim(parts, "w3")).toMatchObject({ callId: callA, attempt: 1 });
      expect(await complete(parts, job, "w1")).toBe(false);
      expect(await complete(parts, others, "w2")).toBe(true);
    },
  },
  {
    name: "frees at once what dead processes of this host held, and leaves everybody else alone",
    async check(parts) {
      const { queue } = parts;
      await enqueue(parts, callA, callB, callC);
      await queue.heartbeat(worker("dead", { pid: 1 }));
      await queue.heartbeat(worker("alive", { pid: 2 }));
      await queue.heartbeat(worker("elsewhere", { pid: 1, host: "there" }));
      await claim(parts, "dead", { callId: callA });
      const alive = await claim(parts, "alive", { callId: callB });
      const elsewhere = await claim(parts, "elsewhere", { callId: callC });
      await queue.recover("here", (pid) => pid === 2);
      expect((await queue.workers()).map(({ id }) => id).sort()).toEqual(["alive", "elsewhere"]);
      expect(await claim(parts, "w")).toMatchObject({ callId: callA, attempt: 2 });
      expect(await queue.claim("w")).toBeUndefined();
      expect(await complete(parts, alive, "alive")).toBe(true);
      expect(await complete(parts, elsewhere, "elsewhere")).toBe(true);
    },
  },
  {
    name: "removes a call's job, leased or not",
    async check(parts) {
      const { database, queue } = parts;
      await enqueue(parts, callA, callB);
      const job = await claim(parts, "w1", { callId: callA });
      await database.transact(async (transaction) => {
        for (const callId of [callA, callB, callC]) await queue.removeFor(callId, transaction);
      });
      expect(await complete(parts, job, "w1")).toBe(false);
      expect(await queue.nextDueInMs()).toBeUndefined();
    },
  },
];
