/**
 * How many times faster than real time one core recognises speech: the re-cut graphs beside the published ones, taking turns clip by
 * clip, so that whatever else the machine does slows both.
 *
 *     node bench/recogniser.ts
 *
 * TAMTAM_TEST_DATA      folder with `speech/read/`: public recordings, used beside the project's own sentences
 * TAMTAM_BENCH_ROUNDS   how often each clip is recognised, 5 by default
 */
import { forbidTelemetry } from "../src/engine/transcription/moonshine/forbid-telemetry.ts";
import { openRecogniser } from "../src/engine/transcription/moonshine/recogniser.ts";
import type { ModelName } from "../src/engine/transcription/moonshine/model-files.ts";
import { modelCacheDir, testModel } from "../test/support/model-cache.ts";
import { recordedSpeech, spokenSentences } from "../test/support/speech-fixtures.ts";
import { StockRecogniser } from "../test/support/stock-recogniser.ts";

const SAMPLE_RATE_HZ = 16_000;
const GOALS: Readonly<Record<ModelName, number>> = { base: 18, tiny: 35 };
const MAX_TOKENS = 190;

interface Spent {
  wallMs: number;
  cpuMs: number;
}

async function timed(spent: Spent, work: () => Promise<unknown>): Promise<void> {
  const startMs = performance.now();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  spent.wallMs += performance.now() - startMs;
  spent.cpuMs += (user + system) / 1000;
}

function report(label: string, { wallMs, cpuMs }: Spent, audioSeconds: number): number {
  const byCpu = (1000 * audioSeconds) / cpuMs;
  const byWall = (1000 * audioSeconds) / wallMs;
  console.log(`  ${label}: ${byCpu.toFixed(1)} x real time by processor time, ${byWall.toFixed(1)} x by the clock`);
  return byCpu;
}

/** Clips joined to the 10 to 20 s that calls are cut into. */
function joined(clips: readonly Float32Array[]): Float32Array[] {
  const segments: Float32Array[] = [];
  let pending: Float32Array[] = [];
  for (const clip of clips) {
    pending.push(clip);
    const length = pending.reduce((sum, { length: count }) => sum + count, 0);
    if (length < 10 * SAMPLE_RATE_HZ) continue;
    segments.push(concatenated(pending, length).subarray(0, 20 * SAMPLE_RATE_HZ));
    pending = [];
  }
  return segments;
}

function concatenated(clips: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length);
  let offset = 0;
  for (const clip of clips) {
    whole.set(clip, offset);
    offset += clip.length;
  }
  return whole;
}

async function measure(name: ModelName, segments: readonly Float32Array[], rounds: number): Promise<void> {
  await using recut = await openRecogniser(await testModel(name));
  await using stock = await StockRecogniser.open(name, modelCacheDir());
  const ours: Spent = { wallMs: 0, cpuMs: 0 };
  const theirs: Spent = { wallMs: 0, cpuMs: 0 };
  for (const segment of segments.slice(0, 1)) {
    await recut.recognise(segment);
    await stock.decode(await stock.encode(segment), MAX_TOKENS);
  }
  for (let round = 0; round < rounds; round++) {
    for (const segment of segments) {
      await timed(ours, () => recut.recognise(segment));
      await timed(theirs, async () => await stock.decode(await stock.encode(segment), MAX_TOKENS));
    }
  }
  const seconds = (rounds * segments.reduce((sum, { length }) => sum + length, 0)) / SAMPLE_RATE_HZ;
  console.log(
    `${name}, ${seconds.toFixed(0)} s of speech in ${rounds * segments.length} segments (goal ${GOALS[name]}):`,
  );
  const speedUp = report("re-cut graphs   ", ours, seconds) / report("published graphs", theirs, seconds);
  console.log(`  ${speedUp.toFixed(2)} times as fast; ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);
}

forbidTelemetry();
const rounds = Number(process.env["TAMTAM_BENCH_ROUNDS"] ?? 5);
const recordings = await recordedSpeech();
if (recordings.length === 0)
  console.log("TAMTAM_TEST_DATA is not set or has no speech/read: synthesised sentences only.");
const clips = [...(await spokenSentences()), ...recordings].map(({ samples }) => samples);
const segments = joined(clips.concat(recordings.length === 0 ? clips : []));
for (const name of ["base", "tiny"] as const) await measure(name, segments, rounds);
