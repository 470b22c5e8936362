import type { Transferable } from "node:worker_threads";
import { Worker } from "node:worker_threads";
import { StageError } from "../../../calls/errors.ts";
import type { RequestMessage, ResultMessage } from "./worker-messages.ts";

export interface PoolTask<Request> {
  /** Of what waits, the costliest goes first, whoever asked for it: short ones fill the gaps at the end. */
  readonly cost: number;
  readonly signal: AbortSignal;
  /** Called when a worker is free, so that what waits takes no memory; once more if that worker dies. */
  load(): Promise<{ readonly request: Request; readonly transfer: readonly Transferable[] }>;
}

export interface WorkerPoolOptions {
  readonly url: URL;
  readonly workerData: unknown;
  readonly workerCount: number;
}

interface Entry<Request, Result> {
  readonly task: PoolTask<Request>;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
  readonly onAbort: () => void;
  attempts: number;
}

interface Seat<Request, Result> {
  readonly worker: Worker;
  entry: Entry<Request, Result> | undefined;
  requestId: number;
}

const MAX_ATTEMPTS = 2;

/** The URL of a worker module beside the importing one: `.ts` when run from source, `.js` when compiled. */
export function workerUrl(name: string, importingModuleUrl: string): URL {
  const extension = importingModuleUrl.endsWith(".ts") ? "ts" : "js";
  return new URL(`${name}.${extension}`, importingModuleUrl);
}

/**
 * A fixed number of worker threads, started when there is work. A worker that dies is replaced and what it held is tried once more. An
 * aborted task is given up at once; its worker finishes it unheard.
 */
export class WorkerPool<Request, Result> implements AsyncDisposable {
  readonly #options: WorkerPoolOptions;
  readonly #waiting: Entry<Request, Result>[] = [];
  readonly #seats = new Set<Seat<Request, Result>>();
  #requestCount = 0;
  #isClosed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  run(task: PoolTask<Request>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (task.signal.aborted) return reject(task.signal.reason);
      if (this.#isClosed) return reject(closedError());
      const onAbort = () => this.#abandon(entry);
      const entry: Entry<Request, Result> = { task, resolve, reject, onAbort, attempts: 0 };
      task.signal.addEventListener("abort", onAbort, { once: true });
      this.#enqueue(entry);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    for (const entry of this.#waiting.splice(0)) settle(entry).reject(closedError());
    const seats = [...this.#seats];
    this.#seats.clear();
    for (const { entry } of seats) if (entry) settle(entry).reject(closedError());
    await Promise.all(seats.map(({ worker }) => worker.terminate()));
  }

  #enqueue(entry: Entry<Request, Result>): void {
    const before = this.#waiting.findIndex((other) => other.task.cost < entry.task.cost);
    this.#waiting.splice(before < 0 ? this.#waiting.length : before, 0, entry);
    this.#assign();
  }

  #assign(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const seat = this.#freeSeat();
      const entry = seat && this.#waiting.shift();
      if (!seat || !entry) return;
      void this.#send(seat, entry);
    }
  }

  #freeSeat(): Seat<Request, Result> | undefined {
    for (const seat of this.#seats) if (seat.requestId === 0) return seat;
    return this.#seats.size < this.#options.workerCount ? this.#open() : undefined;
  }

  #open(): Seat<Request, Result> {
    const worker = new Worker(this.#options.url, { workerData: this.#options.workerData });
    const seat: Seat<Request, Result> = { worker, entry: undefined, requestId: 0 };
    let cause: unknown;
    worker.on("message", (message: ResultMessage<Result>) => this.#receive(seat, message));
    worker.on("error", (error) => (cause = error));
    worker.on("exit", (exitCode) => this.#lose(seat, cause ?? new Error(`exit code ${exitCode}`)));
    worker.unref();
    this.#seats.add(seat);
    return seat;
  }

  async #send(seat: Seat<Request, Result>, entry: Entry<Request, Result>): Promise<void> {
    const id = ++this.#requestCount;
    seat.requestId = id;
    seat.entry = entry;
    entry.attempts++;
    seat.worker.ref();
    try {
      const { request, transfer } = await entry.task.load();
      if (entry.task.signal.aborted || !this.#seats.has(seat)) return this.#release(seat, id);
      const message: RequestMessage<Request> = { id, request };
      seat.worker.postMessage(message, transfer);
    } catch (error) {
      settle(entry).reject(error);
      this.#release(seat, id);
    }
  }

  #receive(seat: Seat<Request, Result>, message: ResultMessage<Result>): void {
    const { entry } = seat;
    if (entry && message.id === seat.requestId) {
      if ("error" in message) settle(entry).reject(failedError(message.error));
      else settle(entry).resolve(message.result);
    }
    this.#release(seat, message.id);
  }

  #release(seat: Seat<Request, Result>, requestId: number): void {
    if (seat.requestId !== requestId) return;
    seat.entry = undefined;
    seat.requestId = 0;
    seat.worker.unref();
    this.#assign();
  }

  /** The worker is gone: what it held gets another chance with a new one. */
  #lose(seat: Seat<Request, Result>, cause: unknown): void {
    if (!this.#seats.delete(seat)) return;
    const { entry } = seat;
    if (entry && !entry.task.signal.aborted) {
      if (entry.attempts < MAX_ATTEMPTS) return this.#enqueue(entry);
      const reason = cause instanceof Error ? cause.message : String(cause);
      settle(entry).reject(failedError(`its worker died ${entry.attempts} times (${reason})`, cause));
    }
    this.#assign();
  }

  #abandon(entry: Entry<Request, Result>): void {
    const at = this.#waiting.indexOf(entry);
    if (at >= 0) this.#waiting.splice(at, 1);
    settle(entry).reject(entry.task.signal.reason);
  }
}

function settle<Request, Result>(entry: Entry<Request, Result>): Entry<Request, Result> {
  entry.task.signal.removeEventListener("abort", entry.onAbort);
  return entry;
}

function failedError(reason: string, cause?: unknown): StageError {
  const message = `the speech recogniser failed: ${reason}. Try again; if it stays, run \`tamtam doctor\``;
  return new StageError("transcriber-failed", message, { isTransient: true, cause });
}

function closedError(): StageError {
  return new StageError("transcriber-failed", "the speech recogniser was closed before it was done", {
    isTransient: true,
  });
}
