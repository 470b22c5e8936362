import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { expect, test } from "vitest";
import { createMoonshineTranscriber } from "../../src/engine/transcription/moonshine/moonshine-transcriber.ts";
import { recutVoiceActivity } from "../../src/engine/transcription/moonshine/recut-voice-activity.ts";
import { openVoiceActivity, type VoiceActivityState } from "../../src/engine/transcription/moonshine/voice-activity.ts";
import type { ChannelAudio } from "../../src/engine/transcription/transcriber.ts";
import { describeTranscriberContract } from "../contracts/transcriber.contract.ts";
import { modelCacheDir, testVad } from "../support/model-cache.ts";
import { readSpeech } from "../support/read-speech.ts";
import { spokenSentences } from "../support/speech-fixtures.ts";
import { audioOf } from "../support/tone-speech.ts";

const SAMPLES_PER_MS = 16;

function openTranscriber() {
  return createMoonshineTranscriber({ model: "base", cacheDir: modelCacheDir(), workerCount: 1 });
}

describeTranscriberContract("MoonshineTranscriber with its model", async () => {
  const transcriber = openTranscriber();
  const { audio, sides } = await twoSidedCall();
  return { transcriber, audio, sides, [Symbol.asyncDispose]: () => transcriber[Symbol.asyncDispose]() };
});

/** One of the project's spoken sentences on each channel, one after the other. */
async function twoSidedCall() {
  const [first, second] = await spokenSentences();
  if (!first || !second) throw new Error("test/fixtures/speech has no two sentences");
  const secondAt = first.samples.length + 2_000 * SAMPLES_PER_MS;
  const channels = [first, second].map(() => new Float32Array(secondAt + second.samples.length + 500 * SAMPLES_PER_MS));
  channels[0]?.set(first.samples);
  channels[1]?.set(second.samples, secondAt);
  const sideOf = ({ words, text }: typeof first, startMs: number, other: string) => ({
    words: bareWords(text).filter((word) => word.length > 4 && !bareWords(other).includes(word)),
    startMs: startMs + (words[0]?.startMs ?? 0),
    endMs: startMs + (words.at(-1)?.endMs ?? 0),
  });
  const sides = [sideOf(first, 0, second.text), sideOf(second, secondAt / SAMPLES_PER_MS, first.text)];
  return { audio: audioOf(channels), sides };
}

function bareWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
}

test("the voice activity graph that takes many windows at once judges as the published one does", async () => {
  const published = await readFile(await testVad());
  const [first, second] = (await spokenSentences()).map((sentence) => sentence.samples);
  if (!first || !second) throw new Error("test/fixtures/speech has no two sentences");
  const expected = [await publishedProbabilities(published, first), await publishedProbabilities(published, second)];
  await using voiceActivity = await openVoiceActivity(recutVoiceActivity(published));
  const length = Math.min(first.length, second.length);
  const judged: number[][] = [[], []];
  let state: VoiceActivityState | undefined;
  // Pieces of 10 windows: what is remembered has to get from one to the next.
  for (let start = 0; start < length; start += 5_120) {
    const pieces = [first, second].map((samples) => samples.slice(start, Math.min(start + 5_120, length)));
    const result = await voiceActivity.detect(pieces, state);
    ({ state } = result);
    for (const [i, channel] of result.channels.entries()) judged[i]?.push(...channel.probabilities);
  }
  const wholeWindows = Math.floor(length / 512);
  for (const [i, probabilities] of judged.entries()) {
    expect(probabilities).toHaveLength(Math.ceil(length / 512));
    expect(probabilities.some((probability) => probability > 0.9)).toBe(true);
    for (let window = 0; window < wholeWindows; window++) {
      expect(probabilities[window]).toBeCloseTo(expected[i]?.[window] ?? Number.NaN, 4);
    }
  }
});

/** As its publisher runs it: a window of 512 samples a call, with the 64 before it. */
async function publishedProbabilities(model: Uint8Array, samples: Float32Array): Promise<number[]> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
  const probabilities: number[] = [];
  let state: Tensor = new Tensor("float32", new Float32Array(256), [2, 1, 128]);
  const sr = new Tensor("int64", BigInt64Array.of(16_000n), []);
  for (let start = 0; start + 512 <= samples.length; start += 512) {
    const window = new Float32Array(576);
    window.set(samples.subarray(Math.max(0, start - 64), start + 512), start === 0 ? 64 : 0);
    const outputs = await session.run({ input: new Tensor("float32", window, [1, 576]), state, sr });
    const { output, stateN } = outputs;
    if (!(output instanceof Tensor) || !(stateN instanceof Tensor))
      throw new Error("the published graph gave no tensors");
    probabilities.push(Number(output.data[0]));
    state = stateN;
  }
  await session.release();
  return probabilities;
}

const soundsWithoutSpeech: Readonly<Record<string, (second: number, i: number) => number>> = {
  noise: (_, i) => 0.2 * (((i * 1_103_515_245 + 12_345) % 65_536) / 32_768 - 1),
  "mains hum": (t) => 0.2 * Math.sin(2 * Math.PI * 50 * t),
  "a ringing tone": (t) => (t % 4 < 1 ? 0.2 * (Math.sin(2 * Math.PI * 440 * t) + Math.sin(2 * Math.PI * 480 * t)) : 0),
  "dialled digits": (t) =>
    t % 0.4 < 0.1 ? 0.2 * (Math.sin(2 * Math.PI * 770 * t) + Math.sin(2 * Math.PI * 1_336 * t)) : 0,
  clicks: (_, i) => (i % 8_000 < 20 ? 0.8 : 0),
};

test("hears no words in sounds that are not speech", async () => {
  await using transcriber = openTranscriber();
  for (const [name, sound] of Object.entries(soundsWithoutSpeech)) {
    const samples = Float32Array.from({ length: 15 * 16_000 }, (_, i) => sound(i / 16_000, i));
    expect([name, await textsIn(transcriber, audioOf([samples]))]).toEqual([name, []]);
  }
});

// Debian's asterisk-moh-opsound-wav.
const HOLD_MUSIC = "/usr/share/asterisk/moh";

test("hears no words in hold music, where the machine has some", async ({ annotate }) => {
  if (!existsSync(HOLD_MUSIC)) {
    await annotate(`left out: there is no ${HOLD_MUSIC}; install asterisk-moh-opsound-wav`);
    return;
  }
  await using transcriber = openTranscriber();
  for (const file of (await readdir(HOLD_MUSIC)).filter((name) => name.endsWith(".wav"))) {
    const samples = await readSpeech(join(HOLD_MUSIC, file));
    expect([file, await textsIn(transcriber, audioOf([samples]))]).toEqual([file, []]);
  }
});

test("understands a recording that is far too soft", async () => {
  await using transcriber = openTranscriber();
  const [sentence] = await spokenSentences();
  const soft = sentence?.samples.map((sample) => sample / 60) ?? new Float32Array(0);
  const heard = bareWords((await textsIn(transcriber, audioOf([soft]))).join(" "));
  for (const word of bareWords(sentence?.text ?? "").filter((each) => each.length > 4)) expect(heard).toContain(word);
});

async function textsIn(transcriber: ReturnType<typeof openTranscriber>, audio: ChannelAudio): Promise<string[]> {
  const { signal } = new AbortController();
  const [transcript] = await transcriber.transcribe(audio, { channels: [0], signal });
  return transcript?.sentences.map((sentence) => sentence.text) ?? [];
}
