import { parentPort, workerData } from "node:worker_threads";
import { StageError } from "../../calls/errors.ts";
import type { DecodeMessage, DecodeTask } from "./decode-messages.ts";
import { decodeInThread } from "./js-decode.ts";

/** The entry of the worker thread that `JsDecoder` starts. */
const port = parentPort;
if (port === null) throw new Error("js-decode-worker.ts runs in a worker thread only");
const { mediaPath, samplesPath, maxDurationMs }: DecodeTask = workerData;
const say = (message: DecodeMessage): void => port.postMessage(message);

/** A message for each piece would be thousands a second. */
const REPORT_EVERY_MS = 1000;
let reportedMs = 0;
const onProgress = (doneMs: number, declaredMs: number | undefined): void => {
  if (doneMs - reportedMs < REPORT_EVERY_MS) return;
  reportedMs = doneMs;
  say({ type: "progress", doneMs, declaredMs });
};

try {
  say({ type: "decoded", media: await decodeInThread(mediaPath, samplesPath, { maxDurationMs, onProgress }) });
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  say({ type: "failed", code: error.code, message: error.message, isTransient: error.isTransient });
}
