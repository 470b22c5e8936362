import type { CallToolResult } from "@modelcontextprotocol/server";
import { InvalidInputError, TamtamError } from "../../calls/errors.ts";
import type { ActionRunner } from "../../connection/action-runner.ts";

/** What went wrong, in the sentences of the other surfaces; of what nobody foresaw, only an id to find it by. */
export function errorResult(error: unknown, { report }: Pick<ActionRunner, "report">): CallToolResult {
  return { isError: true, content: [{ type: "text", text: errorText(error, report) }] };
}

function errorText(error: unknown, report: ActionRunner["report"]): string {
  if (!(error instanceof TamtamError) || !error.isCallersFault) {
    return `unexpected: something went wrong that is not the input's fault; the log tells more under the id ${report(error)}.`;
  }
  if (!(error instanceof InvalidInputError)) return `${error.code}: ${error.message}`;
  const problems = error.problems.map(({ parameter, message }) => `- ${parameter}: ${message}`);
  return [`${error.code}: nothing was done. Mend this and try again:`, ...problems].join("\n");
}
