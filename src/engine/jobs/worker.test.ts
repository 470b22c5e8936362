import { expect, test } from "vitest";
import type { Call, Stage } from "../../calls/call.ts";
import { SetupError, StageError } from "../../calls/errors.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Database, Transaction } from "../database/transaction.ts";
import type { MediaStore } from "../media/media-store.ts";
import type { Job, JobQueue } from "../queue/job-queue.ts";
import type { CallStore } from "../store/call-store.ts";
import type { StageRunner } from "./stage-runner.ts";
import { runWorker, type WorkerOptions, type WorkerParts } from "./worker.ts";

const full = new StageError("disk-full", "the disk is full", { isTransient: true });
const broken = new StageError("media-unreadable", "it is damaged", { isTransient: false });
const job: Job = { id: "j1", callId: "1" as CallId, stage: "decode", attempt: 2 }; // an id of this test
const call = { id: job.callId, processing: { status: "Processing", stage: "decode", warnings: [] } } as unknown as Call; // what a worker reads of it

/** One job whose stage fails for good (as the last of its tries does), on a disk that is full for the first writes. */
function oneJob(refusedWrites: number, failure: Error = broken) {
  const stop = new AbortController();
  const told: unknown[] = [];
  const written: Call["processing"][] = [];
  let refused = 0;
  let isClaimed = false;
  const refuse = () => {
    if (refused === refusedWrites) return;
    refused += 1;
    throw full;
  };
  const queue: Partial<JobQueue> = {
    heartbeat: async () => [],
    release: async () => {},
    nextDueInMs: async () => (isClaimed ? undefined : 0),
    claim: async () => {
      refuse();
      isClaimed = true;
      return job;
    },
    complete: async () => true,
  };
  const calls: Partial<CallStore> = {
    get: async () => call,
    setProcessing: async (_id, processing) => {
      written.push(processing);
      stop.abort();
    },
  };
  const failing: StageRunner = { run: () => Promise.reject(failure) };
  const database: Partial<Database> = {
    transact: async (work) => {
      refuse();
      return work({} as Transaction); // nobody looks into it here
    },
  };
  const parts: WorkerParts = {
    database: database as Database, // nor anything else of it
    calls: calls as CallStore, // a worker uses these of it
    callList: { get: async () => undefined },
    queue: queue as JobQueue,
    media: {} as MediaStore, // the call is there, so its files stay
    runners: { decode: failing } as unknown as Record<Stage, StageRunner>,
    webhookRules: { noteProcessed: async () => {} },
    clock: () => 0,
    reportError: (error) => told.push(error),
  };
  return { parts, stop, told, written };
}

function optionsWith(signal: AbortSignal): WorkerOptions {
  const worker = { id: "w1", pid: 1, host: "here" };
  return { worker, concurrency: 1, signal, heartbeatMs: 60_000, pollMs: 1, repairMs: 1 };
}

test("a worker outlives a full disk, says so, and records the failure once there is room", async () => {
  const { parts, stop, told, written } = oneJob(3);
  await runWorker(parts, optionsWith(stop.signal));
  expect(told).toEqual([full, full, full]);
  expect(written).toEqual([
    {
      status: "Failed",
      stage: "decode",
      failure: { stage: "decode", code: "media-unreadable", reason: "it is damaged" },
      warnings: [],
    },
  ]);
});

test("a worker for one call tells who waits for it", async () => {
  const { parts, stop, told } = oneJob(1);
  await expect(runWorker(parts, { ...optionsWith(stop.signal), callId: job.callId })).rejects.toBe(full);
  expect(told).toEqual([]);
});

test("a worker that waits for room stops when it is told to", async () => {
  const { parts, stop, told } = oneJob(Number.POSITIVE_INFINITY);
  const reportError = (error: unknown) => {
    told.push(error);
    stop.abort();
  };
  await runWorker({ ...parts, reportError }, { ...optionsWith(stop.signal), repairMs: 600_000 });
  expect(told).toEqual([full]);
});

test("a call is noted as processed in the transaction that completes it, and only with its last stage", async () => {
  const noted: { callId: CallId; isInTransaction: boolean }[] = [];
  let isOpen = false;
  const open = {} as Transaction; // nobody looks into it here
  const database: Partial<Database> = {
    transact: async (work) => {
      isOpen = true;
      return work(open).finally(() => {
        isOpen = false;
      });
    },
  };
  const done: StageRunner = { run: async () => ({ commit: async () => {} }) };
  for (const stage of ["decode", "index"] as const) {
    const one = oneJob(0);
    const claim = async () => (one.stop.signal.aborted ? undefined : { ...job, stage });
    const enqueue = async () => one.stop.abort();
    await runWorker(
      {
        ...one.parts,
        database: database as Database, // nor anything else of it
        queue: { ...one.parts.queue, claim, enqueue },
        runners: { decode: done, index: done } as unknown as Record<Stage, StageRunner>, // the stages of this test
        webhookRules: {
          noteProcessed: async (callId, _atMs, transaction) => {
            noted.push({ callId, isInTransaction: isOpen && transaction === open });
          },
        },
      },
      optionsWith(one.stop.signal),
    );
  }
  expect(noted).toEqual([{ callId: job.callId, isInTransaction: true }]);
});

test.each([
  [new SetupError("The registry was not reached."), { code: "setup", reason: "The registry was not reached." }, 0],
  [
    new TypeError("x is undefined"),
    { code: "unexpected", reason: expect.stringContaining("the log has the details") },
    1,
  ],
])(
  "a call tells what failed where a person can mend it, and is logged where not: %s",
  async (error, failure, logged) => {
    const { parts, stop, told, written } = oneJob(0, error);
    await runWorker(parts, optionsWith(stop.signal));
    expect(written).toMatchObject([{ status: "Failed", stage: "decode", failure: { stage: "decode", ...failure } }]);
    expect(told).toHaveLength(logged);
  },
);
