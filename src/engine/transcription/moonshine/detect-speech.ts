import type { ChannelAudio } from "../transcriber.ts";
import type { SpeechEngine } from "./speech-engine.ts";
import type { ChannelActivity, VoiceActivityState } from "./voice-activity.ts";
import { WINDOW_SAMPLES } from "./voice-activity.ts";

/** 8 s: what is in memory of each channel while listening for speech. */
const BLOCK_WINDOWS = 256;

/** Speech is missed on recordings whose loud parts stay below this (-35 dBFS): a tenth of it at -50 dBFS. */
const QUIET_POWER = 10 ** (-35 / 10);
const WANTED_POWER = 10 ** (-20 / 10);
/** -75 dBFS: nothing there to be made louder. */
const NOTHING_POWER = 10 ** (-75 / 10);
const LOUD_SHARE = 0.02;

/**
 * How likely each window of the asked channels is speech, block by block. A channel that is quiet all through is listened to once more,
 * made louder.
 */
export async function detectSpeech(
  audio: ChannelAudio,
  channels: readonly number[],
  engine: SpeechEngine,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<ChannelActivity[]> {
  const activities = await listen(
    audio,
    channels,
    channels.map(() => 1),
    engine,
    signal,
    onShare,
  );
  const gains = activities.map(({ powers }) => gainFor(loudPower(powers)));
  if (gains.every((gain) => gain === 1)) return activities;
  const louder = await listen(audio, channels, gains, engine, signal, onShare);
  return activities.map(({ powers }, i) => ({
    powers,
    probabilities: louder[i]?.probabilities ?? new Float32Array(0),
  }));
}

async function listen(
  audio: ChannelAudio,
  channels: readonly number[],
  gains: readonly number[],
  engine: SpeechEngine,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<ChannelActivity[]> {
  const blocks: (readonly ChannelActivity[])[] = [];
  const totalSamples = Math.max(1, Math.ceil(audio.durationMs * (audio.sampleRateHz / 1000)));
  const blockSamples = BLOCK_WINDOWS * WINDOW_SAMPLES;
  let state: VoiceActivityState | undefined;
  for (let start = 0; start < totalSamples; start += blockSamples) {
    const load = async () => {
      const samples = await audio.read(start, blockSamples);
      return channels.map((channel, i) => amplified(channelOf(samples, channel), gains[i] ?? 1));
    };
    const result = await engine.detect(load, state, signal);
    blocks.push(result.channels);
    ({ state } = result);
    onShare(Math.min(1, (start + blockSamples) / totalSamples));
  }
  return channels.map((_, i) => ({
    probabilities: concat(blocks.map((block) => block[i]?.probabilities ?? new Float32Array(0))),
    powers: concat(blocks.map((block) => block[i]?.powers ?? new Float32Array(0))),
  }));
}

function channelOf(all: readonly Float32Array[], channel: number): Float32Array {
  const samples = all[channel];
  if (!samples) throw new RangeError(`channel ${channel} was asked for; the recording has ${all.length}`);
  return samples;
}

function amplified(samples: Float32Array, gain: number): Float32Array {
  return gain === 1 ? samples : samples.map((sample) => sample * gain);
}

/** The power that only the loudest windows reach. */
function loudPower(powers: Float32Array): number {
  return powers.toSorted()[Math.floor(powers.length * (1 - LOUD_SHARE))] ?? 0;
}

function gainFor(power: number): number {
  return power < QUIET_POWER && power > NOTHING_POWER ? Math.sqrt(WANTED_POWER / power) : 1;
}

function concat(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
