import { once } from "node:events";
import type { Agent as HttpAgent } from "node:http";
import type { Agent as HttpsAgent } from "node:https";
import got, { type Request, type Response } from "got";

const MAX_REDIRECTS = 5;

export interface ReplyOptions {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly connectTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly signal: AbortSignal;
  /** `Range` and `If-Range`, when a fetch is continued. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A server's answer, its body not yet read. */
export interface MediaReply {
  readonly response: Response;
  readonly body: Request;
}

/** Asks for a recording, following redirects; every connection goes through the agents given. */
export async function openReply(url: URL, options: ReplyOptions): Promise<MediaReply> {
  const { connectTimeoutMs, idleTimeoutMs } = options;
  const body = got.stream(url, {
    agent: options.agents,
    headers: { ...options.headers, accept: "audio/*, video/*, application/octet-stream;q=0.9, */*;q=0.1" },
    decompress: false,
    throwHttpErrors: false,
    maxRedirects: MAX_REDIRECTS,
    retry: { limit: 0 },
    signal: options.signal,
    timeout: {
      lookup: connectTimeoutMs,
      connect: connectTimeoutMs,
      secureConnect: connectTimeoutMs,
      response: idleTimeoutMs,
      socket: idleTimeoutMs,
    },
  });
  // The error is also what reading the body throws; without a listener Node would end the process before anybody reads.
  body.on("error", () => {});
  const [response] = await once(body, "response");
  return { response, body };
}

/** The size of the whole recording, where the server says it. */
export function totalBytesOf(response: Response): number | undefined {
  const range = contentRangeOf(response);
  if (range) return range.totalBytes;
  const length = Number(response.headers["content-length"] ?? Number.NaN);
  return Number.isSafeInteger(length) ? length : undefined;
}

/** What a 206 or 416 says about the piece it holds: `bytes 10-99/100`, with a star for what is unknown. RFC 9110, 14.4. */
export function contentRangeOf(
  response: Response,
): { readonly start: number | undefined; readonly totalBytes: number | undefined } | undefined {
  const match = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(response.headers["content-range"] ?? "");
  if (!match) return undefined;
  const [, start, total] = match;
  return {
    start: start === undefined ? undefined : Number(start),
    totalBytes: total === undefined || total === "*" ? undefined : Number(total),
  };
}

/** What identifies this version of the recording for `If-Range`, which takes strong validators alone. RFC 9110, 13.1.5. */
export function validatorOf(response: Response): string | undefined {
  const { etag } = response.headers;
  if (etag !== undefined) return etag.startsWith('"') ? etag : undefined;
  return response.headers["last-modified"];
}
