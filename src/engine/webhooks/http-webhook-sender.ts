import { once } from "node:events";
import type { Agent as HttpAgent } from "node:http";
import type { Agent as HttpsAgent } from "node:https";
import got, { type Request, type Response } from "got";
import type { SentMessage, WebhookMessage, WebhookSender } from "./webhook-sender.ts";

export interface HttpWebhookSenderOptions {
  /** Through which every connection goes: they decide which addresses may be reached. */
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** For all of it, from looking up the name to the answer. */
  readonly timeoutMs: number;
}

/** So much of an answer is kept. */
const ANSWER_BYTES = 1000;

/** Sends over http and https. A redirect is an answer like any other: where it points to, nobody set. */
export class HttpWebhookSender implements WebhookSender {
  readonly #options: HttpWebhookSenderOptions;

  constructor(options: HttpWebhookSenderOptions) {
    this.#options = options;
  }

  async send(message: WebhookMessage, signal: AbortSignal): Promise<SentMessage> {
    const request = this.#request(message, signal);
    try {
      const [response] = (await once(request, "response")) as [Response]; // what the event comes with
      return { status: response.statusCode, answer: await firstCharacters(request) };
    } catch (error) {
      signal.throwIfAborted();
      return failureOf(error, message.url);
    } finally {
      request.destroy();
    }
  }

  #request({ url, body, headers }: WebhookMessage, signal: AbortSignal): Request {
    const request = got.stream.post(url, {
      body,
      headers: { "user-agent": "Tamtam", ...headers, "content-type": "application/json;charset=UTF-8" },
      agent: this.#options.agents,
      followRedirect: false,
      throwHttpErrors: false,
      retry: { limit: 0 },
      timeout: { request: this.#options.timeoutMs },
      signal,
    });
    // The error is also what waiting for the answer throws; without a listener Node would end the process before.
    request.on("error", () => {});
    return request;
  }
}

/** An answer that breaks off was an answer all the same: its status is what counts. */
async function firstCharacters(body: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= ANSWER_BYTES) break;
    }
  } catch {
    // What has come is kept.
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString("utf8");
}

function failureOf(error: unknown, url: string): SentMessage {
  const forbidden = causesOf(error).find((cause) => codeOf(cause) === "FORBIDDEN_ADDRESS");
  if (forbidden instanceof Error) {
    const mend = "an operator can allow it in TAMTAM_WEBHOOK_ALLOW_HOSTS";
    return { failure: `${forbidden.message}, an address inside a private network; ${mend}`, isHopeless: true };
  }
  const code = codeOf(error);
  const { host } = new URL(url);
  switch (code) {
    case "ETIMEDOUT":
      return { failure: `${host} took too long to answer` };
    case "ECONNREFUSED":
      return { failure: `${host} refused the connection` };
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { failure: `${host} is not known` };
    default:
      return { failure: `the connection to ${host} failed (${code})` };
  }
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at instanceof Error && causes.length < 10; at = at.cause) causes.push(at);
  return causes;
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "unknown";
}
