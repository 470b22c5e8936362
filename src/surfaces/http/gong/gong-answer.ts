import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { HttpEnv } from "../http-env.ts";

const compress = promisify(gzip);

/** Shorter answers fit into one packet anyway. */
const MIN_COMPRESSED_BYTES = 1400;

export interface AnswerOptions {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A body as Gong sends it: JSON with the request's id first, which is a header too. */
export async function gongAnswer(c: Context<HttpEnv>, body: object, options: AnswerOptions): Promise<Response> {
  const requestId = c.get("requestId");
  const bytes = withRequestId(requestId, body);
  const headers = {
    "Content-Type": "application/json;charset=UTF-8",
    "X-TraceId": requestId,
    Vary: "Accept-Encoding",
    ...options.headers,
  };
  const status = options.status as ContentfulStatusCode; // one of the tables of statuses, all of which have a body
  if (bytes.length < MIN_COMPRESSED_BYTES || !acceptsGzip(c.req.header("Accept-Encoding"))) {
    return c.body(bytes, status, headers);
  }
  return c.body(new Uint8Array(await compress(bytes)), status, { ...headers, "Content-Encoding": "gzip" });
}

/** The JSON of bodies that were sent before, as long as they live: the engine hands out the same object while nothing has changed. */
const written = new WeakMap<object, Uint8Array<ArrayBuffer>>();

function withRequestId(requestId: string, body: object): Uint8Array<ArrayBuffer> {
  const members = written.get(body) ?? writeMembers(body);
  written.set(body, members);
  return Buffer.concat([Buffer.from(`{"requestId":${JSON.stringify(requestId)}`), members]);
}

/** All of the JSON that follows the request's id. */
function writeMembers(body: object): Uint8Array<ArrayBuffer> {
  const { requestId: _another, ...members } = body as { readonly requestId?: unknown }; // any body may come from another server
  const text = JSON.stringify(members);
  return Buffer.from(text === "{}" ? "}" : `,${text.slice(1)}`);
}

function acceptsGzip(header: string | undefined): boolean {
  const offers = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((offer) => offer.trim().split(/\s*;\s*/));
  return offers.some(([name, ...terms]) => name === "gzip" && !terms.some((term) => /^q=0(?:\.0*)?$/.test(term)));
}
