import type { Failure } from "../../calls/call.ts";
import { TamtamError } from "../../calls/errors.ts";

/** A call that was waited for has failed. The code is the failure's own: `media-not-found`, `media-type`, … */
export class CallFailedError extends TamtamError {
  readonly code: string;
  readonly isCallersFault = true;
  readonly callId: string;
  readonly failure: Failure;
  constructor(callId: string, failure: Failure) {
    super(`Call ${callId} failed at ${failure.stage}: ${failure.reason}`);
    this.code = failure.code;
    this.callId = callId;
    this.failure = failure;
  }
  /** The command that starts the call again from the stage that failed. */
  get retry(): string {
    return `tamtam retry-call --call-id ${this.callId}`;
  }
}

/** Ctrl-C. The message says what became of the work. */
export class InterruptedError extends TamtamError {
  readonly code = "interrupted";
  readonly isCallersFault = true;
}

/** Whoever read our output has closed it (`| head`): not an error, just the end. */
export class OutputClosedError extends TamtamError {
  readonly code = "output-closed";
  readonly isCallersFault = true;
}

/** One of several commands failed; `cause` says how. */
export class NumberedCommandError extends Error {
  readonly number: number;
  readonly count: number;
  readonly action: string;
  constructor(place: { readonly number: number; readonly count: number; readonly action: string }, cause: unknown) {
    super(`Command ${place.number} of ${place.count} (${place.action}) failed`, { cause });
    this.number = place.number;
    this.count = place.count;
    this.action = place.action;
  }
}
