import type { CliIo } from "./cli-io.ts";
import { OutputClosedError } from "./cli-errors.ts";
import { reportJson, reportOf, reportText } from "./error-report.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { write } from "./output.ts";

/** Tells an error on stderr, in words on a terminal, else or with `--json` as one line of JSON. Gives the exit code. */
export async function writeError(
  error: unknown,
  io: Pick<CliIo, "stderr" | "isTerminal">,
  options: { readonly isJsonAsked: boolean },
): Promise<ExitCode> {
  if (error instanceof OutputClosedError) return exitCodes.ok;
  const report = reportOf(error);
  const isJson = options.isJsonAsked || !io.isTerminal.stderr;
  try {
    await write(io.stderr, isJson ? reportJson(report) : reportText(report));
  } catch (failure) {
    if (!(failure instanceof OutputClosedError)) throw failure;
  }
  return report.exitCode;
}
