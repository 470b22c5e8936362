import {
  ConflictError,
  type InputProblem,
  InvalidInputError,
  NotFoundError,
  SetupError,
  StageError,
  TamtamError,
} from "../../calls/errors.ts";
import { RemoteError, type RemoteErrorCode } from "../../gong-api/remote-error.ts";
import { CallFailedError, InterruptedError, NumberedCommandError } from "./cli-errors.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** An error as the command line tells it: in words to people, as JSON to programs. */
export interface ErrorReport {
  readonly exitCode: ExitCode;
  /** Stable: callers branch on it. */
  readonly code: string;
  readonly message: string;
  /** Everything wrong with an input. */
  readonly problems?: readonly InputProblem[] | undefined;
  /** Of the call whose processing failed. */
  readonly callId?: string | undefined;
  readonly stage?: string | undefined;
  readonly retry?: string | undefined;
  /** What the other side of a connection answered, and from when on it may be asked again. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAt?: string | undefined;
  /** Which of several commands it was. */
  readonly command?: { readonly number: number; readonly action: string } | undefined;
  readonly stack?: string | undefined;
}

export function reportOf(error: unknown): ErrorReport {
  if (error instanceof NumberedCommandError) {
    const report = reportOf(error.cause);
    const message = `command ${error.number} of ${error.count} (${error.action}): ${report.message}`;
    return { ...report, message, command: { number: error.number, action: error.action } };
  }
  if (!(error instanceof TamtamError)) return unexpected(error);
  const report = { exitCode: exitCodeOf(error), code: error.code, message: error.message };
  if (error instanceof InvalidInputError) {
    return { ...report, problems: error.problems };
  }
  if (error instanceof CallFailedError) {
    return { ...report, callId: error.callId, stage: error.failure.stage, retry: error.retry };
  }
  if (error instanceof RemoteError) {
    const { status, requestId, retryAtMs } = error;
    return {
      ...report,
      status,
      requestId,
      retryAt: retryAtMs === undefined ? undefined : new Date(retryAtMs).toISOString(),
    };
  }
  return report;
}

const remoteExitCodes: Readonly<Record<RemoteErrorCode, ExitCode>> = {
  "remote-key": exitCodes.setup,
  "remote-scope": exitCodes.setup,
  "remote-denied": exitCodes.setup,
  "remote-not-found": exitCodes.notFound,
  "remote-conflict": exitCodes.conflict,
  "remote-refusal": exitCodes.invalidInput,
  "remote-limit": exitCodes.tryLater,
  "remote-broken": exitCodes.tryLater,
  "remote-unreachable": exitCodes.tryLater,
  "remote-unreadable": exitCodes.tryLater,
  "cursor-expired": exitCodes.tryLater,
};

function exitCodeOf(error: TamtamError): ExitCode {
  if (error instanceof InvalidInputError) return exitCodes.invalidInput;
  if (error instanceof NotFoundError) return exitCodes.notFound;
  if (error instanceof ConflictError) return exitCodes.conflict;
  if (error instanceof SetupError) return exitCodes.setup;
  if (error instanceof RemoteError) return remoteExitCodes[error.code];
  if (error instanceof CallFailedError || error instanceof StageError) return exitCodes.callFailed;
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  return exitCodes.unexpected;
}

function unexpected(error: unknown): ErrorReport {
  const [message, stack] = error instanceof Error ? [error.message, error.stack] : [String(error), undefined];
  return { exitCode: exitCodes.unexpected, code: "unexpected", message: `unexpected: ${message}`, stack };
}

function problemText({ parameter, message }: InputProblem): string {
  return `${parameter}: ${message}`;
}

/** In words: one line where one is enough, a list where several things are wrong. */
export function reportText(report: ErrorReport): string {
  const { message, problems = [], retry, stack } = report;
  if (problems.length > 1) {
    const place = report.command ? `command ${report.command.number} (${report.command.action}): ` : "";
    const list = problems.map((problem) => `  ${problemText(problem)}`).join("\n");
    return `tamtam: ${place}${problems.length} things are wrong:\n${list}\n`;
  }
  const mend = retry === undefined ? "" : `Once that is mended, start it again from there: ${retry}\n`;
  const trace = stack === undefined ? "" : `${stack}\n`;
  return `tamtam: ${message}\n${mend}${trace}`;
}

/** As one line of JSON. */
export function reportJson(report: ErrorReport): string {
  return `${JSON.stringify({ error: report })}\n`;
}
