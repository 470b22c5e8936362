import { setImmediate as nextTick, setTimeout as delay } from "node:timers/promises";
import { NotFoundError, StageError } from "../../calls/errors.ts";
import { describedCrmTypes } from "../../calls/crm/crm-object.ts";
import type { Crm } from "../crm/crm.ts";
import type { CrmProgress, CrmRequest, CrmRequestStatus, CrmWork } from "../crm/crm-requests.ts";
import type { Database, Transaction } from "../database/transaction.ts";
import type { ErasureLog } from "../store/erasure-log.ts";
import { clearCrmFiles, removeCrmFiles } from "./crm-file-clearing.ts";
import { MAX_LINE_BYTES, readCrmLines } from "./crm-lines.ts";
import { type FileLine, readLines } from "./read-lines.ts";

export interface CrmWorkerParts {
  readonly database: Database;
  readonly crm: Crm;
  readonly erasures: ErasureLog;
  /** Takes off the disk what was noted as erased. */
  readonly scrub: () => Promise<void>;
  readonly clock: () => number;
  readonly reportError: (error: unknown) => void;
}

export interface CrmWorkerOptions {
  readonly workerId: string;
  readonly signal: AbortSignal;
  readonly pollMs: number;
  /** How long to wait before trying again what could not be read or written. */
  readonly repairMs: number;
}

/** Written together; others who write wait no longer than for one batch. */
const BATCH_LINES = 500;
const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_OBJECTS = 2000;
/** Outlives a batch many times over; what a dead worker had is another's so long after. */
const LEASE_MS = 15_000;

/** Works off requests of a CRM until the signal aborts. What cannot be written now, it tries again. */
export async function runCrmWorker(parts: CrmWorkerParts, options: CrmWorkerOptions): Promise<void> {
  const { signal, pollMs, repairMs } = options;
  const pause = (ms: number) => delay(ms, undefined, { signal }).catch(() => undefined);
  for (let isClear = false; !signal.aborted;) {
    try {
      if (!isClear) await clearCrmFiles(parts);
      isClear = true;
      await workOffCrmRequests(parts, options);
      await pause(pollMs);
    } catch (error) {
      parts.reportError(error);
      await pause(repairMs);
    }
  }
}

/** Works off all that waits now. */
export async function workOffCrmRequests(
  parts: CrmWorkerParts,
  options: Pick<CrmWorkerOptions, "workerId" | "signal">,
): Promise<void> {
  const { workerId, signal } = options;
  while (!signal.aborted && (await parts.crm.requests.hasDue(parts.clock()))) {
    const nowMs = parts.clock();
    const request = await parts.database.transact((transaction) =>
      parts.crm.requests.claim(workerId, nowMs + LEASE_MS, nowMs, transaction),
    );
    if (request) await workOff(parts, request, options);
  }
}

type Worker = Pick<CrmWorkerOptions, "workerId" | "signal">;

async function workOff(parts: CrmWorkerParts, request: CrmRequest, worker: Worker): Promise<void> {
  const { requests } = parts.crm;
  try {
    if (request.work.kind === "upload") await takeFile(parts, request, request.work, worker);
    else await removeIntegration(parts, request, worker);
  } catch (error) {
    if (error instanceof StageError && error.isTransient) throw error;
    if (!(error instanceof NotFoundError)) parts.reportError(error);
    const reason =
      error instanceof NotFoundError
        ? "The file is no longer there. Upload it again with another clientRequestId"
        : "Something went wrong in the server itself; its log has the details";
    await fail(parts, request, worker, reason);
  } finally {
    await parts.database
      .transact((transaction) => requests.release(request.key, worker.workerId, transaction))
      // A lease that cannot be given back, ends by itself.
      .catch(() => undefined);
  }
}

/** Batch by batch, each with the note of how far it went: a crash costs the batch it interrupted, and none is taken twice. */
async function takeFile(
  parts: CrmWorkerParts,
  request: CrmRequest,
  work: Extract<CrmWork, { kind: "upload" }>,
  worker: Worker,
): Promise<void> {
  let progress: CrmProgress = request;
  let batch: FileLine[] = [];
  const bytes = await parts.crm.files.read(work.fileId, request.doneBytes);
  for await (const line of readLines(bytes, request.doneBytes, MAX_LINE_BYTES)) {
    batch.push(line);
    if (batch.length < BATCH_LINES && line.endByte - progress.doneBytes < BATCH_BYTES) continue;
    const taken = await takeBatch(parts, request, work, worker, { lines: batch, before: progress, isLast: false });
    batch = [];
    await nextTick();
    if (taken === undefined || worker.signal.aborted) return;
    progress = taken;
  }
  if (await takeBatch(parts, request, work, worker, { lines: batch, before: progress, isLast: true })) {
    await removeCrmFiles(parts, [work.fileId]);
  }
}

