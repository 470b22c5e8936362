import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSpeech } from "./read-speech.ts";

export interface SpokenWord {
  readonly word: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface SpokenSentence {
  readonly file: string;
  readonly text: string;
  readonly words: readonly SpokenWord[];
  readonly samples: Float32Array;
}

const FOLDER = join(import.meta.dirname, "../fixtures/speech");

/** The synthesised sentences that are part of the project, with the exact time of each word. */
export async function spokenSentences(): Promise<SpokenSentence[]> {
  const sentences: Omit<SpokenSentence, "samples">[] = JSON.parse(await readFile(join(FOLDER, "words.json"), "utf8"));
  return Promise.all(
    sentences.map(async (sentence) => ({ ...sentence, samples: await readSpeech(join(FOLDER, sentence.file)) })),
  );
}

/** Public recordings of people, where `TAMTAM_TEST_DATA` says they are; none otherwise. */
export async function recordedSpeech(): Promise<{ readonly file: string; readonly samples: Float32Array }[]> {
  const testData = process.env["TAMTAM_TEST_DATA"];
  const folder = join(testData ?? "", "speech/read");
  if (testData === undefined || !existsSync(folder)) return [];
  const files = (await readdir(folder)).filter((file) => file.endsWith(".wav"));
  return Promise.all(files.map(async (file) => ({ file, samples: await readSpeech(join(folder, file)) })));
}
