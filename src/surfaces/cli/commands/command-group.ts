import type { Command } from "commander";
import { exitCodes } from "../exit-codes.ts";
import type { ProgramContext } from "../program-context.ts";

/** A command that only has commands below it; alone it explains them. */
export function commandGroup({ program, finish }: ProgramContext, name: string, summary: string): Command {
  const group = program.command(name).summary(summary).usage("<command>");
  group.action(() => {
    group.outputHelp({ error: true });
    finish(exitCodes.invalidInput);
  });
  return group;
}
