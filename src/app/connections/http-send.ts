import { once } from "node:events";
import { Readable } from "node:stream";
import got, { type Response } from "got";
import { type Send, SendError, type WireReply, type WireRequest } from "../../client/send.ts";

/** A page of a hundred long transcripts is a tenth of it. */
const MAX_REPLY_BYTES = 256_000_000;
const CONNECT_TIMEOUT_MS = 20_000;

/** Failures of these come before anything was sent. */
const NEVER_ARRIVED = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH", "EHOSTUNREACH", "EHOSTDOWN"];
const CONNECTING = ["lookup", "connect", "secureConnect"];

/** Sends requests over Node's own HTTP, which can give GET a body. */
export const httpSend: Send = async (request) => {
  request.signal?.throwIfAborted();
  try {
    return await exchange(request);
  } catch (error) {
    request.signal?.throwIfAborted();
    throw asSendError(error, request.timeoutMs);
  }
};

async function exchange({ method, url, headers, body, timeoutMs, signal }: WireRequest): Promise<WireReply> {
  const stream = got.stream(url, {
    method: method as "GET", // every method of the operation table is one that got knows
    headers,
    ...(body !== undefined && { allowGetBody: true, body: typeof body === "string" ? body : Readable.from(body) }),
    ...(signal && { signal }),
    throwHttpErrors: false,
    followRedirect: false,
    decompress: true,
    retry: { limit: 0 },
    timeout: {
      lookup: CONNECT_TIMEOUT_MS,
      connect: CONNECT_TIMEOUT_MS,
      secureConnect: CONNECT_TIMEOUT_MS,
      socket: timeoutMs,
    },
  });
  // A stream without a body waits for one to be written, with GET alone excepted.
  if (body === undefined && method !== "GET") stream.end();
  // The error is also what waiting for the answer throws; without a listener Node would end the process first.
  stream.on("error", () => {});
  const [response] = (await once(stream, "response")) as [Response]; // the event's only argument
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_REPLY_BYTES) throw new Error(`the answer is larger than ${MAX_REPLY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return {
    status: response.statusCode,
    headers: response.headers as WireReply["headers"], // those that are lists are not looked at
    text: Buffer.concat(chunks).toString("utf8"),
  };
}

/** Without what got hangs on its errors: the request's headers are in there. */
function asSendError(error: unknown, timeoutMs: number): SendError {
  const facts = error as { code?: unknown; event?: unknown; message?: unknown }; // whatever was thrown may have these
  const code = typeof facts.code === "string" ? facts.code : "";
  const isEarly = NEVER_ARRIVED.includes(code) || CONNECTING.includes(String(facts.event));
  const wasSilence = code === "ETIMEDOUT" && facts.event === "socket";
  const reason = typeof facts.message === "string" && facts.message !== "" ? facts.message : code || "unknown trouble";
  return new SendError(wasSilence ? `nothing came for ${timeoutMs / 1000} s` : reason, {
    mayHaveArrived: !isEarly,
    wasSilence: code === "ETIMEDOUT",
  });
}
