import { actions } from "../../../connection/actions.ts";
import { parseCommandText } from "../../../connection/command-text.ts";
import { runCommands } from "../run-commands.ts";
import { checkCommands } from "../input/typed-command.ts";
import { shellHelp } from "./shell-help.ts";
import type { ShellTools } from "./shell-tools.ts";

/** Does what a complete command text or a word of the shell asks for. Gives `"exit"` when the shell is to end. */
export async function runLine(text: string, tools: ShellTools, signal: AbortSignal): Promise<"exit" | undefined> {
  const [word, name] = text.trim().split(/\s+/);
  if (word === "exit" || word === "quit") return "exit";
  if (word === "help") {
    await tools.output.line(shellHelp(name));
    return undefined;
  }
  const { host, io, output, connection } = tools;
  const isNamed = text.startsWith("/");
  const isAction = actions.some((action) => action.name === word);
  // Parsing needs some name where the command has none; it is replaced by the default connection right after.
  const parsed = parseCommandText(isNamed || !isAction ? text : `/default ${text}`);
  const commands = isNamed ? parsed : parsed.map((command) => ({ ...command, connection }));
  const checked = await checkCommands(commands, { from: io.cwd, homeDir: io.homeDir });
  await runCommands(checked, { host, io, output, signal, isFollowed: undefined });
  return undefined;
}
