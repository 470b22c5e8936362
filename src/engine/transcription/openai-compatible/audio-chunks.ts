import type { ChannelAudio } from "../transcriber.ts";

/** A piece of one channel, short enough to be sent. */
export interface AudioChunk {
  readonly startMs: number;
  readonly endMs: number;
  readonly samples: Float32Array;
}

/** Where to look for a quiet place, back from the longest a chunk may be. */
const SEARCH_SHARE = 0.25;
const QUIET_MS = 320;
const QUIET_STEP_MS = 32;

/** One channel in pieces of at most `maxSamples`, each cut in the quietest third of a second near its end. */
export async function* audioChunks(
  audio: ChannelAudio,
  channel: number,
  maxSamples: number,
): AsyncGenerator<AudioChunk> {
  const samplesPerMs = audio.sampleRateHz / 1000;
  let start = 0;
  for (;;) {
    const read = (await audio.read(start, maxSamples + 1))[channel];
    if (!read || read.length === 0) return;
    const length = read.length > maxSamples ? quietestPlace(read.subarray(0, maxSamples), samplesPerMs) : read.length;
    const end = start + length;
    yield { startMs: start / samplesPerMs, endMs: end / samplesPerMs, samples: read.subarray(0, length) };
    start = end;
  }
}

function quietestPlace(samples: Float32Array, samplesPerMs: number): number {
  const width = Math.min(samples.length, Math.round(QUIET_MS * samplesPerMs));
  const step = Math.round(QUIET_STEP_MS * samplesPerMs);
  const earliest = Math.floor(samples.length * (1 - SEARCH_SHARE));
  let best = samples.length;
  let bestEnergy = Infinity;
  for (let from = samples.length - width; from >= earliest; from -= step) {
    const energy = energyOf(samples.subarray(from, from + width));
    if (energy < bestEnergy) [best, bestEnergy] = [from + Math.floor(width / 2), energy];
  }
  return best;
}

function energyOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum;
}
