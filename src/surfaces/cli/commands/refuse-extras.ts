import type { Command } from "commander";
import { InvalidInputError } from "../../../calls/errors.ts";
import { suggestion } from "../../../connection/suggestion.ts";

/** Prepares a command that is no action to have all its mistakes told at once, by `refuseExtras`. */
export function allowExtras(command: Command): Command {
  return command.allowUnknownOption().allowExcessArguments();
}

/** @throws InvalidInputError naming every option and word that the command does not know. */
export function refuseExtras(command: Command): void {
  const isOption = (word: string) => /^-./.test(word);
  const known = [...command.options, ...(command.parent?.options ?? [])].map(({ long }) => long ?? "");
  const options = command.args.filter(isOption).map((name) => ({
    parameter: name,
    message: `is not an option of ${command.name()}${suggestion(name, known)}`,
  }));
  const words = command.args.filter((word) => !isOption(word)).slice(command.registeredArguments.length);
  const strays = words.map((word) => ({
    parameter: `"${word}"`,
    message: `is one word too many for ${command.name()}`,
  }));
  if (options.length + strays.length > 0) throw new InvalidInputError([...options, ...strays]);
}
