import { TamtamError } from "../../calls/errors.ts";
import type { ErrorCode } from "./error-statuses.ts";

/** A request that HTTP itself has a status for. Everything else is said by the errors of the domain. */
export class RequestError extends TamtamError {
  readonly code: ErrorCode;
  readonly isCallersFault = true;
  /** Headers that the status asks for: `Allow`, `WWW-Authenticate`, `Content-Range`. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: ErrorCode, message: string, options: ErrorOptions & { headers?: Record<string, string> } = {}) {
    super(message, options);
    this.code = code;
    this.headers = options.headers ?? {};
  }
}
