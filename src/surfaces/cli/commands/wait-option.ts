import type { Command } from "commander";

export interface WaitOptions {
  readonly wait?: boolean;
}

export function addWaitOption(command: Command): Command {
  return command.option(
    "--no-wait",
    "Leave the processing to a server or to later instead of staying until it is over",
  );
}
