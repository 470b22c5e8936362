import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type {
  ChannelAudio,
  ChannelTranscript,
  HeardSentence,
  TranscribeOptions,
  Transcriber,
} from "../../src/engine/transcription/transcriber.ts";
import { audioOf } from "../support/tone-speech.ts";

/** What a transcriber is tried on. */
export interface TranscriberFixture extends AsyncDisposable {
  readonly transcriber: Transcriber;
  /** A recording of two sides, and for each channel what is said on it and nowhere else, and when. */
  readonly audio: ChannelAudio;
  readonly sides: readonly { readonly words: readonly string[]; readonly startMs: number; readonly endMs: number }[];
}

/** Word times of real recognisers are off by this much now and then. */
const TOLERANCE_MS = 400;
const ABORT_LIMIT_MS = 1_000;
const SILENCE_SECONDS = 12;

/** What every transcriber must do, each as a sentence; they fail by throwing. */
export const transcriberRules: Readonly<Record<string, (fixture: TranscriberFixture) => Promise<void>>> = {
  "hears each side on its own channel, in the order the channels were asked for": async (fixture) => {
    for (const channels of [[0, 1], [1, 0], [1]]) {
      const transcripts = await transcribe(fixture, { channels });
      assert.deepEqual(
        transcripts.map(({ channel }) => channel),
        channels,
      );
      for (const { channel, sentences } of transcripts) {
        for (const [side, { words }] of fixture.sides.entries()) {
          const heard = wordsOf(sentences);
          for (const word of words)
            assert.equal(heard.includes(word), side === channel, `"${word}" on channel ${channel}`);
        }
      }
    }
  },
  "gives sentences in order, with times where they are spoken": async (fixture) => {
    for (const [channel, { sentences }] of (await transcribe(fixture)).entries()) {
      const side = fixture.sides[channel];
      assert.ok(side);
      const starts = sentences.map((sentence) => sentence.startMs);
      assert.deepEqual(starts, starts.toSorted(byNumber));
      for (const { startMs, endMs, text } of sentences) {
        assert.ok(text.trim() === text && text !== "", `a sentence reads ${JSON.stringify(text)}`);
        assert.ok(startMs >= side.startMs - TOLERANCE_MS && startMs <= endMs, `"${text}" starts at ${startMs} ms`);
        assert.ok(endMs <= side.endMs + TOLERANCE_MS, `"${text}" ends at ${endMs} ms`);
      }
    }
  },
  "gives words that make up their sentence, inside its times": async (fixture) => {
    const sentences = (await transcribe(fixture)).flatMap((transcript) => transcript.sentences);
    for (const { text, words, startMs, endMs } of sentences) {
      if (fixture.transcriber.capabilities.wordTimes === "none") assert.deepEqual(words, []);
      else assert.equal(words.map((word) => word.text).join(" "), text);
      const times = words.flatMap((word) => [word.startMs, word.endMs]);
      assert.deepEqual(times, times.toSorted(byNumber));
      for (const time of times)
        assert.ok(Number.isInteger(time) && time >= startMs && time <= endMs, `a word at ${time} ms`);
    }
  },
  "gives confidence from 0 to 1, or none": async (fixture) => {
    for (const { confidence } of (await transcribe(fixture)).flatMap((transcript) => transcript.sentences)) {
      assert.ok(confidence === null || (confidence >= 0 && confidence <= 1), `confidence ${confidence}`);
    }
  },
  "hears nothing in silence": async (fixture) => {
    const audio = audioOf([new Float32Array(SILENCE_SECONDS * 16_000)]);
    const transcripts = await transcribe({ ...fixture, audio }, { channels: [0] });
    assert.deepEqual(transcripts, [{ channel: 0, sentences: [] }]);
  },
  "gives nothing for an empty recording": async (fixture) => {
    const transcripts = await transcribe({ ...fixture, audio: audioOf([new Float32Array(0)]) }, { channels: [0] });
    assert.deepEqual(transcripts, [{ channel: 0, sentences: [] }]);
  },
  "tells how far it is, never falling, to the end": async (fixture) => {
    const told: number[] = [];
    await transcribe(fixture, { onProgress: (doneMs) => told.push(doneMs) });
    assert.deepEqual(told, told.toSorted(byNumber));
    assert.equal(told.at(-1), fixture.audio.durationMs);
  },
  "keeps recordings apart that are transcribed at once": async (fixture) => {
    const alone = await transcribe(fixture);
    const swapped = { ...fixture, audio: swappedChannels(fixture.audio) };
    const [first, other] = await Promise.all([transcribe(fixture), transcribe(swapped)]);
    assert.deepEqual(textsOf(first), textsOf(alone));
    assert.deepEqual(textsOf(other), textsOf(alone).toReversed());
  },
  "gives up within a second when told to": async (fixture) => {
    const controller = new AbortController();
    const reason = new Error("the caller went away");
    let abortedAt = 0;
    const audio: ChannelAudio = {
      ...fixture.audio,
      read: (start, count) => {
        queueMicrotask(() => {
          abortedAt ||= performance.now();
          controller.abort(reason);
        });
        return fixture.audio.read(start, count);
      },
    };
    await assert.rejects(transcribe({ ...fixture, audio }, { signal: controller.signal }), (error) => error === reason);
    assert.ok(performance.now() - abortedAt < ABORT_LIMIT_MS);
  },
  "does not begin when told to give up before": async (fixture) => {
    const reason = new Error("too late");
    await assert.rejects(transcribe(fixture, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
  },
  "works on after it was told to give up": async (fixture) => {
    await assert.rejects(transcribe(fixture, { signal: AbortSignal.abort(new Error("never mind")) }));
    assert.deepEqual(textsOf(await transcribe(fixture)), textsOf(await transcribe(fixture)));
  },
  "knows its own language with any region, and refuses one it does not know by name": async (fixture) => {
    const { languages } = fixture.transcriber.capabilities;
    const known = languages === "any" ? "en" : (languages[0] ?? "en");
    assert.notDeepEqual(textsOf(await transcribe(fixture, { languageCode: `${known}-US` })), [[], []]);
    if (languages === "any") return;
    await assert.rejects(transcribe(fixture, { languageCode: "tlh-KX" }), {
      code: "language-unsupported",
      message: /tlh-KX/,
    });
  },
  "says which engine, model and version made the transcript": async ({ transcriber }) => {
    const { engine, model, version } = transcriber.provenance;
    for (const part of [engine, model, version]) assert.notEqual(part, "");
  },
};

/** Runs every rule on a fresh fixture's adapter; the fixture is made once. */
export function describeTranscriberContract(name: string, makeFixture: () => Promise<TranscriberFixture>): void {
  describe(`${name} as a transcriber`, () => {
    for (const [rule, check] of Object.entries(transcriberRules)) {
      test(rule, async () => {
        await using fixture = await makeFixture();
        await check(fixture);
      });
    }
  });
}

function transcribe(
  { transcriber, audio }: TranscriberFixture,
  options: Partial<TranscribeOptions> = {},
): Promise<readonly ChannelTranscript[]> {
  return transcriber.transcribe(audio, { channels: [0, 1], signal: new AbortController().signal, ...options });
}

function swappedChannels(audio: ChannelAudio): ChannelAudio {
  return { ...audio, read: async (start, count) => (await audio.read(start, count)).toReversed() };
}

function textsOf(transcripts: readonly ChannelTranscript[]): string[][] {
  return transcripts.map(({ sentences }) => sentences.map((sentence) => sentence.text));
}

function wordsOf(sentences: readonly HeardSentence[]): string[] {
  return sentences.flatMap(({ text }) => text.toLowerCase().match(/[a-z0-9']+/g) ?? []);
}

function byNumber(a: number, b: number): number {
  return a - b;
}
