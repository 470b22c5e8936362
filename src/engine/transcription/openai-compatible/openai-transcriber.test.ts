import { afterEach, expect, test } from "vitest";
import { toneCall } from "../../../../test/support/tone-call.ts";
import { audioOf, toneAudio } from "../../../../test/support/tone-speech.ts";
import {
  type Answer,
  type SeenUpload,
  startTranscriptionServer,
  type TranscriptionServerDouble,
  verboseAnswer,
} from "../../../../test/support/transcription-server.ts";
import type { ChannelAudio, TranscribeOptions } from "../transcriber.ts";
import { createOpenAiTranscriber, type OpenAiTranscriberOptions } from "./openai-transcriber.ts";

let server: TranscriptionServerDouble | undefined;
afterEach(async () => {
  await server?.[Symbol.asyncDispose]();
});

interface Asked {
  readonly audio?: ChannelAudio;
  readonly answer?: (upload: SeenUpload, attempt: number) => Answer;
  readonly server?: Partial<OpenAiTranscriberOptions>;
  readonly options?: Partial<TranscribeOptions>;
}

const greeting = toneAudio(5_000, [[{ startMs: 1_000, words: ["Hello", "there.", "Goodbye", "then."] }]]);

/** Transcribes channel 0 on a server that answers so. */
async function transcribe({ audio = greeting, answer, server: settings, options }: Asked = {}) {
  server = await startTranscriptionServer(answer);
  const transcriber = createOpenAiTranscriber({
    baseUrl: server.baseUrl,
    model: "whisper-1",
    retryCount: 0,
    ...settings,
  });
  const { signal } = new AbortController();
  const [transcript] = await transcriber.transcribe(audio, { channels: [0], signal, ...options });
  return { sentences: transcript?.sentences ?? [], uploads: server.uploads };
}

test("sends a mono WAV with what the API asks for", async () => {
  const { uploads } = await transcribe({ server: { apiKey: "sk-1" }, options: { languageCode: "pt-BR" } });
  expect(uploads).toHaveLength(1);
  const [upload] = uploads;
  expect(upload).toMatchObject({ path: "/v1/audio/transcriptions", authorization: "Bearer sk-1" });
  expect(upload?.fields).toMatchObject({
    model: ["whisper-1"],
    response_format: ["verbose_json"],
    "timestamp_granularities[]": ["word", "segment"],
    language: ["pt"],
  });
  const header = Buffer.from(upload?.wav ?? []);
  expect(header.toString("latin1", 0, 4) + header.toString("latin1", 8, 16)).toBe("RIFFWAVEfmt ");
  // 5 s at 16 kHz with 2 bytes each: 160,000 bytes of sound
  expect([header.readUInt16LE(22), header.readUInt32LE(24), header.readUInt32LE(40), header.length]).toEqual([
    1, 16_000, 160_000, 160_044,
  ]);
});

test("sends no key and no language where there are none", async () => {
  const { uploads } = await transcribe();
  expect(uploads[0]?.authorization).toBeUndefined();
  expect(uploads[0]?.fields).not.toHaveProperty("language");
});

test("words and segments give sentences with words, marks and confidence", async () => {
  const { sentences } = await transcribe();
  expect(sentences).toEqual([
    {
      text: "Hello there.",
      startMs: 1_000,
      endMs: 1_700,
      confidence: 0.819, // e^-0.2
      isLowConfidence: false,
      words: [
        { text: "Hello", startMs: 1_000, endMs: 1_300 },
        { text: "there.", startMs: 1_400, endMs: 1_700 },
      ],
    },
    expect.objectContaining({ text: "Goodbye then.", startMs: 1_800, endMs: 2_500 }),
  ]);
});

test("a long recording goes in pieces below the limit, cut where it is quiet, with times of the whole", async () => {
  const audio = toneAudio(40_000, [
    [
      { startMs: 1_000, words: ["Hello", "there."] },
      { startMs: 8_500, words: ["How", "are", "you", "today?"] },
      { startMs: 30_000, words: ["Goodbye", "then."] },
    ],
  ]);
  // 10 s of sound at 32,000 bytes a second and the header
  const { sentences, uploads } = await transcribe({ audio, server: { maxUploadBytes: 320_044 } });
  expect(uploads.every(({ wav }) => wav.length <= 320_044)).toBe(true);
  expect(sentences.map(({ text, startMs, endMs }) => ({ text, startMs, endMs }))).toEqual([
    { text: "Hello there.", startMs: 1_000, endMs: 1_700 },
    { text: "How are you today?", startMs: 8_500, endMs: 10_000 },
    { text: "Goodbye then.", startMs: 30_000, endMs: 30_700 },
  ]);
});

