import type { ServerResponse } from "node:http";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { HttpEnv } from "../http-env.ts";
import { WrittenMembers } from "./written-members.ts";

/** Shorter answers fit into one packet anyway. */
const MIN_COMPRESSED_BYTES = 1400;
/** Shorter ones are copied faster than written in two pieces. */
const MIN_UNCOPIED_BYTES = 16_384;

export interface AnswerOptions {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Nobody looks at the answer's body on its way out, so it may be written in two pieces, of which the response has the second only. */
  readonly isInPieces?: boolean | undefined;
}

/** A body as Gong sends it: JSON with the request's id first, which is a header too. */
export async function gongAnswer(c: Context<HttpEnv>, body: object, options: AnswerOptions): Promise<Response> {
  return sendMembers(c, new WrittenMembers(body), options);
}

/** @param members of the answer, which may be sent several times */
export async function sendMembers(
  c: Context<HttpEnv>,
  members: WrittenMembers,
  options: AnswerOptions,
): Promise<Response> {
  const below = c.env as HttpEnv["Bindings"] | undefined; // a request that no server stands below may have none
  const { body, headers } = await membersAnswer(members, {
    requestId: c.get("requestId"),
    acceptEncoding: c.req.header("Accept-Encoding"),
    outgoing: options.isInPieces ? (below?.outgoing as ServerResponse | undefined) : undefined, // HTTP/1 is all that is spoken here
  });
  const status = options.status as ContentfulStatusCode; // one of the tables of statuses, all of which have a body
  return c.body(body, status, { ...headers, ...options.headers });
}

export interface MembersRequest {
  readonly requestId: string;
  readonly acceptEncoding: string | undefined;
  /** What the answer is written to, where it may be written in two pieces. */
  readonly outgoing: ServerResponse | undefined;
}

/** The body with its request's id, and the headers that go with it. */
export async function membersAnswer(
  members: WrittenMembers,
  { requestId, acceptEncoding, outgoing }: MembersRequest,
): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> }> {
  const head = Buffer.from(`{"requestId":${JSON.stringify(requestId)}`);
  const sizeBytes = head.length + members.bytes.length;
  const headers = {
    "Content-Type": "application/json;charset=UTF-8",
    "X-TraceId": requestId,
    Vary: "Accept-Encoding",
  };
  if (sizeBytes >= MIN_COMPRESSED_BYTES && acceptsGzip(acceptEncoding)) {
    return { body: await members.gzipAfter(head), headers: { ...headers, "Content-Encoding": "gzip" } };
  }
  if (outgoing === undefined || sizeBytes < MIN_UNCOPIED_BYTES) {
    return { body: Buffer.concat([head, members.bytes]), headers };
  }
  writeBefore(outgoing, head, members.bytes);
  return { body: members.bytes, headers: { ...headers, "Content-Length": String(sizeBytes) } };
}

/** Has `head` written when `body` is, and only then: an answer that takes the place of this one goes without. */
function writeBefore(outgoing: ServerResponse, head: Uint8Array, body: Uint8Array): void {
  const end = outgoing.end.bind(outgoing) as (...given: unknown[]) => ServerResponse; // it takes several forms
  outgoing.end = (...given: unknown[]) => {
    if (given[0] === body) outgoing.write(head);
    return end(...given);
  };
}

function acceptsGzip(header: string | undefined): boolean {
  if (header === undefined) return false;
  const offers = header
    .toLowerCase()
    .split(",")
    .map((offer) => offer.trim().split(/\s*;\s*/));
  return offers.some(([name, ...terms]) => name === "gzip" && !terms.some((term) => /^q=0(?:\.0*)?$/.test(term)));
}
