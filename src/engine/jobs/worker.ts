import { type Call, type Stage, stages } from "../../calls/call.ts";
import { TamtamError } from "../../calls/errors.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Database, Transaction } from "../database/transaction.ts";
import { type MediaStore, removeAllMedia } from "../media/media-store.ts";
import type { Job, JobQueue, WorkerInfo } from "../queue/job-queue.ts";
import type { CallList } from "../store/call-list.ts";
import type { CallStore } from "../store/call-store.ts";
import type { WebhookRules } from "../webhooks/webhook-rules.ts";
import { makeProgressWriter } from "./progress-writer.ts";
import { retryDelayMs } from "./retry-policy.ts";
import type { StageResult, StageRunner } from "./stage-runner.ts";

export interface WorkerParts {
  readonly database: Database;
  readonly calls: CallStore;
  /** The calls that were completed once. */
  readonly callList: Pick<CallList, "get">;
  readonly queue: JobQueue;
  readonly media: MediaStore;
  readonly runners: Readonly<Record<Stage, StageRunner>>;
  /** Told of a call whose last stage is done for the first time, in the transaction that says so. */
  readonly webhookRules: Pick<WebhookRules, "noteProcessed">;
  readonly clock: () => number;
  /** Told of errors that are ours, with the call they stopped, and of what keeps the worker waiting. */
  readonly reportError: (error: unknown, callId?: CallId) => void;
}

export interface WorkerOptions {
  readonly worker: WorkerInfo;
  /** Jobs done at the same time. */
  readonly concurrency: number;
  /** Only this call's jobs. */
  readonly callId?: CallId | undefined;
  readonly signal: AbortSignal;
  readonly heartbeatMs: number;
  readonly pollMs: number;
  /** How long to wait before trying again what could not be read or written. */
  readonly repairMs: number;
}

/**
 * Works on jobs until the signal aborts; then gives back what it was doing, so that another worker can go on at once. A full disk does
 * not end it: it waits until there is room. Only where it works on one call for somebody who waits, they are told at once.
 * @throws what broke, with `callId`
 */
export async function runWorker(parts: WorkerParts, options: WorkerOptions): Promise<void> {
  const running = new Map<string, AbortController>();
  const pulse = setInterval(() => void beat(parts, options.worker, running), options.heartbeatMs);
  try {
    await parts.queue.heartbeat(options.worker);
    await Promise.all(Array.from({ length: options.concurrency }, () => workLane(parts, options, running)));
  } finally {
    clearInterval(pulse);
    // A lease that cannot be given back, ends by itself.
    await parts.queue.release(options.worker.id).catch(() => undefined);
  }
}

async function workLane(
  parts: WorkerParts,
  options: WorkerOptions,
  running: Map<string, AbortController>,
): Promise<void> {
  const filter = options.callId === undefined ? {} : { callId: options.callId };
  const claim = async () => {
    const dueInMs = await parts.queue.nextDueInMs();
    const job = dueInMs === 0 ? await parts.queue.claim(options.worker.id, filter) : undefined;
    return { job, dueInMs };
  };
  while (!options.signal.aborted) {
    const { job, dueInMs } = (await untilDone(parts, options, options.signal, claim)) ?? {};
    if (!job) {
      await pause(Math.min(dueInMs || options.pollMs, options.pollMs), options.signal);
      continue;
    }
    const controller = new AbortController();
    running.set(job.id, controller);
    try {
      await doJob(parts, options, job, AbortSignal.any([options.signal, controller.signal]));
    } finally {
      running.delete(job.id);
    }
  }
}

/** Does it again until it can be done. Gives nothing when the signal aborts first. */
async function untilDone<T>(
  parts: WorkerParts,
  options: WorkerOptions,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T | undefined> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      if (options.callId !== undefined) throw error;
      parts.reportError(error);
      await pause(options.repairMs, signal);
    }
  }
  return undefined;
}

