/**
 * What the whole pipeline costs on a two-channel telephone call beside the recogniser alone on the same segments, in processor time:
 *
 *   node bench/pipeline.ts [base|tiny] [recording]
 *
 * The recording is the argument, else the real call of the speech data that TAMTAM_TEST_DATA names, else the sample call. Needs ffmpeg.
 * The model is kept where the tests keep it.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FfmpegDecoder } from "../src/engine/media/ffmpeg-decoder.ts";
import { openSamplesFile } from "../src/engine/media/samples-file.ts";
import type { ModelName } from "../src/engine/transcription/moonshine/model-files.ts";
import { MoonshineTranscriber } from "../src/engine/transcription/moonshine/moonshine-transcriber.ts";
import { prepareModel } from "../src/engine/transcription/moonshine/prepare-model.ts";
import { forbidTelemetry } from "../src/engine/transcription/moonshine/forbid-telemetry.ts";
import { openRecogniser } from "../src/engine/transcription/moonshine/recogniser.ts";
import { modelCacheDir } from "../test/support/model-cache.ts";
import { openSpeechEngine, type SpeechEngine } from "../src/engine/transcription/moonshine/speech-engine.ts";

const ROUNDS = 3;
const GOALS = { base: { ratio: 1.15, timesRealTime: 18 }, tiny: { ratio: 1.35, timesRealTime: 35 } };
const TICKS_PER_SECOND = 100;

forbidTelemetry();
const model: ModelName = process.argv[2] === "tiny" ? "tiny" : "base";
const recording = process.argv[3] ?? defaultRecording();
const cacheDir = modelCacheDir();
const folder = await mkdtemp(join(tmpdir(), "tamtam-bench-"));
try {
  await measure(join(folder, "samples"));
} finally {
  await rm(folder, { recursive: true });
}

async function measure(samplesPath: string): Promise<void> {
  const { signal } = new AbortController();
  const onSetUpProgress = (done: number, total: number) =>
    process.stderr.write(`\rmodel ${Math.round((100 * done) / total)} % `);
  await using engine = await openSpeechEngine({ model, cacheDir, workerCount: 1, onSetUpProgress });
  const heard: Float32Array[] = [];
  const listening = recordingEngine(engine, heard);
  const transcriber = new MoonshineTranscriber({ engine: "bench", model, version: "" }, async () => listening);
  const recogniser = await openRecogniser(await prepareModel({ name: model, cacheDir }));
  const decoder = new FfmpegDecoder({ version: "of the system", ffmpegPath: "ffmpeg", ffprobePath: "ffprobe" });
  const { audio } = await decoder.decode(recording, samplesPath, { maxDurationMs: 86_400_000, signal });
  await using samples = await openSamplesFile(samplesPath, audio);
  const channels = Array.from({ length: audio.channelCount }, (_, channel) => channel);
  await transcriber.transcribe(samples, { channels, signal }); // starts the worker and warms it up
  const segments = heard.splice(0);
  for (const segment of segments) await recogniser.recognise(segment);

  const decoding: number[] = [];
  const pipeline: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    decoding.push(
      await cpuSeconds(() => decoder.decode(recording, samplesPath, { maxDurationMs: 86_400_000, signal })),
    );
    pipeline.push(await cpuSeconds(() => transcriber.transcribe(samples, { channels, signal })));
    heard.length = 0;
    alone.push(
      await cpuSeconds(async () => {
        for (const segment of segments) await recogniser.recognise(segment);
      }),
    );
  }
  await recogniser[Symbol.asyncDispose]();
  const speechSeconds = segments.reduce((sum, segment) => sum + segment.length, 0) / 16_000;
  report(audio.durationMs / 1000, speechSeconds, median(decoding), median(pipeline), median(alone));
}

/** Passes everything on and keeps the samples of each segment. */
function recordingEngine(engine: SpeechEngine, heard: Float32Array[]): SpeechEngine {
  return {
    detect: (load, state, signal) => engine.detect(load, state, signal),
    recognise(load, lengthSamples, signal) {
      const keep = async () => {
        const samples = (await load()).slice();
        heard.push(samples);
        return samples;
      };
      return engine.recognise(keep, lengthSamples, signal);
    },
    async [Symbol.asyncDispose]() {},
  };
}

function report(callSeconds: number, speechSeconds: number, decode: number, transcribe: number, alone: number): void {
  const whole = decode + transcribe;
  const goals = GOALS[model];
  const times = callSeconds / whole;
  console.log(
    `\n${recording}: ${callSeconds.toFixed(0)} s of call, ${speechSeconds.toFixed(0)} s in segments, model ${model}`,
  );
  console.log("processor seconds, median of", ROUNDS);
  console.log(`  decode                                    ${decode.toFixed(2)}`);
  console.log(`  find speech, recognise, make sentences    ${transcribe.toFixed(2)}`);
  console.log(`  the recogniser alone, same segments       ${alone.toFixed(2)}`);
  console.log(
    `whole pipeline / recogniser alone           ${(whole / alone).toFixed(3)}   (goal: at most ${goals.ratio})`,
  );
  console.log(
    `times real time on one core, whole pipeline ${times.toFixed(1)}   (goal: at least ${goals.timesRealTime})`,
  );
  console.log(`times real time, recogniser on its segments ${(speechSeconds / alone).toFixed(1)}`);
}

/** Of this process with all its threads, and of child processes that have ended. */
async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const children = childrenSeconds();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6 + childrenSeconds() - children;
}

function childrenSeconds(): number {
  if (!existsSync("/proc/self/stat")) return 0;
  // After the command's name in parentheses come state … cutime (16th field of all) and cstime (17th).
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function defaultRecording(): string {
  const data = process.env["TAMTAM_TEST_DATA"];
  const real = data && join(data, "speech/calls/auto-repairs-40.wav");
  return real && existsSync(real) ? real : new URL("../examples/sample-call.wav", import.meta.url).pathname;
}
