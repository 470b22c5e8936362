import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ActionRunner } from "../../connection/action-runner.ts";
import type { AnyAction } from "../../connection/define-action.ts";
import { errorResult } from "./error-result.ts";
import { answerText } from "./text/answer-text.ts";

const LEFT_WAITING =
  "Nothing processes calls in this library at present, so the call waits. Ask the person you work for to run `tamtam serve` on this machine and to leave it running.";

/** Runs an action as a tool: its answer as it is, and as text for an agent to read. What goes wrong is a result too, which a model can act on. */
export async function runTool(
  action: AnyAction,
  given: unknown,
  runner: ActionRunner,
  signal: AbortSignal,
): Promise<CallToolResult> {
  try {
    const { answer, isLeftWaiting } = await runner.run(action, { entries: entriesOf(given) }, signal);
    const text = answerText(answer);
    return {
      content: [{ type: "text", text: isLeftWaiting ? `${text}\n${LEFT_WAITING}` : text }],
      structuredContent: answer as Record<string, unknown>, // every action answers an object
    };
  } catch (error) {
    return errorResult(error, runner);
  }
}

/** The protocol's own schema has seen to it that these are an object's. */
function entriesOf(given: unknown): [string, unknown][] {
  return typeof given === "object" && given !== null ? Object.entries(given) : [];
}
