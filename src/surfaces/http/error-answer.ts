import { InvalidInputError, type InputProblem, TamtamError } from "../../calls/errors.ts";
import { CommandsStoppedError } from "./commands-stopped-error.ts";
import { type ErrorStatus, errorStatuses, statusOf } from "./error-statuses.ts";
import { RequestError } from "./request-error.ts";

/** The body of every answer that is an error. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly problems: readonly InputProblem[];
    /** Which of several commands failed, from 1. */
    readonly command?: number | undefined;
  };
  /** What the commands before the one that failed answered. */
  readonly answers?: readonly unknown[] | undefined;
  readonly requestId: string;
}

export interface ErrorAnswer {
  readonly status: ErrorStatus;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ErrorBody;
  /** Whether it is ours to mend; it then says nothing of what happened. */
  readonly isUnexpected: boolean;
}

const UNEXPECTED = "Something unexpected went wrong; the server's log tells more under this request id.";

export function errorAnswer(thrown: unknown, requestId: string): ErrorAnswer {
  if (thrown instanceof CommandsStoppedError) return commandAnswer(thrown, requestId);
  if (!(thrown instanceof TamtamError) || !thrown.isCallersFault) {
    const body = { error: { code: "unexpected", message: UNEXPECTED, problems: [] }, requestId };
    return { status: errorStatuses.unexpected, headers: {}, body, isUnexpected: true };
  }
  const { code, message } = thrown;
  const problems = thrown instanceof InvalidInputError ? thrown.problems : [];
  return {
    status: statusOf(code),
    headers: thrown instanceof RequestError ? thrown.headers : {},
    body: { error: { code, message, problems }, requestId },
    isUnexpected: false,
  };
}

function commandAnswer(stopped: CommandsStoppedError, requestId: string): ErrorAnswer {
  const { commandNumber, commandCount, actionName, answers } = stopped;
  const answer = errorAnswer(stopped.cause, requestId);
  const message = `Command ${commandNumber} of ${commandCount} (${actionName}): ${answer.body.error.message}`;
  return {
    ...answer,
    body: { error: { ...answer.body.error, message, command: commandNumber }, answers, requestId },
  };
}
