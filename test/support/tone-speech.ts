import type { ChannelAudio } from "../../src/engine/transcription/transcriber.ts";

/** Stands in for speech where the model is not what is tested: each word is a burst of 300 ms whose amplitude names it. */
export interface ToneWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface ToneUtterance {
  readonly startMs: number;
  readonly words: readonly string[];
  /** 1 unless said; a leak from the other side is weaker. */
  readonly gain?: number;
}

const VOCABULARY = "Hello there. How are you today? I need two red cars please. Goodbye then.".split(" ");
const SAMPLES_PER_MS = 16;
const BURST_MS = 300;
const GAP_MS = 100;
const STEP = 0.03;
const SILENCE = 0.01;

/** A recording with the given utterances on each channel. */
export function toneAudio(durationMs: number, channels: readonly (readonly ToneUtterance[])[]): ChannelAudio {
  return audioOf(
    channels.map((utterances) => {
      const samples = new Float32Array(durationMs * SAMPLES_PER_MS);
      for (const { startMs, words, gain = 1 } of utterances) {
        for (const [i, word] of words.entries()) {
          const from = startMs + i * (BURST_MS + GAP_MS);
          samples.fill(amplitudeOf(word) * gain, from * SAMPLES_PER_MS, (from + BURST_MS) * SAMPLES_PER_MS);
        }
      }
      return samples;
    }),
  );
}

/** Any samples as a recording. */
export function audioOf(channels: readonly Float32Array[]): ChannelAudio {
  return {
    channelCount: channels.length,
    sampleRateHz: 16_000,
    durationMs: (channels[0]?.length ?? 0) / SAMPLES_PER_MS,
    read: async (start, count) => channels.map((samples) => samples.slice(start, start + count)),
  };
}

/** The words in these samples, with their times. A gain below 1 still tells the word as long as `gain` is known. */
export function hearTones(samples: Float32Array, gain = 1): ToneWord[] {
  const words: ToneWord[] = [];
  let start = -1;
  for (let i = 0; i <= samples.length; i++) {
    const isLoud = Math.abs(samples[i] ?? 0) > SILENCE * gain;
    if (isLoud && start < 0) start = i;
    if (isLoud || start < 0) continue;
    const text = VOCABULARY[Math.round((samples[start] ?? 0) / (STEP * gain)) - 1] ?? "?";
    words.push({ text, startMs: start / SAMPLES_PER_MS, endMs: i / SAMPLES_PER_MS });
    start = -1;
  }
  return words;
}

function amplitudeOf(word: string): number {
  const index = VOCABULARY.indexOf(word);
  if (index < 0) throw new Error(`"${word}" is not one of ${VOCABULARY.join(", ")}`);
  return (index + 1) * STEP;
}
