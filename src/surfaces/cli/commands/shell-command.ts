import type { GlobalOptions, ProgramContext } from "../program-context.ts";
import { runShell } from "../shell/shell.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

/** `tamtam shell`: command text by hand, with history and completion. */
export function addShellCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("shell"))
    .summary("Type command text, with history and completion")
    .description("Reads command text line by line and answers each command. Type help there for how it goes.");
  command.action(async () => {
    refuseExtras(command);
    const { host, io, files } = context.options;
    const { connectionNames = await host.tenants.names() } = context.options;
    const { json } = context.program.opts<GlobalOptions>();
    const exitCode = await runShell({
      host,
      io,
      output: context.output(),
      isJsonAsked: json === true,
      connection: context.connection(),
      connectionNames,
      historyFile: files.shellHistory,
    });
    context.finish(exitCode);
  });
}
