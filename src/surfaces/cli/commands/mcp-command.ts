import type { ProgramContext } from "../program-context.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

/** `tamtam mcp`: the actions as tools for the agent that started it. */
export function addMcpCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("mcp"))
    .summary("Offer the actions as tools to an agent (Model Context Protocol)")
    .description(
      "Speaks the Model Context Protocol on standard input and output until its client closes them. It is for agents to start, with --connection " +
        "where they are to use another connection than the usual one.",
    );
  command.action(async () => {
    refuseExtras(command);
    const { host, io } = context.options;
    if (io.isTerminal.stdin) await context.output().note(FOR_AGENTS);
    await host.serveMcp({ connection: context.connection(), stdin: io.stdin, stdout: io.stdout, signal: io.signal });
  });
}

const FOR_AGENTS =
  "This speaks the Model Context Protocol, which is for agents to start; Ctrl-C ends it. How to add it to one: docs/surfaces/mcp.md";
