import { McpServer } from "@modelcontextprotocol/server";
import type { ActionRunner } from "../../connection/action-runner.ts";
import { instructions } from "./instructions.ts";
import { runTool } from "./run-tool.ts";
import { tellProgress } from "./tell-progress.ts";
import type { ToolDefinition } from "./tool-of-action.ts";

export interface McpServerParts {
  readonly version: string;
  readonly runner: ActionRunner;
  /** Derived once for many servers, since that takes milliseconds. */
  readonly tools: readonly ToolDefinition[];
  /** How often a client that asked for it is told that the work goes on. */
  readonly tellEveryMs?: number | undefined;
}

const TELL_EVERY_MS = 5_000;

/** One serves one client, or one request. */
export function createMcpServer(parts: McpServerParts): McpServer {
  const { version, runner, tools, tellEveryMs = TELL_EVERY_MS } = parts;
  const server = new McpServer(
    { name: "tamtam", title: "Tamtam", version },
    // The tools are the same as long as the program runs.
    { instructions, capabilities: { tools: { listChanged: false } } },
  );
  for (const { action, ...described } of tools) {
    server.registerTool(action.name, described, (given, context) =>
      tellProgress(context, tellEveryMs, () => runTool(action, given, runner, context.mcpReq.signal)),
    );
  }
  return server;
}
