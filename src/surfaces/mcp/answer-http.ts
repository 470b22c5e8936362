import { createMcpHandler } from "@modelcontextprotocol/server";
import type { ActionRunner } from "../../connection/action-runner.ts";
import { actions } from "../../connection/actions.ts";
import { createMcpServer } from "./mcp-server.ts";
import { type ToolDefinition, toolOfAction } from "./tool-of-action.ts";

/** Answers one request of Streamable HTTP, for whoever the runner knows. */
export type AnswerMcp = (request: Request, runner: ActionRunner) => Promise<Response>;

/** Of a request nothing is kept for the next. */
export function answerMcp(version: string): AnswerMcp {
  let tools: readonly ToolDefinition[] | undefined;
  return (request, runner) => {
    const parts = { version, runner, tools: (tools ??= actions.map(toolOfAction)) };
    const handler = createMcpHandler(() => createMcpServer(parts), {
      // There is nothing to be told of: the tools never change.
      maxSubscriptions: 0,
      // What it refuses it says to the client; what goes wrong in an action is reported by the runner.
      onerror: () => undefined,
    });
    return handler.fetch(request);
  };
}
