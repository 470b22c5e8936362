import { type Command, Option } from "commander";
import { parseCommandText } from "../../../connection/command-text.ts";
import type { AnyAction } from "../../../connection/define-action.ts";
import { askCost } from "../input/ask-cost.ts";
import { commandLineText } from "../input/command-line-text.ts";
import { mediaParameter } from "../input/media-path.ts";
import { type ParameterFacts, parameterFacts } from "../input/parameter-facts.ts";
import type { ProgramContext } from "../program-context.ts";
import { readOptions } from "../input/read-options.ts";
import { runCommand } from "../run-commands.ts";
import { checkCommands } from "../input/typed-command.ts";
import { addWaitOption, type WaitOptions } from "./wait-option.ts";

/** An action as a command: each parameter an option. */
export function addActionCommand(context: ProgramContext, action: AnyAction): void {
  const command = context.program
    .command(action.name)
    .summary(action.summary)
    .description(`${action.summary}.\n${action.description}`)
    .usage("[options]")
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText("after", () => `\nExample:\n  ${exampleOf(action, context.options.io.columns ?? 80)}`);
  if (!action.annotations.isReadOnly) addWaitOption(command);
  showParameters(command, action);
  command.action(() => runTyped(context, action, command));
}

async function runTyped({ options, output, connection, program }: ProgramContext, action: AnyAction, command: Command) {
  const { host, io } = options;
  const others = [...command.options, ...program.options].map(({ long }) => long ?? "");
  const typed = {
    ...readOptions(command.args, action, others),
    action,
    connection: connection(),
    spell: (name: string) => `--${name}`,
  };
  const checked = await checkCommands([typed], { from: io.cwd, homeDir: io.homeDir });
  const isFollowed = command.opts<WaitOptions>().wait;
  for (const one of checked)
    await runCommand(one, { host, io, output: output(), signal: io.signal, isFollowed, approve: askCost(io) });
}

/** Help lists the parameters although they are not commander's to read. */
function showParameters(command: Command, action: AnyAction): void {
  const plain = command.createHelp();
  command.configureHelp({
    ...command.configureHelp(),
    visibleOptions: (asked) => [...parameterFacts(action).map(toOption), ...plain.visibleOptions(asked)],
  });
}

function toOption({ name, description, isRequired, isFlag, words, defaultValue }: ParameterFacts): Option {
  const notes = [
    ...(isRequired ? ["required"] : []),
    ...(name === mediaParameter ? ["here also the path of a file"] : []),
    ...(words.length > 0 ? [`one of ${words.join(", ")}`] : []),
    ...(defaultValue === undefined || defaultValue === false ? [] : [`default: ${String(defaultValue)}`]),
  ];
  const text = notes.length === 0 ? description : `${description} (${notes.join("; ")})`;
  return new Option(isFlag ? `--${name}` : `--${name} <value>`, text);
}

function exampleOf(action: AnyAction, columns: number): string {
  const [example] = parseCommandText(action.example);
  return commandLineText(action.name, example?.entries ?? [], columns - 2);
}
