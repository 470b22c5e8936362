import type { Command } from "commander";

export interface WaitOptions {
  readonly wait?: boolean;
}

export function addWaitOption(command: Command): Command {
  return command
    .option("--wait", "Stay until the call is processed, also on a connection where that happens elsewhere")
    .option("--no-wait", "Leave the processing to a server or to later instead of staying until it is over");
}
