/**
 * How much is misheard, and how far off word times are: by the recogniser alone on whole clips (cut in halves at a quiet place above
 * 20 s), and by the whole transcriber with voice activity detection.
 *
 *     node bench/word-error-rate.ts
 *
 * TAMTAM_TEST_DATA            folder with `speech/` (asterisk-prompts.json, references.json, read/); without it there is nothing to compare with
 * TAMTAM_ASTERISK_PROMPTS     audio of Debian's asterisk-core-sounds-en-wav, by default /usr/share/asterisk/sounds/en_US_f_Allison
 * TAMTAM_BENCH_MODELS         `base,tiny` by default
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ModelName } from "../src/engine/transcription/moonshine/model-files.ts";
import { forbidTelemetry } from "../src/engine/transcription/moonshine/forbid-telemetry.ts";
import { createMoonshineTranscriber } from "../src/engine/transcription/moonshine/moonshine-transcriber.ts";
import { openRecogniser } from "../src/engine/transcription/moonshine/recogniser.ts";
import type { Recogniser } from "../src/engine/transcription/moonshine/recogniser.ts";
import type { Transcriber } from "../src/engine/transcription/transcriber.ts";
import { modelCacheDir, testModel } from "../test/support/model-cache.ts";
import { readSpeech } from "../test/support/read-speech.ts";
import { spokenSentences } from "../test/support/speech-fixtures.ts";
import { plainWords } from "./word-error-rate/plain-words.ts";
import { cutAtQuiet } from "./word-error-rate/quiet-cuts.ts";
import { compareWords } from "./word-error-rate/word-errors.ts";

interface Clip {
  readonly path: string;
  readonly text: string;
}

interface TimedWord {
  readonly word: string;
  readonly startMs: number;
}

const environment = process.env;
const testData = environment["TAMTAM_TEST_DATA"];
const promptAudio = environment["TAMTAM_ASTERISK_PROMPTS"] ?? "/usr/share/asterisk/sounds/en_US_f_Allison";
const models = (environment["TAMTAM_BENCH_MODELS"] ?? "base,tiny").split(",") as ModelName[]; // checked by use: an unknown name has no files

const GOALS_PERCENT: Readonly<Record<string, string>> = {
  "base transcriber, prompts": "3.6",
  "base transcriber, references": "6.0",
};
const WORD_START_GOAL_MS = 60;

async function promptClips(speechDir: string): Promise<Clip[]> {
  const prompts: { file: string; text: string }[] = JSON.parse(
    await readFile(join(speechDir, "asterisk-prompts.json"), "utf8"),
  );
  const audio = (await readdir(promptAudio, { recursive: true })).toSorted();
  // The list is in the order of whole paths and names files by their last part, which a few share.
  const pathOf = (file: string, index: number): string => {
    const earlierCount = prompts.slice(0, index).filter((prompt) => prompt.file === file).length;
    return audio.filter((path) => basename(path) === file)[earlierCount] ?? file;
  };
  const clips = prompts.map(({ file, text }, index) => ({ path: join(promptAudio, pathOf(file, index)), text }));
  const present = clips.filter(({ path }) => existsSync(path));
  if (present.length < clips.length) console.log(`${clips.length - present.length} prompts are not in ${promptAudio}.`);
  return present;
}

async function referenceClips(speechDir: string): Promise<Clip[]> {
  const references: { file: string; text: string }[] = JSON.parse(
    await readFile(join(speechDir, "references.json"), "utf8"),
  );
  return references.map(({ file, text }) => ({ path: join(speechDir, file), text }));
}

type Listener = (samples: Float32Array) => Promise<string>;

async function measureErrors(listen: Listener, label: string, clips: readonly Clip[]): Promise<void> {
  let errorCount = 0;
  let referenceCount = 0;
  for (const { path, text } of clips) {
    const heard = await listen(await readSpeech(path));
    const errors = compareWords(plainWords(text), plainWords(heard));
    if (environment["TAMTAM_BENCH_VERBOSE"] !== undefined && errors.errorCount > 0) {
      console.log(`    ${errors.errorCount} ${path}\n      ${text}\n      ${heard}`);
    }
    errorCount += errors.errorCount;
    referenceCount += errors.referenceCount;
  }
  const percent = ((100 * errorCount) / referenceCount).toFixed(2);
  const goal = GOALS_PERCENT[label];
  const beside = goal === undefined ? "" : ` (goal ${goal} %)`;
  console.log(`${label}: ${percent} % of ${referenceCount} words wrong in ${clips.length} clips${beside}`);
}

function wholeClips(recogniser: Recogniser): Listener {
  return async (samples) => {
    const texts: string[] = [];
    for (const piece of cutAtQuiet(samples)) texts.push((await recogniser.recognise(piece)).text);
    return texts.join(" ");
  };
}

function throughTranscriber(transcriber: Transcriber): Listener {
  return async (samples) => {
    const audio = {
      channelCount: 1,
      sampleRateHz: 16_000 as const,
      durationMs: Math.floor(samples.length / 16),
      read: async (start: number, count: number) => [samples.slice(start, start + count)],
    };
    const options = { channels: [0], signal: new AbortController().signal };
    const [channel] = await transcriber.transcribe(audio, options);
    return (channel?.sentences ?? []).map(({ text }) => text).join(" ");
  };
}

async function measureStarts(
  recogniser: Recogniser,
  label: string,
  clips: readonly { readonly samples: Float32Array; readonly words: readonly TimedWord[] }[],
): Promise<void> {
  const errorsMs: number[] = [];
  for (const { samples, words } of clips) {
    const heard = await recogniser.recognise(samples);
    const single = (text: string): string => plainWords(text).join("");
    const reference = words.map(({ word }) => single(word));
    const { matches } = compareWords(
      reference,
      heard.words.map(({ text }) => single(text)),
    );
    for (const [ours, theirs] of matches) {
      errorsMs.push(Math.abs((heard.words[theirs]?.startMs ?? 0) - (words[ours]?.startMs ?? 0)));
    }
  }
  const sorted = errorsMs.toSorted((a, b) => a - b);
  const meanMs = sorted.reduce((sum, errorMs) => sum + errorMs, 0) / sorted.length;
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  console.log(
    `${label}: word starts off by ${meanMs.toFixed(0)} ms on average, median ${at(0.5)}, 90 % ${at(0.9)}, ` +
      `most ${at(1)}, of ${sorted.length} words (goal ${WORD_START_GOAL_MS} ms)`,
  );
}

async function leopardClip(speechDir: string): Promise<{ samples: Float32Array; words: TimedWord[] }> {
  const { tests }: { tests: { language_tests: { words: { word: string; start_sec: number }[] }[] } } = JSON.parse(
    await readFile(join(speechDir, "read/leopard_words.json"), "utf8"),
  );
  const words = tests.language_tests[0]?.words ?? [];
  return {
    samples: await readSpeech(join(speechDir, "read/leopard_test.wav")),
    words: words.map(({ word, start_sec }) => ({ word, startMs: 1000 * start_sec })),
  };
}

const speechDir = testData === undefined ? undefined : join(testData, "speech");
if (speechDir === undefined) console.log("TAMTAM_TEST_DATA is not set: only the project's own sentences are measured.");
const hasPrompts = speechDir !== undefined && existsSync(promptAudio);
if (speechDir !== undefined && !hasPrompts) {
  console.log(
    `No prompts in ${promptAudio}: install Debian's asterisk-core-sounds-en-wav or set TAMTAM_ASTERISK_PROMPTS.`,
  );
}
forbidTelemetry();
for (const name of models) {
  await using recogniser = await openRecogniser(await testModel(name));
  await measureStarts(recogniser, `${name} synthesised`, await spokenSentences());
  if (speechDir === undefined) continue;
  await measureStarts(recogniser, `${name} leopard`, [await leopardClip(speechDir)]);
  await using transcriber = createMoonshineTranscriber({ model: name, cacheDir: modelCacheDir(), workerCount: 1 });
  const listeners = { "whole clips": wholeClips(recogniser), transcriber: throughTranscriber(transcriber) };
  for (const [way, listen] of Object.entries(listeners)) {
    await measureErrors(listen, `${name} ${way}, references`, await referenceClips(speechDir));
    if (hasPrompts) await measureErrors(listen, `${name} ${way}, prompts`, await promptClips(speechDir));
  }
}
