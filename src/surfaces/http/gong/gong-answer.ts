import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { HttpEnv } from "../http-env.ts";

const compress = promisify(gzip);

/** Shorter answers fit into one packet anyway. */
const MIN_COMPRESSED_CHARACTERS = 1400;

export interface AnswerOptions {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A body as Gong sends it: JSON with the request's id first, which is a header too. */
export async function gongAnswer(c: Context<HttpEnv>, body: object, options: AnswerOptions): Promise<Response> {
  const requestId = c.get("requestId");
  const text = JSON.stringify(Object.assign({ requestId }, body, { requestId }));
  const headers = {
    "Content-Type": "application/json;charset=UTF-8",
    "X-TraceId": requestId,
    Vary: "Accept-Encoding",
    ...options.headers,
  };
  const status = options.status as ContentfulStatusCode; // one of the tables of statuses, all of which have a body
  if (text.length < MIN_COMPRESSED_CHARACTERS || !acceptsGzip(c.req.header("Accept-Encoding"))) {
    return c.body(text, status, headers);
  }
  return c.body(new Uint8Array(await compress(text)), status, { ...headers, "Content-Encoding": "gzip" });
}

function acceptsGzip(header: string | undefined): boolean {
  const offers = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((offer) => offer.trim().split(/\s*;\s*/));
  return offers.some(([name, ...terms]) => name === "gzip" && !terms.some((term) => /^q=0(?:\.0*)?$/.test(term)));
}
