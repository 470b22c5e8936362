import { type Command, CommanderError } from "commander";
import { InvalidInputError } from "../../calls/errors.ts";
import { suggestion } from "../../connection/suggestion.ts";
import { OutputClosedError } from "./cli-errors.ts";
import type { CliOptions } from "./cli-options.ts";
import { exitCodes } from "./exit-codes.ts";
import { buildProgram } from "./program.ts";
import type { GlobalOptions } from "./program-context.ts";
import { writeError } from "./write-error.ts";

/** Runs one command line and gives its exit code, one of `exitCodes`. */
export async function runCli(options: CliOptions): Promise<number> {
  const { argv, io } = options;
  // Without a listener a closed stream ends the process; who writes to it is told as well, and acts.
  for (const stream of [io.stdout, io.stderr]) stream.on("error", () => {});
  let exitCode: number = exitCodes.ok;
  const program = buildProgram(options, (code) => {
    exitCode = code;
  });
  try {
    checkHelpWord(argv, program);
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof OutputClosedError) return exitCodes.ok;
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    return writeError(fromCommander(error), io, { isJsonAsked: program.opts<GlobalOptions>().json === true });
  }
}

/** `help` of a command that there is not; commander would print the general help as an error. */
function checkHelpWord([first, word]: readonly string[], program: Command): void {
  if (first !== "help" || word === undefined || word.startsWith("-")) return;
  const names = program.commands.map((command) => command.name());
  if (word === "help" || names.includes(word)) return;
  const message = `is not a command of tamtam${suggestion(word, names)}`;
  throw new InvalidInputError([{ parameter: `"${word}"`, message }]);
}

/** What commander finds wrong with a command line, in our words. */
function fromCommander(error: unknown): unknown {
  if (!(error instanceof CommanderError)) return error;
  const [, name = "the command line"] = /'(-*[\w-]+)/.exec(error.message) ?? [];
  const messages: Record<string, string> = {
    "commander.optionMissingArgument": "needs a value",
    "commander.missingArgument": "is required",
  };
  const message = messages[error.code] ?? `cannot be used (${error.message})`;
  return new InvalidInputError([{ parameter: name, message }], { cause: error });
}
