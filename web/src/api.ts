import type { InputProblem } from "../../src/calls/errors.ts";
import type { ClientApi } from "../../src/client/create-client.ts";
import { AnswerError } from "./answer-error.ts";
import type { Session } from "./session.ts";

export interface Api {
  readonly session: Session;
  /** An action of the embedded engine. @throws AnswerError */
  runAction<Answer>(action: string, parameters: object, signal?: AbortSignal): Promise<Answer>;
  /** What Gong's API lacks: `path` is below `/tamtam/v1/`. @throws AnswerError */
  askTamtam<Answer>(method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, body?: object): Promise<Answer>;
  /** Gong's own operations. @throws AnswerError */
  askGong<Answer>(ask: (gong: ClientApi) => Promise<Answer>): Promise<Answer>;
  readHealth(): Promise<{ readonly status: string; readonly version: string }>;
}

/** The folder that the page is served from. Every scene's address is one name long. */
const base = new URL(".", location.href);

/** The one place that asks the server. `signOut` is told when the key is not taken any more. */
export function createApi(session: Session, signOut: (reason: string) => void): Api {
  const authorization = basic(session);
  const ask = async <Answer>(method: string, path: string, body?: object, signal?: AbortSignal): Promise<Answer> =>
    noticing(signOut, () => askServer(method, path, { authorization, body, signal }));
  let gong: Promise<ClientApi> | undefined;
  return {
    session,
    runAction: (action, parameters, signal) => ask("POST", `connection/actions/${action}`, parameters, signal),
    askTamtam: (method, path, body) => ask(method, `tamtam/v1/${path}`, body),
    askGong: (asked) => noticing(signOut, async () => asked(await (gong ??= openGong(session))).catch(fromGong)),
    readHealth: () => askServer("GET", "health", {}),
  };
}

async function noticing<Answer>(signOut: (reason: string) => void, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AnswerError && error.isNoKey) signOut(error.message);
    throw error;
  }
}

function basic({ accessKey, accessKeySecret }: Session): string {
  const bytes = new TextEncoder().encode(`${accessKey}:${accessKeySecret}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}

interface Asked {
  readonly authorization?: string;
  readonly body?: object | undefined;
  readonly signal?: AbortSignal | undefined;
}

async function askServer<Answer>(
  method: string,
  path: string,
  { authorization, body, signal }: Asked,
): Promise<Answer> {
  const headers = {
    Accept: "application/json",
    ...(authorization && { Authorization: authorization }),
    ...(body && { "Content-Type": "application/json" }),
  };
  const response = await send(new URL(path, base).href, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer as Answer; // the server's own shape for this path
  throw refusalOf(response, answer);
}

/** Without what the browser remembers: else it would ask for name and password itself when a key is refused. */
async function send(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...options, credentials: "omit" });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const message = "The server does not answer. Is it still running?";
    throw new AnswerError(message, { status: 0, code: "unreachable", cause: error });
  }
}

interface RefusalBody {
  readonly error?: { readonly code?: string; readonly message?: string; readonly problems?: readonly InputProblem[] };
  readonly requestId?: string;
}

function refusalOf(response: Response, body: unknown): AnswerError {
  const { error = {}, requestId } = (body ?? {}) as RefusalBody; // the server's, or some proxy's without any of it
  const { code = "unreadable", message = `The server answered ${response.status} without a reason.`, problems } = error;
  const id = requestId ?? response.headers.get("X-Request-Id") ?? undefined;
  return new AnswerError(message, { status: response.status, code, problems, requestId: id });
}

/** Loaded when first needed: Gong's schemas come with it. */
async function openGong({ accessKey, accessKeySecret }: Session): Promise<ClientApi> {
  const { createClient } = await import("../../src/client/create-client.ts");
  const client = createClient({
    baseUrl: base.href,
    credentials: { accessKey, accessKeySecret },
    // The page came from there; what it is sent over was decided by then.
    isInsecure: true,
    limits: { perSecond: 50, perDay: 1_000_000 },
    fetch: (url, options) => fetch(url, { ...options, credentials: "omit" }),
  });
  return client.api;
}

async function fromGong(error: unknown): Promise<never> {
  const { RemoteError } = await import("../../src/gong-api/remote-error.ts");
  const { InvalidInputError } = await import("../../src/calls/errors.ts");
  if (error instanceof InvalidInputError) {
    throw new AnswerError(error.message, { status: 400, code: error.code, problems: error.problems, cause: error });
  }
  if (!(error instanceof RemoteError)) throw error;
  const { status = 0, code, requestId, sentences } = error;
  const message = sentences.length > 0 ? sentences.join(" ") : error.message;
  throw new AnswerError(message, { status, code, requestId, cause: error });
}