/** A lease that was lost means that somebody else does the job now. */
async function beat(parts: WorkerParts, worker: WorkerInfo, running: Map<string, AbortController>): Promise<void> {
  const before = [...running.keys()];
  try {
    const held = new Set(await parts.queue.heartbeat(worker));
    for (const id of before) if (!held.has(id)) running.get(id)?.abort(new Error("the lease was lost"));
  } catch {
    // The next beat tries again; a lease outlives several missed beats.
  }
}

async function doJob(parts: WorkerParts, options: WorkerOptions, job: Job, signal: AbortSignal): Promise<void> {
  const workerId = options.worker.id;
  const call = await untilDone(parts, options, signal, async () => (await parts.calls.get(job.callId)) ?? "gone");
  if (call === undefined) return;
  if (call === "gone") {
    const forget = (transaction: Transaction) => parts.queue.removeFor(job.callId, transaction);
    await untilDone(parts, options, signal, () => parts.database.transact(forget));
    return;
  }
  const progress = makeProgressWriter(parts, call, job.stage);
  try {
    const result = await parts.runners[job.stage].run(call, { signal, onProgress: progress.report });
    await progress.end();
    const isOurs = await parts.database.transact((transaction) =>
      advance(parts, workerId, job, call, result, transaction),
    );
    if (isOurs) await result.afterCommit?.();
  } catch (error) {
    await progress.end();
    if (signal.aborted) return;
    if (!isTellable(error)) parts.reportError(error, call.id);
    await untilDone(parts, options, signal, () => giveUpOrRetry(parts, workerId, job, call, error));
  } finally {
    // What cannot be cleared now, the next start clears.
    await clearErased(parts, call.id).catch(() => undefined);
  }
}

/** The files of a call that was erased meanwhile were removed then; the stage may have written others since. */
async function clearErased(parts: WorkerParts, callId: CallId): Promise<void> {
  if ((await parts.calls.get(callId)) === undefined) await removeAllMedia(parts.media, callId);
}

/** Commits a stage's result together with the step to the next stage, unless somebody else has the job meanwhile. */
async function advance(
  parts: WorkerParts,
  workerId: string,
  job: Job,
  call: Call,
  result: StageResult,
  transaction: Transaction,
): Promise<boolean> {
  if (!(await parts.queue.complete(job, workerId, transaction))) return false;
  await result.commit(transaction);
  const warnings = [...new Set([...call.processing.warnings, ...(result.warnings ?? [])])];
  const next = stages[stages.indexOf(job.stage) + 1];
  if (next === undefined) {
    // Stages that are done again, because the call was edited, are no news.
    const isFirst = (await parts.callList.get(call.id)) === undefined;
    await parts.calls.setProcessing(call.id, { status: "Completed", warnings }, transaction);
    if (isFirst) await parts.webhookRules.noteProcessed(call.id, parts.clock(), transaction);
  } else {
    await parts.calls.setProcessing(call.id, { status: "Processing", stage: next, warnings }, transaction);
    await parts.queue.enqueue({ callId: call.id, stage: next }, transaction);
  }
  return true;
}

async function giveUpOrRetry(
  parts: WorkerParts,
  workerId: string,
  job: Job,
  call: Call,
  error: unknown,
): Promise<void> {
  const delayMs = retryDelayMs(error, job.attempt);
  const { warnings } = call.processing;
  await parts.database.transact(async (transaction) => {
    if (delayMs !== undefined) {
      await parts.queue.postpone(job, workerId, parts.clock() + delayMs, transaction);
      return;
    }
    if (!(await parts.queue.complete(job, workerId, transaction))) return;
    const failure = { stage: job.stage, ...describeFailure(error) };
    await parts.calls.setProcessing(call.id, { status: "Failed", stage: job.stage, failure, warnings }, transaction);
  });
}

/** A damaged recording, and what is missing on this machine, such as a speech model that cannot be fetched: whoever asks for the call can mend it. */
function isTellable(error: unknown): error is TamtamError {
  return error instanceof TamtamError && error.isCallersFault;
}

function describeFailure(error: unknown): { code: string; reason: string } {
  if (isTellable(error)) return { code: error.code, reason: error.message };
  return {
    code: "unexpected",
    reason: "Something went wrong in Tamtam itself; the log has the details. Retrying may help.",
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
