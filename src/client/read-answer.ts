import { InvalidInputError, type InputProblem } from "../calls/errors.ts";
import { RemoteError, type RemoteErrorCode } from "../gong-api/remote-error.ts";
import { parseWireJson } from "../gong-api/wire-json.ts";
import type { WireReply } from "./send.ts";

const SHOWN_LENGTH = 200;

/** The JSON object that an answer is. @throws RemoteError for what is none: a gateway's page, an answer that broke off */
export function readObject(reply: WireReply, from: string): Record<string, unknown> {
  const read = parseObject(reply.text);
  if (read !== undefined) return read;
  const what = isPage(reply) ? "a web page" : "something that is no JSON";
  throw new RemoteError(
    "remote-unreadable",
    `${from} answered ${reply.status} with ${what} ("${preview(reply.text)}"). Something between here and there, such as a ` +
      "proxy or a sign-in page, may have answered instead; check the connection's base URL.",
    { status: reply.status },
  );
}

/** An answer that is not a success as an error: what was said, under which request id, and what to do. */
export function readError(reply: WireReply, from: string, nowMs: number): RemoteError | InvalidInputError {
  const body = parseObject(reply.text);
  const sentences = sentencesOf(body);
  const requestId = typeof body?.["requestId"] === "string" ? body["requestId"] : reply.headers["x-traceid"];
  const problems = reply.status === 400 ? fieldProblems(sentences) : undefined;
  if (problems) return new InvalidInputError(problems);
  const { code, mend, scope } = judge(reply.status, sentences);
  const said =
    sentences.length > 0 ? sentences.join("; ") : body === undefined ? `"${preview(reply.text)}"` : "no reason";
  const retryAfterMs = retryAfterOf(reply, nowMs);
  const until = retryAfterMs === undefined ? "" : ` It may be asked again from ${isoTime(nowMs + retryAfterMs)} on.`;
  const trace = requestId === undefined ? "" : ` (request ${requestId})`;
  return new RemoteError(code, `${from} answered ${reply.status}: ${said}${trace}. ${mend}${until}`, {
    status: reply.status,
    requestId,
    sentences,
    scope,
    retryAtMs: retryAfterMs === undefined ? undefined : nowMs + retryAfterMs,
  });
}

function sentencesOf(body: Record<string, unknown> | undefined): readonly string[] {
  const errors = body?.["errors"];
  return Array.isArray(errors) ? errors.map(String) : [];
}

interface Judgement {
  readonly code: RemoteErrorCode;
  readonly mend: string;
  readonly scope?: string | undefined;
}

function judge(status: number, sentences: readonly string[]): Judgement {
  const text = sentences.join("\n");
  if (/cursor has expired/i.test(text)) return { code: "cursor-expired", mend: "Start again without the cursor." };
  const scope = /permission to use '([^']+)'/.exec(text)?.[1];
  if (scope !== undefined) {
    return {
      code: "remote-scope",
      scope,
      mend: `Give the key or the app the scope ${scope}, or use another connection.`,
    };
  }
  if (status === 401) {
    return {
      code: "remote-key",
      mend: 'The key or its secret is wrong, ended or revoked: "tamtam connect" takes another.',
    };
  }
  if (status === 403) {
    return {
      code: "remote-denied",
      mend: "The key may not be used from this address, or what was asked is not part of the tenant's licence.",
    };
  }
  if (status === 404) return { code: "remote-not-found", mend: "A key that may not see it gets the same answer." };
  if (status === 409) return { code: "remote-conflict", mend: "It cannot be done in the state things are in there." };
  if (status === 429) return { code: "remote-limit", mend: "The company's limit of requests is reached." };
  if (status >= 500 && status !== 501)
    return { code: "remote-broken", mend: "The fault is on the other side; try again later." };
  return { code: "remote-refusal", mend: "The request was not accepted; the same again will not be either." };
}

/** Gong: `<field>: <reason>`; only where all of them are so. */
function fieldProblems(sentences: readonly string[]): InputProblem[] | undefined {
  const problems = sentences.flatMap((sentence) => {
    const [, parameter, message] = /^([A-Za-z]\w*(?:[.[\]\w]*)): (.+)$/s.exec(sentence) ?? [];
    return parameter === undefined || message === undefined ? [] : [{ parameter, message }];
  });
  return problems.length > 0 && problems.length === sentences.length ? problems : undefined;
}

/** Seconds, or a date. */
function retryAfterOf({ headers }: WireReply, nowMs: number): number | undefined {
  const text = headers["retry-after"]?.trim();
  if (text === undefined || text === "") return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(atMs - nowMs, 0);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  if (text.trim() === "") return {};
  try {
    const value = parseWireJson(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined; // just seen to be one
  } catch {
    return undefined;
  }
}

function isPage({ headers, text }: WireReply): boolean {
  return /html/i.test(headers["content-type"] ?? "") || /^\s*</.test(text);
}

function preview(text: string): string {
  const plain = text
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.length <= SHOWN_LENGTH ? plain : `${plain.slice(0, SHOWN_LENGTH)}…`;
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
