import { InvalidInputError, StageError, TamtamError } from "../../../calls/errors.ts";
import { WireError, wireErrors } from "../../../gong-api/wire-errors.ts";
import { statusOf } from "../error-statuses.ts";
import { RequestError } from "../request-error.ts";

export interface GongErrorAnswer {
  readonly status: number;
  readonly errors: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it is ours to mend; it then says nothing of what happened. */
  readonly isUnexpected: boolean;
}

/** Gong: no codes, sentences only; several problems of one request are several sentences. */
export function gongErrorAnswer(thrown: unknown): GongErrorAnswer {
  if (!(thrown instanceof TamtamError) || !thrown.isCallersFault) {
    const { status, sentence } = wireErrors.unexpected;
    return { status, errors: [sentence()], headers: {}, isUnexpected: true };
  }
  return {
    status: statusFor(thrown),
    errors:
      thrown instanceof InvalidInputError
        ? thrown.problems.map(({ parameter, message }) => `${parameter}: ${message}`)
        : [thrown.message],
    headers: thrown instanceof RequestError ? thrown.headers : {},
    isUnexpected: false,
  };
}

function statusFor(error: TamtamError): number {
  if (error instanceof WireError) return error.status;
  // Of a recording that was sent: what may succeed later is not the file's fault.
  if (error instanceof StageError) return error.isTransient ? 503 : 400;
  return statusOf(error.code);
}
