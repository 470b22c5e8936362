import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { hearTones, type ToneWord } from "./tone-speech.ts";

/** One upload as a server sees it. */
export interface SeenUpload {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly wav: Uint8Array;
  readonly words: readonly ToneWord[];
}

export interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TranscriptionServerDouble extends AsyncDisposable {
  readonly baseUrl: string;
  readonly uploads: readonly SeenUpload[];
}

const WAV_HEADER_BYTES = 44;

/** The far end of the network: a server on this machine that hears the tones of `tone-speech.ts`. */
export async function startTranscriptionServer(
  answer: (upload: SeenUpload, attempt: number) => Answer | Promise<Answer> = (upload) => ({
    body: verboseAnswer(upload.words),
  }),
): Promise<TranscriptionServerDouble> {
  const uploads: SeenUpload[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const upload = await readUpload(request);
    uploads.push(upload);
    const { status = 200, body, headers = {} } = await answer(upload, uploads.length);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    uploads,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What OpenAI's `verbose_json` says of these words: bare words, and segments with the marks. */
export function verboseAnswer(words: readonly ToneWord[]): Record<string, unknown> {
  const text = words.map((word) => word.text).join(" ");
  const seconds = { start: (words[0]?.startMs ?? 0) / 1000, end: (words.at(-1)?.endMs ?? 0) / 1000 };
  return {
    task: "transcribe",
    language: "english",
    text,
    words: words.map((word) => ({
      word: word.text.replaceAll(/[.?]/g, ""),
      start: word.startMs / 1000,
      end: word.endMs / 1000,
    })),
    segments:
      words.length === 0 ? [] : [{ id: 0, text: ` ${text}`, ...seconds, avg_logprob: -0.2, no_speech_prob: 0.01 }],
  };
}

async function readUpload(request: IncomingMessage): Promise<SeenUpload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = new Response(Buffer.concat(chunks), {
    headers: { "content-type": request.headers["content-type"] ?? "" },
  });
  const form = await body.formData();
  const file = form.get("file");
  if (!(file instanceof Blob)) throw new Error("no file was sent");
  const wav = new Uint8Array(await file.arrayBuffer());
  const pcm = new Int16Array(wav.slice(WAV_HEADER_BYTES).buffer);
  return {
    path: request.url ?? "",
    authorization: request.headers.authorization,
    fields: Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)])),
    wav,
    words: hearTones(Float32Array.from(pcm, (sample) => sample / 32_767)),
  };
}
