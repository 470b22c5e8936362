import { resolve } from "node:path";
import { parseCommandText } from "../../../connection/command-text.ts";
import type { ProgramContext } from "../program-context.ts";
import { askCost } from "../input/ask-cost.ts";
import { readFileText, readText } from "../input/read-text.ts";
import { runCommands } from "../run-commands.ts";
import { checkCommands } from "../input/typed-command.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";
import { addWaitOption, type WaitOptions } from "./wait-option.ts";

/** `tamtam run [file]`: command text, pasted as it stands on the page. */
export function addRunCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("run"))
    .argument("[file]", "File with command text; - or nothing: standard input")
    .summary("Run command text from a file or standard input")
    .description(
      "Runs command text, one command or several. All are checked before the first one runs; each waits for the one before. " +
        "One gives its answer, several give a JSON array.",
    );
  addWaitOption(command).action(async (file: string | undefined) => {
    refuseExtras(command);
    const { host, io } = context.options;
    const output = context.output();
    if (isStdin(file) && io.isTerminal.stdin) await output.note("Type or paste command text; Ctrl-D ends it.");
    const text = isStdin(file) ? await readText(io.stdin, "standard input") : await readFileText(resolve(io.cwd, file));
    const checked = await checkCommands(parseCommandText(text), { from: io.cwd, homeDir: io.homeDir });
    const isFollowed = command.opts<WaitOptions>().wait;
    // Where the text is typed, nobody can be asked in between.
    const approve = isStdin(file) ? undefined : askCost(io);
    await runCommands(checked, { host, io, output, signal: io.signal, isFollowed, approve });
  });
}

function isStdin(file: string | undefined): file is "-" | undefined {
  return file === undefined || file === "-";
}