interface Batch {
  readonly lines: readonly FileLine[];
  readonly before: CrmProgress;
  readonly isLast: boolean;
}

/** @returns how far the file is now; `undefined` when it is over, or somebody else's */
async function takeBatch(
  parts: CrmWorkerParts,
  request: CrmRequest,
  work: Extract<CrmWork, { kind: "upload" }>,
  worker: Worker,
  { lines, before, isLast }: Batch,
): Promise<CrmProgress | undefined> {
  const { integrations, objects } = parts.crm;
  const outcome = await parts.database.transact(async (transaction) => {
    const integration = await integrations.active(transaction);
    if (integration?.id !== request.integrationId) return "gone";
    const ofTypes = await integrations.fields(integration.key, transaction);
    const described = describedCrmTypes.find((type) => type === work.objectType);
    const ownFields = (described && ofTypes.get(described)) ?? [];
    const rules = { type: work.objectType, ownFields, defaultModifiedMs: request.createdMs };
    const { records, progress } = readCrmLines(lines, rules, before);
    const status = isLast ? endOf(progress) : "IN_PROGRESS";
    if (!(await advance(parts, request, worker, withEmptyFile(progress, isLast), status, transaction)))
      return undefined;
    const options = { integrationKey: integration.key, type: work.objectType, ownFields };
    await objects.put(records, options, transaction);
    return progress;
  });
  if (outcome !== "gone") return outcome;
  await fail(parts, { ...request, ...before }, worker, "The integration was deleted before the file was processed");
  return undefined;
}

function endOf({ errorCount, successCount }: CrmProgress): CrmRequestStatus {
  return errorCount > 0 || successCount === 0 ? "FAILED" : "DONE";
}

function withEmptyFile(progress: CrmProgress, isLast: boolean): CrmProgress {
  if (!isLast || progress.successCount + progress.errorCount > 0) return progress;
  return { ...progress, errors: [{ line: 0, description: "The file has no objects" }] };
}

/** Over when nothing of it is on the disk. */
async function removeIntegration(parts: CrmWorkerParts, request: CrmRequest, worker: Worker): Promise<void> {
  let successCount = request.successCount;
  for (let isOver = false; !isOver; await nextTick()) {
    if (worker.signal.aborted) return;
    const step = await parts.database.transact(async (transaction) => {
      const { removedCount, isGone } = await parts.crm.integrations.removeSome(
        request.integrationId,
        BATCH_OBJECTS,
        transaction,
      );
      const progress = { ...request, successCount: successCount + removedCount };
      const isMine = await advance(parts, request, worker, progress, "IN_PROGRESS", transaction);
      if (isGone) await parts.erasures.note([], parts.clock(), transaction);
      return { removedCount, isGone, isMine };
    });
    if (!step.isMine) return;
    successCount += step.removedCount;
    isOver = step.isGone;
  }
  await parts.scrub();
  const progress = { ...request, successCount };
  await parts.database.transact((transaction) => advance(parts, request, worker, progress, "DONE", transaction));
}

async function fail(parts: CrmWorkerParts, request: CrmRequest, worker: Worker, reason: string): Promise<void> {
  const progress = { ...request, errors: [{ line: 0, description: reason }] };
  const isMine = await parts.database.transact((transaction) =>
    advance(parts, request, worker, progress, "FAILED", transaction),
  );
  if (isMine && request.work.kind === "upload") await removeCrmFiles(parts, [request.work.fileId]);
}

function advance(
  parts: CrmWorkerParts,
  { key }: CrmRequest,
  { workerId }: Worker,
  progress: CrmProgress,
  status: CrmRequestStatus,
  transaction: Transaction,
): Promise<boolean> {
  const untilMs = parts.clock() + LEASE_MS;
  return parts.crm.requests.advance(key, workerId, { ...progress, status, untilMs }, transaction);
}
