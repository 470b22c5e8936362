import type { GongApi } from "../gong-api/gong-api.ts";
import type { ServedOperation } from "../gong-api/operation.ts";
import { operations } from "../gong-api/operations.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import { answersInTime } from "./answers-in-time.ts";
import type { Credentials } from "./credentials.ts";
import { emptyAnswer } from "./empty-answers.ts";
import type { MediaFile } from "./multipart.ts";
import { readError, readObject } from "./read-answer.ts";
import type { RequestBudget } from "./request-budget.ts";
import { isRepeatable, type JudgeFailure, type RetryPolicy, retryPolicy, withRetries } from "./retry.ts";
import { type Send, SendError, type Sleep, type WireReply } from "./send.ts";
import { writeRequest } from "./write-request.ts";

export interface GongClientParts {
  /** Without a slash at its end and without `/v2`: `https://us-12345.api.gong.io`. */
  readonly baseUrl: string;
  readonly send: Send;
  readonly credentials: Credentials;
  readonly budget: RequestBudget;
  readonly clock: () => number;
  readonly random: () => number;
  readonly sleep: Sleep;
  /** How long the other side may be silent. A minute by default, five for a recording that was sent. */
  readonly timeoutMs?: number | undefined;
  readonly policy?: RetryPolicy | undefined;
  /** Ends every request of this client. */
  readonly signal?: AbortSignal | undefined;
}

const TIMEOUT_MS = 60_000;
const UPLOAD_TIMEOUT_MS = 300_000;
/** What a faulty server asks for beyond this is for the caller to wait for. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Gong's operations over HTTP. An empty list that Gong answers with 404 is an empty list here. Every operation throws RemoteError, and
 * InvalidInputError where the other side names fields.
 */
export function createGongClient(parts: GongClientParts): GongApi {
  const served = operations.filter((operation) => operation.support === "served");
  const functions = served.map((operation) => [operation.id, (request: object) => call(operation, request, parts)]);
  return Object.fromEntries(functions) as GongApi; // its members are exactly the operations that are served
}

async function call(operation: ServedOperation, request: object, parts: GongClientParts): Promise<object> {
  const { policy = retryPolicy, sleep, random, signal } = parts;
  try {
    const judge = judgeFor(operation, request, parts.clock);
    return await withRetries(() => attempt(operation, request, parts), judge, { policy, sleep, random, signal });
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    throw new RemoteError(
      "remote-unreachable",
      `${new URL(parts.baseUrl).host} does not answer: ${error.message}. Check the network and the connection's base URL.`,
      { cause: error },
    );
  }
}

async function attempt(operation: ServedOperation, request: object, parts: GongClientParts): Promise<object> {
  const authorization = await parts.credentials.authorization();
  const reply = await ask(operation, request, authorization, parts);
  const isTokenRefused = reply.status === 401 && !/permission to use '/.test(reply.text);
  if (!isTokenRefused || !(await parts.credentials.renew?.(authorization)))
    return accept(operation, request, reply, parts);
  const renewed = await parts.credentials.authorization();
  return accept(operation, request, await ask(operation, request, renewed, parts), parts);
}

async function ask(
  operation: ServedOperation,
  request: object,
  authorization: string,
  { baseUrl, budget, send, signal, timeoutMs }: GongClientParts,
): Promise<WireReply> {
  const written = writeRequest(operation, request, baseUrl);
  await budget.take(signal);
  const limitMs = timeoutMs ?? (operation.parts.file === undefined ? TIMEOUT_MS : UPLOAD_TIMEOUT_MS);
  const headers = { Accept: "application/json", ...written.headers, Authorization: authorization };
  return answersInTime(send)({ ...written, headers, timeoutMs: limitMs, signal });
}

async function accept(
  operation: ServedOperation,
  request: object,
  reply: WireReply,
  { baseUrl, clock, budget }: GongClientParts,
): Promise<object> {
  const from = new URL(baseUrl).host;
  if (reply.status >= 200 && reply.status < 300) return readObject(reply, from);
  const error = readError(reply, from, clock());
  if (!(error instanceof RemoteError)) throw error;
  const empty = reply.status === 404 ? emptyAnswer(operation.id, request, error.sentences) : undefined;
  if (empty !== undefined) return empty;
  if (reply.status === 429 && error.retryAtMs !== undefined) await budget.pause(error.retryAtMs - clock());
  throw error;
}

/** A refusal for the limit did nothing and costs the next attempt its wait; all else is repeated only where that does no harm. */
function judgeFor(operation: ServedOperation, request: object, clock: () => number): JudgeFailure {
  const file = (request as { file?: MediaFile }).file; // only a recording's request has one
  const canSendAgain = file === undefined || file.isRepeatable === true;
  return (error) => {
    if (!canSendAgain) return undefined;
    if (error instanceof SendError) {
      return isRepeatable(operation) || !error.mayHaveArrived ? { isSilence: error.wasSilence } : undefined;
    }
    if (!(error instanceof RemoteError)) return undefined;
    if (error.status === 429) return error.retryAtMs === undefined ? {} : { waitMs: 0, isRefusal: true };
    const isFaulty = error.code === "remote-broken" || error.code === "remote-unreadable";
    if (!isFaulty || !isRepeatable(operation)) return undefined;
    if (error.retryAtMs === undefined) return {};
    const waitMs = error.retryAtMs - clock();
    return waitMs <= LONGEST_PAUSE_MS ? { waitMs: Math.max(waitMs, 0) } : undefined;
  };
}
