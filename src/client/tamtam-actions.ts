import { ConflictError, InvalidInputError, type InputProblem, NotFoundError } from "../calls/errors.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import { answersInTime } from "./answers-in-time.ts";
import type { Credentials } from "./credentials.ts";
import { readError, readObject } from "./read-answer.ts";
import { type Send, SendError, type WireReply } from "./send.ts";

export interface TamtamServerParts {
  readonly baseUrl: string;
  readonly send: Send;
  readonly credentials: Credentials;
  readonly clock: () => number;
  readonly signal?: AbortSignal | undefined;
}

const TIMEOUT_MS = 60_000;
const HEALTH_TIMEOUT_MS = 10_000;

/** Whether the server is another Tamtam: it says so to everybody. */
export async function isTamtamServer({ baseUrl, send, signal }: Omit<TamtamServerParts, "credentials" | "clock">) {
  try {
    const reply = await answersInTime(send)({
      method: "GET",
      url: `${baseUrl}/health`,
      headers: {},
      timeoutMs: HEALTH_TIMEOUT_MS,
      signal,
    });
    const { status, version } = readObject(reply, baseUrl);
    return reply.status === 200 && status === "ok" && typeof version === "string";
  } catch (error) {
    if (error instanceof RemoteError) return false;
    throw error instanceof SendError ? unreachable(baseUrl, error) : error;
  }
}

/** Runs an action where the calls are, on another Tamtam server: it has a status for each call, an index, and can delete. */
export async function runRemoteAction(action: string, parameters: object, parts: TamtamServerParts): Promise<unknown> {
  const { baseUrl, credentials, clock } = parts;
  const host = new URL(baseUrl).host;
  const authorization = await credentials.authorization();
  let reply = await ask(action, parameters, authorization, parts);
  if (reply.status === 401 && (await credentials.renew?.(authorization))) {
    reply = await ask(action, parameters, await credentials.authorization(), parts);
  }
  const answer = readObject(reply, host);
  if (reply.status >= 200 && reply.status < 300) return answer;
  throw asError(reply, answer, host) ?? readError(reply, host, clock());
}

function ask(
  action: string,
  parameters: object,
  authorization: string,
  { baseUrl, send, signal }: TamtamServerParts,
): Promise<WireReply> {
  return answersInTime(send)({
    method: "POST",
    url: `${baseUrl}/connection/actions/${action}`,
    headers: { Accept: "application/json", "Content-Type": "application/json", Authorization: authorization },
    body: JSON.stringify(parameters),
    timeoutMs: TIMEOUT_MS,
    signal,
  }).catch((error: unknown) => {
    throw error instanceof SendError ? unreachable(baseUrl, error) : error;
  });
}

interface ErrorAnswer {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly problems?: unknown;
}

/** The other server's errors are ours. */
function asError(reply: WireReply, answer: Record<string, unknown>, host: string): Error | undefined {
  const { code, message, problems } = (answer["error"] ?? {}) as ErrorAnswer; // looked at below
  const text = String(message);
  if (code === "invalid-input" && Array.isArray(problems)) return new InvalidInputError(problems as InputProblem[]); // as every Tamtam says it
  if (code === "not-found") return new NotFoundError(text);
  if (code === "conflict") return new ConflictError(text);
  if (code === "access-key") return new RemoteError("remote-key", `${host}: ${text}`, { status: reply.status });
  if (code === "scope-missing") return new RemoteError("remote-scope", `${host}: ${text}`, { status: reply.status });
  return undefined;
}

function unreachable(baseUrl: string, cause: SendError): RemoteError {
  const message = `${new URL(baseUrl).host} does not answer: ${cause.message}. Check the network and the connection's base URL.`;
  return new RemoteError("remote-unreachable", message, { cause });
}
