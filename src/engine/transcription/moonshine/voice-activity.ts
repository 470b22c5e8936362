import { InferenceSession, Tensor } from "onnxruntime-node";

/** 32 ms: the piece of sound that one probability is about. */
export const WINDOW_SAMPLES = 512;
export const WINDOW_MS = 32;
const CONTEXT_SAMPLES = 64;
const MIRRORED_SAMPLES = 64;
const ROW_SAMPLES = CONTEXT_SAMPLES + WINDOW_SAMPLES + MIRRORED_SAMPLES;
const HIDDEN = 128;

/** What is remembered between one block of a recording and the next. */
export interface VoiceActivityState {
  readonly hidden: Float32Array;
  readonly cell: Float32Array;
  /** The last samples of each channel. */
  readonly contexts: readonly Float32Array[];
}

/** How one channel sounds, window by window. */
export interface ChannelActivity {
  /** That somebody speaks, 0 to 1. */
  readonly probabilities: Float32Array;
  /** Mean square of the samples. */
  readonly powers: Float32Array;
}

export interface VoiceActivityResult {
  readonly channels: readonly ChannelActivity[];
  readonly state: VoiceActivityState;
}

/** Tells speech from everything else. Holds no state of its own: a recording can be taken up by any worker. */
export interface VoiceActivity extends AsyncDisposable {
  /**
   * @param channels one block of each channel, all of one length; the last window of a recording may be incomplete.
   * @param state from the block before; left out at the start of a recording.
   */
  detect(channels: readonly Float32Array[], state?: VoiceActivityState): Promise<VoiceActivityResult>;
}

/** @param model the graph of `recutVoiceActivity`. */
export async function openVoiceActivity(model: Uint8Array): Promise<VoiceActivity> {
  const session = await InferenceSession.create(model, {
    enableCpuMemArena: false,
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
  });
  return {
    detect: (channels, state) => detect(session, channels, state ?? startingState(channels.length)),
    async [Symbol.asyncDispose]() {
      await session.release();
    },
  };
}

async function detect(
  session: InferenceSession,
  channels: readonly Float32Array[],
  state: VoiceActivityState,
): Promise<VoiceActivityResult> {
  const channelCount = channels.length;
  const steps = Math.ceil((channels[0]?.length ?? 0) / WINDOW_SAMPLES);
  if (steps === 0) return { channels: channels.map(() => noActivity()), state };
  const stateShape = [1, channelCount, HIDDEN];
  const output = await session.run({
    windows: new Tensor("float32", rowsOf(channels, state.contexts, steps), [steps * channelCount, ROW_SAMPLES]),
    shape: new Tensor("int64", BigInt64Array.of(BigInt(steps), BigInt(channelCount), BigInt(HIDDEN)), [3]),
    hidden: new Tensor("float32", state.hidden, stateShape),
    cell: new Tensor("float32", state.cell, stateShape),
  });
  const probabilities = floats(output["probabilities"]);
  return {
    channels: channels.map((samples, channel) => ({
      probabilities: Float32Array.from(
        { length: steps },
        (_, step) => probabilities[step * channelCount + channel] ?? 0,
      ),
      powers: Float32Array.from({ length: steps }, (_, step) => power(samples, step)),
    })),
    state: {
      hidden: floats(output["nextHidden"]),
      cell: floats(output["nextCell"]),
      contexts: channels.map((samples) => samples.slice(-CONTEXT_SAMPLES)),
    },
  };
}

/** One row a window and channel: the end of the window before, the window, and its end mirrored. */
function rowsOf(channels: readonly Float32Array[], contexts: readonly Float32Array[], steps: number): Float32Array {
  const rows = new Float32Array(steps * channels.length * ROW_SAMPLES);
  for (const [channel, samples] of channels.entries()) {
    for (let step = 0; step < steps; step++) {
      const at = (step * channels.length + channel) * ROW_SAMPLES;
      const first = step * WINDOW_SAMPLES - CONTEXT_SAMPLES;
      if (step === 0) rows.set(contexts[channel] ?? [], at);
      rows.set(
        samples.subarray(Math.max(first, 0), step * WINDOW_SAMPLES + WINDOW_SAMPLES),
        at + (step === 0 ? CONTEXT_SAMPLES : 0),
      );
      const end = at + CONTEXT_SAMPLES + WINDOW_SAMPLES;
      for (let i = 0; i < MIRRORED_SAMPLES; i++) rows[end + i] = rows[end - 2 - i] ?? 0;
    }
  }
  return rows;
}

function power(samples: Float32Array, step: number): number {
  const end = Math.min(samples.length, (step + 1) * WINDOW_SAMPLES);
  let sum = 0;
  for (let i = step * WINDOW_SAMPLES; i < end; i++) sum += (samples[i] ?? 0) ** 2;
  return sum / WINDOW_SAMPLES;
}

function startingState(channelCount: number): VoiceActivityState {
  return {
    hidden: new Float32Array(channelCount * HIDDEN),
    cell: new Float32Array(channelCount * HIDDEN),
    contexts: Array.from({ length: channelCount }, () => new Float32Array(CONTEXT_SAMPLES)),
  };
}

function noActivity(): ChannelActivity {
  return { probabilities: new Float32Array(0), powers: new Float32Array(0) };
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error(`the voice activity model gave ${tensor?.type ?? "nothing"} where float32 was due`);
}
