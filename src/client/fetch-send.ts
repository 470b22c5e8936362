import { type Send, SendError, type WireReply, type WireRequest } from "./send.ts";

const MAX_REPLY_BYTES = 256_000_000;

/** Node says so where nobody was reached; a browser says nothing, so that what writes is not sent again there. */
const NEVER_ARRIVED: readonly unknown[] = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH", "EHOSTUNREACH"];

/** The global `fetch`, or one like it. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** Sends requests with `fetch`, which can give GET no body: Gong's `getCrmObjects` cannot be asked so. */
export function fetchSend(fetch: Fetch): Send {
  return async (request) => {
    const silence = silenceLimit(request.timeoutMs);
    const signals = request.signal === undefined ? [silence.signal] : [silence.signal, request.signal];
    try {
      request.signal?.throwIfAborted();
      const response = await fetch(request.url, optionsOf(request, AbortSignal.any(signals), silence.heard));
      silence.heard();
      return await readReply(response, silence.heard);
    } catch (error) {
      request.signal?.throwIfAborted();
      const mayHaveArrived = !NEVER_ARRIVED.includes(codeOf(error));
      throw new SendError(reasonOf(error), { mayHaveArrived, wasSilence: silence.signal.aborted });
    } finally {
      silence.end();
    }
  };
}

function optionsOf({ method, headers, body }: WireRequest, signal: AbortSignal, heard: () => void): RequestInit {
  const options = { method, headers, redirect: "manual", signal } as const;
  if (body === undefined || typeof body === "string") return { ...options, body: body ?? null };
  const bytes = streamOf(noted(body, heard));
  return { ...options, body: bytes, duplex: "half" } as RequestInit; // `duplex` is in the standard, not in the type
}

/** Bytes that leave show that the other side takes them. */
async function* noted(bytes: AsyncIterable<Uint8Array>, heard: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    heard();
    yield chunk;
  }
}

/** Not `ReadableStream.from`, which not every browser has. */
function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}

/** Not `for await` of the stream, which not every browser has. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

async function readReply(response: Response, heard: () => void): Promise<WireReply> {
  // A browser tells nothing of where it was sent on to.
  if (response.type === "opaqueredirect") throw new Error("the answer is a redirect, which is not followed");
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ? chunksOf(response.body) : []) {
    heard();
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_REPLY_BYTES) throw new Error(`the answer is larger than ${MAX_REPLY_BYTES} bytes`);
    texts.push(decoder.decode(chunk, { stream: true }));
  }
  texts.push(decoder.decode());
  return { status: response.status, headers: Object.fromEntries(response.headers), text: texts.join("") };
}

/** A signal that aborts when nothing was heard for so long. */
function silenceLimit(timeoutMs: number) {
  const silent = new AbortController();
  const end = () => silent.abort(new Error(`nothing came for ${timeoutMs / 1000} s`));
  let timer = setTimeout(end, timeoutMs);
  return {
    signal: silent.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(end, timeoutMs);
    },
    end: () => clearTimeout(timer),
  };
}

/** Node's `fetch` says "fetch failed" and has the reason as the cause. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}

function codeOf(error: unknown): unknown {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}
