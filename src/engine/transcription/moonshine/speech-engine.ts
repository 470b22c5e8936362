import { readFile } from "node:fs/promises";
import { forbidTelemetry } from "./forbid-telemetry.ts";
import { fetchModelFiles } from "./model-cache.ts";
import { prepareModel, prepareVoiceActivity } from "./prepare-model.ts";
import type { ModelName } from "./model-files.ts";
import type { Recognition } from "./recogniser.ts";
import type { SpeechRequest, SpeechResult, SpeechWorkerData } from "./speech-worker.ts";
import type { VoiceActivityResult, VoiceActivityState } from "./voice-activity.ts";
import { WorkerPool, workerUrl } from "./worker-pool.ts";

/** What the transcriber needs done to sound; the samples are asked for when their turn comes. */
export interface SpeechEngine extends AsyncDisposable {
  detect(
    load: () => Promise<readonly Float32Array[]>,
    state: VoiceActivityState | undefined,
    signal: AbortSignal,
  ): Promise<VoiceActivityResult>;
  recognise(load: () => Promise<Float32Array>, lengthSamples: number, signal: AbortSignal): Promise<Recognition>;
}

export interface SpeechEngineOptions {
  readonly model: ModelName;
  /** Where the model is kept between runs. */
  readonly cacheDir: string;
  /** Threads, one session set each: 300 to 650 MB of memory apiece. */
  readonly workerCount: number;
  /** While the model is being fetched, the first time. */
  readonly onSetUpProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}

/** Fetches the model where it is missing, and makes ready to start workers. */
export async function openSpeechEngine(options: SpeechEngineOptions): Promise<SpeechEngine> {
  forbidTelemetry();
  const { cacheDir, onSetUpProgress: onProgress } = options;
  await fetchModelFiles({ cacheDir, models: [options.model, "vad"], onProgress });
  const model = await prepareModel({ name: options.model, cacheDir });
  const voiceActivityModel = await readFile(await prepareVoiceActivity({ cacheDir }));
  const workerData: SpeechWorkerData = { model, voiceActivityModel };
  return speechEngineOn(
    new WorkerPool({ url: workerUrl("speech-worker", import.meta.url), workerData, workerCount: options.workerCount }),
  );
}

/** Puts the engine's two jobs on a pool of workers. */
export function speechEngineOn(pool: WorkerPool<SpeechRequest, SpeechResult>): SpeechEngine {
  return {
    async detect(load, state, signal) {
      const result = await pool.run({
        // Nothing else of a call can begin before this.
        cost: Infinity,
        signal,
        load: async () => {
          // Copies: a buffer that is sent away is gone here, and these may be views of somebody's cache.
          const channels = (await load()).map((samples) => samples.slice());
          return { request: { kind: "detect", channels, state }, transfer: channels.map((samples) => samples.buffer) };
        },
      });
      if (result.kind !== "detect") throw new TypeError(`asked for voice activity, got ${result.kind}`);
      return result.activity;
    },
    async recognise(load, lengthSamples, signal) {
      const result = await pool.run({
        cost: lengthSamples,
        signal,
        load: async () => {
          const samples = (await load()).slice();
          return { request: { kind: "recognise", samples }, transfer: [samples.buffer] };
        },
      });
      if (result.kind !== "recognise") throw new TypeError(`asked for words, got ${result.kind}`);
      return result.recognition;
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}
