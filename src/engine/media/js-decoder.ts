import { Worker } from "node:worker_threads";
import { StageError } from "../../calls/errors.ts";
import type { DecodeMessage, DecodeTask } from "./decode-messages.ts";
import type { DecodedMedia, DecodeOptions, MediaDecoder } from "./media-decoder.ts";
import { lastingError } from "./media-errors.ts";

/** Far above what any sound file needs, below what would hurt the machine. */
const MAX_WORKER_HEAP_MB = 512;
const IDLE_TIMEOUT_MS = 60_000;

export interface JsDecoderOptions {
  /** Of `audio-decode`. */
  readonly version: string;
  /** How long decoding may give nothing before it is given up. */
  readonly idleTimeoutMs?: number | undefined;
}

/** Decodes with npm packages alone, in a worker thread that is ended when a file makes it hang or take too much memory. */
export class JsDecoder implements MediaDecoder {
  readonly name: string;
  readonly #idleTimeoutMs: number;

  constructor(options: JsDecoderOptions) {
    this.name = `audio-decode ${options.version}`;
    this.#idleTimeoutMs = options.idleTimeoutMs ?? IDLE_TIMEOUT_MS;
  }

  async decode(mediaPath: string, samplesPath: string, options: DecodeOptions): Promise<DecodedMedia> {
    options.signal.throwIfAborted();
    const worker = startWorker({ mediaPath, samplesPath, maxDurationMs: options.maxDurationMs });
    const { promise, resolve, reject } = Promise.withResolvers<DecodedMedia>();
    const onAbort = (): void => reject(options.signal.reason);
    const onIdle = (): void => reject(stuck());
    let idle = setTimeout(onIdle, this.#idleTimeoutMs);
    options.signal.addEventListener("abort", onAbort, { once: true });
    worker.on("message", (message: DecodeMessage) => {
      clearTimeout(idle);
      idle = setTimeout(onIdle, this.#idleTimeoutMs);
      if (message.type === "progress") options.onProgress?.(message.doneMs, message.declaredMs);
      else if (message.type === "decoded") resolve(message.media);
      else reject(new StageError(message.code, message.message, { isTransient: message.isTransient }));
    });
    worker.once("error", (error) => reject(crashed(error)));
    worker.once("exit", () => reject(crashed(undefined)));
    try {
      return await promise;
    } finally {
      clearTimeout(idle);
      options.signal.removeEventListener("abort", onAbort);
      await worker.terminate();
    }
  }
}

function startWorker(task: DecodeTask): Worker {
  // Runs from source as `.ts` and from the build as `.js`.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./js-decode-worker.${extension}`, import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_WORKER_HEAP_MB },
    // The codecs print what they stumble over, which belongs nowhere.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

function stuck(): StageError {
  return lastingError(
    "media-unreadable",
    "Reading the file got stuck: it is damaged. Check the recording where it comes from.",
  );
}

function crashed(cause: unknown): StageError {
  const message =
    "Reading the file broke the decoder: it is damaged, or needs ffmpeg. Install ffmpeg, then retry the call.";
  return lastingError("media-unreadable", message, cause);
}
