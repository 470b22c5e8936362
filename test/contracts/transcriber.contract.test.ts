import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { ChannelTranscript, HeardSentence, Transcriber } from "../../src/engine/transcription/transcriber.ts";
import { toneCall, toneSides } from "../support/tone-call.ts";
import { hearTones } from "../support/tone-speech.ts";
import { type TranscriberFixture, transcriberRules } from "./transcriber.contract.ts";

/** A small transcriber that keeps every rule: the ground that the broken ones differ from in one thing. */
const goodTranscriber: Transcriber = {
  provenance: { engine: "tones", model: "tones", version: "1" },
  capabilities: { languages: ["en"], wordTimes: "aligned", isOffline: true },
  async transcribe(audio, { channels, signal, languageCode = "en", onProgress }) {
    signal.throwIfAborted();
    if (!languageCode.startsWith("en")) {
      throw Object.assign(new Error(`no ${languageCode}, set up another`), { code: "language-unsupported" });
    }
    const samples = await audio.read(0, audio.durationMs * 16);
    await Promise.resolve();
    signal.throwIfAborted();
    onProgress?.(audio.durationMs);
    return channels.map((channel) => ({ channel, sentences: sentencesIn(samples[channel] ?? new Float32Array(0)) }));
  },
  async [Symbol.asyncDispose]() {},
};

function sentencesIn(samples: Float32Array): HeardSentence[] {
  return hearTones(samples).map((word) => ({ ...word, confidence: 0.9, isLowConfidence: false, words: [word] }));
}

type Breakage = (transcripts: readonly ChannelTranscript[]) => ChannelTranscript[];

/** The good transcriber with its answer changed. */
function answering(change: Breakage): Partial<Transcriber> {
  return { transcribe: async (audio, options) => change(await goodTranscriber.transcribe(audio, options)) };
}

const eachSentence = (change: (sentence: HeardSentence) => HeardSentence) =>
  answering((all) => all.map(({ channel, sentences }) => ({ channel, sentences: sentences.map(change) })));

const invented: HeardSentence = {
  text: "Thank you.",
  startMs: 0,
  endMs: 9,
  confidence: null,
  isLowConfidence: false,
  words: [],
};

const brokenTranscribers: Readonly<Record<keyof typeof transcriberRules, Partial<Transcriber>>> = {
  "hears each side on its own channel, in the order the channels were asked for": answering((all) =>
    all.map(({ sentences }, i) => ({ channel: all[all.length - 1 - i]?.channel ?? 0, sentences })),
  ),
  "gives sentences in order, with times where they are spoken": eachSentence((sentence) => ({
    ...sentence,
    startMs: sentence.startMs / 1000,
  })),
  "gives words that make up their sentence, inside its times": eachSentence((sentence) => ({ ...sentence, words: [] })),
  "gives confidence from 0 to 1, or none": eachSentence((sentence) => ({ ...sentence, confidence: -0.1 })),
  "hears nothing in silence": answering((all) =>
    all.map(({ channel, sentences }) => ({ channel, sentences: sentences.length > 0 ? sentences : [invented] })),
  ),
  "gives nothing for an empty recording": answering((all) => all.filter(({ sentences }) => sentences.length > 0)),
  "tells how far it is, never falling, to the end": {
    transcribe: (audio, options) =>
      goodTranscriber.transcribe(audio, { ...options, onProgress: () => options.onProgress?.(0.5) }),
  },
  "keeps recordings apart that are transcribed at once": lastRecordingWins(),
  "gives up within a second when told to": {
    transcribe: (audio, options) =>
      goodTranscriber.transcribe(audio, options).catch(() => [{ channel: 0, sentences: [] }]),
  },
  "does not begin when told to give up before": {
    transcribe: (audio, options) =>
      goodTranscriber.transcribe(audio, { ...options, signal: new AbortController().signal }),
  },
  "works on after it was told to give up": brokenByAbort(),
  "knows its own language with any region, and refuses one it does not know by name": {
    transcribe: (audio, options) => goodTranscriber.transcribe(audio, { ...options, languageCode: "en" }),
  },
  "says which engine, model and version made the transcript": { provenance: { engine: "", model: "", version: "" } },
};

/** Keeps the recording in a place that the next one overwrites. */
function lastRecordingWins(): Partial<Transcriber> {
  let last = toneCall;
  return {
    async transcribe(audio, options) {
      last = audio;
      await Promise.resolve();
      return goodTranscriber.transcribe(last, options);
    },
  };
}

function brokenByAbort(): Partial<Transcriber> {
  let isBroken = false;
  return {
    async transcribe(audio, options) {
      isBroken ||= options.signal.aborted;
      if (isBroken) throw new Error("the pool is closed");
      return goodTranscriber.transcribe(audio, options);
    },
  };
}

describe("the transcriber contract", () => {
  for (const [rule, check] of Object.entries(transcriberRules)) {
    test(`holds for a transcriber that ${rule}`, async () => {
      await check(fixtureOf(goodTranscriber));
    });
    test(`fails for one that does not: ${rule}`, async () => {
      const broken = { ...goodTranscriber, ...brokenTranscribers[rule] };
      await assert.rejects(check(fixtureOf(broken)));
    });
  }

  test("has a broken transcriber for every rule", () => {
    assert.deepEqual(Object.keys(brokenTranscribers), Object.keys(transcriberRules));
  });
});

function fixtureOf(transcriber: Transcriber): TranscriberFixture {
  return { transcriber, audio: toneCall, sides: toneSides, async [Symbol.asyncDispose]() {} };
}
