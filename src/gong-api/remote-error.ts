import { TamtamError } from "../calls/errors.ts";

/**
 * Why a request to Gong's cloud, or to another server that speaks its API, was not answered as asked. Callers branch on these.
 * `remote-limit`: not now, but at `retryAtMs`. `remote-broken`, `remote-unreachable`, `remote-unreadable`: later may go well.
 */
export type RemoteErrorCode =
  | "remote-key"
  | "remote-scope"
  | "remote-denied"
  | "remote-not-found"
  | "remote-conflict"
  | "remote-refusal"
  | "remote-limit"
  | "remote-broken"
  | "remote-unreachable"
  | "remote-unreadable"
  | "cursor-expired";

export interface RemoteErrorFacts extends ErrorOptions {
  readonly status?: number | undefined;
  /** What Gong's support asks for. */
  readonly requestId?: string | undefined;
  /** The other side's own sentences. */
  readonly sentences?: readonly string[] | undefined;
  /** The scope that is missing. */
  readonly scope?: string | undefined;
  /** From when on the same may be asked again, in milliseconds since 1970. */
  readonly retryAtMs?: number | undefined;
}

/** The other side of a connection refused, or did not answer. The message says what to do. */
export class RemoteError extends TamtamError {
  readonly code: RemoteErrorCode;
  readonly isCallersFault = true;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly sentences: readonly string[];
  readonly scope: string | undefined;
  readonly retryAtMs: number | undefined;

  constructor(code: RemoteErrorCode, message: string, facts: RemoteErrorFacts = {}) {
    super(message, { cause: facts.cause });
    this.code = code;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.sentences = facts.sentences ?? [];
    this.scope = facts.scope;
    this.retryAtMs = facts.retryAtMs;
  }
}

/** Whether the same request may succeed later without anybody mending anything. */
export function isPassing(error: unknown): boolean {
  const passing: readonly string[] = ["remote-limit", "remote-broken", "remote-unreachable", "remote-unreadable"];
  return error instanceof RemoteError && passing.includes(error.code);
}
