import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { Call } from "../calls/call.ts";
import type { CallId } from "../calls/ids.ts";
import { createEraser } from "../engine/operations/data-privacy/erase-records.ts";
import { runCrmWorker } from "../engine/jobs/crm-worker.ts";
import { keepRenewing } from "../engine/jobs/renew-analyses.ts";
import { keepTracking } from "../engine/jobs/track-history.ts";
import { runWorker, type WorkerParts } from "../engine/jobs/worker.ts";
import type { CallProgress } from "../surfaces/cli/host/processing.ts";
import type { OnSetUp, Pipeline } from "./open-pipeline.ts";
import type { Records } from "./open-records.ts";

const HEARTBEAT_MS = 4_000;
const POLL_MS = 250;
const REPAIR_MS = 5_000;
/** A tracker that was made or changed is looked for in old calls this soon. */
const TRACKING_POLL_MS = 1_000;
/** As long as an analysis takes, so that renewing old ones has half the processor at most. */
const RENEWING_REST_MS = 50;
/** Two, so that one call downloads while another is transcribed. */
const CONCURRENCY = 2;

export interface WorkOptions {
  readonly signal: AbortSignal;
  readonly serverUrl?: string | undefined;
  /** Only this call. */
  readonly callId?: CallId | undefined;
}

type ReportError = WorkerParts["reportError"];

/** Does the waiting work in this process until the signal aborts. */
export async function work(
  records: Records,
  pipeline: Pipeline,
  reportError: ReportError,
  options: WorkOptions,
): Promise<void> {
  const { signal, serverUrl, callId } = options;
  await recoverDead(records);
  const eraser = createEraser({ ...records, clock: Date.now });
  await eraser.finish();
  const workingOnCalls = runWorker(
    { ...records, runners: pipeline.runners, clock: Date.now, reportError },
    {
      worker: { id: randomUUID(), pid: process.pid, host: hostname(), serverUrl },
      concurrency: callId === undefined ? CONCURRENCY : 1,
      callId,
      signal,
      heartbeatMs: HEARTBEAT_MS,
      pollMs: POLL_MS,
      repairMs: REPAIR_MS,
    },
  );
  if (callId !== undefined) return workingOnCalls;
  // Whatever ends the one ends the other.
  const ended = new AbortController();
  const tracking = keepTracking(
    { ...records, makeTrackerSearch: pipeline.makeTrackerSearch },
    {
      signal: AbortSignal.any([signal, ended.signal]),
      pollMs: TRACKING_POLL_MS,
      repairMs: REPAIR_MS,
      reportError: (error) => reportError(error),
    },
  );
  const renewing = keepRenewing(
    { ...records, ...pipeline },
    {
      signal: AbortSignal.any([signal, ended.signal]),
      restMs: RENEWING_REST_MS,
      repairMs: REPAIR_MS,
      reportError: (error) => reportError(error),
    },
  );
  const workingOnCrm = runCrmWorker(
    { ...records, scrub: () => eraser.finish(), clock: Date.now, reportError: (error) => reportError(error) },
    {
      workerId: randomUUID(),
      signal: AbortSignal.any([signal, ended.signal]),
      pollMs: POLL_MS,
      repairMs: REPAIR_MS,
    },
  );
  try {
    await workingOnCalls;
  } finally {
    ended.abort();
    await workingOnCrm;
    await tracking;
    await renewing;
  }
}

export interface FollowParts {
  readonly records: Records;
  readonly openPipeline: (onSetUp: OnSetUp) => Promise<Pipeline>;
  readonly reportError: ReportError;
}

/**
 * Watches a call's record until its processing is over. While no other process works on the data, the work is done here; when the
 * worker that was watched dies, this one takes over.
 */
export async function* followCall(
  parts: FollowParts,
  callId: CallId,
  signal: AbortSignal,
): AsyncGenerator<CallProgress> {
  const own = new AbortController();
  const stopAll = AbortSignal.any([signal, own.signal]);
  let setUp: CallProgress["setUp"] = null;
  let working: Promise<void> | undefined;
  let broken: unknown;
  await recoverDead(parts.records);
  try {
    for (let last = ""; !signal.aborted; await pause(POLL_MS, signal)) {
      if (broken !== undefined) throw broken;
      const call = await parts.records.calls.get(callId);
      if (!call) return;
      const progress = { ...describe(call), setUp };
      const text = JSON.stringify(progress);
      if (text !== last) yield progress;
      last = text;
      if (call.processing.status !== "Processing") return;
      if (working || (await parts.records.queue.workers()).length > 0) continue;
      working = workHere(parts, callId, stopAll, (now) => {
        setUp = now;
      }).catch((error: unknown) => {
        broken = error;
      });
    }
  } finally {
    own.abort();
    await working;
  }
}

async function workHere(parts: FollowParts, callId: CallId, signal: AbortSignal, onSetUp: OnSetUp): Promise<void> {
  await using pipeline = await parts.openPipeline(onSetUp);
  await work(parts.records, pipeline, parts.reportError, { signal, callId });
}

function describe(call: Call): Omit<CallProgress, "setUp"> {
  const { status, stage, progress, timesRealTime, failure } = call.processing;
  return {
    status,
    stage: stage ?? null,
    progress: progress ?? null,
    timesRealTime: timesRealTime ?? null,
    failure: failure ?? null,
  };
}

/** What a killed process of this machine was doing can be taken up at once. */
export function recoverDead(records: Records): Promise<void> {
  return records.queue.recover(hostname(), isAlive);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
