import type { Command } from "commander";
import type { CliOptions } from "./cli-options.ts";
import type { Output } from "./output.ts";

/** Options that every command has. */
export interface GlobalOptions {
  readonly json?: true;
  readonly connection?: string;
}

/** What the commands are made with. */
export interface ProgramContext {
  readonly options: CliOptions;
  readonly program: Command;
  /** By what was typed, so only once the command line has been read. */
  readonly output: () => Output;
  readonly connection: () => string | undefined;
  readonly finish: (exitCode: number) => void;
}