test("silence is not sent at all", async () => {
  const { sentences, uploads } = await transcribe({ audio: audioOf([new Float32Array(160_000)]) });
  expect([sentences, uploads]).toEqual([[], []]);
});

test("a server that knows no times is asked for the text from then on", async () => {
  const answer = ({ fields }: SeenUpload): Answer =>
    fields["response_format"]?.[0] === "verbose_json"
      ? {
          status: 400,
          body: { error: { message: "response_format 'verbose_json' is not compatible with this model" } },
        }
      : { body: { text: "Hello there." } };
  const { uploads } = await transcribe({ audio: toneCall, answer, options: { channels: [0, 1] } });
  expect(uploads.map(({ fields }) => fields["response_format"]?.[0])).toEqual(["verbose_json", "json", "json"]);
  expect(uploads[1]?.fields).not.toHaveProperty("timestamp_granularities[]");
});

test.each([
  [
    401,
    { error: { message: "Incorrect API key" } },
    "transcriber-refused",
    false,
    /401: Incorrect API key.*Check the API key/,
  ],
  [404, { detail: "Not Found" }, "transcriber-refused", false, /404: Not Found.*\/v1/],
  [413, "too big", "transcriber-refused", false, /413: too big.*smaller limit/],
  [400, { error: { message: "bad language" } }, "transcriber-refused", false, /bad language/],
  [
    429,
    { error: { code: "insufficient_quota", message: "no money" } },
    "transcriber-refused",
    false,
    /no money.*account/,
  ],
  [429, { error: { message: "slow down" } }, "transcriber-unreachable", true, /slow down.*retry later/],
  [503, "", "transcriber-unreachable", true, /503: nothing/],
  [500, { error: { message: "boom" } }, "transcriber-failed", true, /500: boom/],
  [200, "<html>Sign in</html>", "transcriber-failed", false, /<html>Sign in/],
  [307, "", "transcriber-failed", false, /something other than a transcription/],
])("an answer of %i %j is told as %s", async (status, body, code, isTransient, message) => {
  await expect(transcribe({ answer: () => ({ status, body }) })).rejects.toMatchObject({
    code,
    isTransient,
    message: expect.stringMatching(message),
  });
});

test("a busy server is asked again, with the whole upload", async () => {
  const { sentences, uploads } = await transcribe({
    server: { retryCount: 1 },
    answer: ({ words }, attempt) =>
      attempt === 1 ? { status: 503, body: "", headers: { "retry-after": "0" } } : { body: verboseAnswer(words) },
  });
  expect(uploads).toHaveLength(2);
  expect(uploads[1]?.wav).toEqual(uploads[0]?.wav);
  expect(sentences[0]?.text).toBe("Hello there.");
});

test("a server error is not asked again: the work may have been done", async () => {
  await expect(transcribe({ server: { retryCount: 3 }, answer: () => ({ status: 500, body: "" }) })).rejects.toThrow();
  expect(server?.uploads).toHaveLength(1);
});

test("a server that is not there is unreachable, by its address", async () => {
  server = await startTranscriptionServer();
  const { baseUrl } = server;
  await server[Symbol.asyncDispose]();
  const transcriber = createOpenAiTranscriber({ baseUrl, model: "whisper-1", retryCount: 0 });
  const { signal } = new AbortController();
  await expect(transcriber.transcribe(greeting, { channels: [0], signal })).rejects.toMatchObject({
    code: "transcriber-unreachable",
    isTransient: true,
    message: expect.stringContaining(baseUrl),
  });
});

test("a server that does not answer in time is unreachable", async () => {
  const never = new Promise<Answer>(() => {});
  server = await startTranscriptionServer(() => never);
  const transcriber = createOpenAiTranscriber({ baseUrl: server.baseUrl, model: "m", retryCount: 0, timeoutMs: 50 });
  const { signal } = new AbortController();
  await expect(transcriber.transcribe(greeting, { channels: [0], signal })).rejects.toMatchObject({
    code: "transcriber-unreachable",
    message: expect.stringContaining("in time"),
  });
});

test("telling it to give up ends the waiting for an answer", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  const never = new Promise<Answer>(() => {});
  server = await startTranscriptionServer(() => {
    controller.abort(reason);
    return never;
  });
  const transcriber = createOpenAiTranscriber({ baseUrl: server.baseUrl, model: "m" });
  await expect(transcriber.transcribe(greeting, { channels: [0], signal: controller.signal })).rejects.toBe(reason);
});

test("a transcript says which model on which server made it", () => {
  const { provenance } = createOpenAiTranscriber({ baseUrl: "https://speech.example.com/v1", model: "whisper-1" });
  expect(provenance).toEqual({ engine: "openai-compatible", model: "whisper-1", version: "speech.example.com" });
});
