import { Command } from "commander";
import { actions } from "../../connection/actions.ts";
import { InvalidInputError } from "../../calls/errors.ts";
import { addActionCommand } from "./commands/action-command.ts";
import { addConnectCommand } from "./commands/connect-command.ts";
import { addConnectionsCommand } from "./commands/connections-command.ts";
import { addDoctorCommand } from "./commands/doctor-command.ts";
import { addExportCommand } from "./commands/export-command.ts";
import { addImportCommand } from "./commands/import-command.ts";
import { addKeysCommand } from "./commands/keys-command.ts";
import { addMcpCommand } from "./commands/mcp-command.ts";
import { addOAuthAppsCommand } from "./commands/oauth-apps-command.ts";
import { addRunCommand } from "./commands/run-command.ts";
import { addSeedCommand } from "./commands/seed-command.ts";
import { addSyncCommand } from "./commands/sync-command.ts";
import { addServeCommand } from "./commands/serve-command.ts";
import { addShellCommand } from "./commands/shell-command.ts";
import type { CliOptions } from "./cli-options.ts";
import { makeOutput } from "./output.ts";
import type { GlobalOptions, ProgramContext } from "./program-context.ts";
import { suggestion } from "../../connection/suggestion.ts";

/** The commands of `tamtam`: one for each action, and those that are not actions. */
export function buildProgram(options: CliOptions, finish: (exitCode: number) => void): Command {
  const program = startProgram(options);
  const context: ProgramContext = {
    options,
    program,
    output: () => makeOutput(options.io, { isJsonAsked: program.opts<GlobalOptions>().json === true }),
    connection: () => program.opts<GlobalOptions>().connection?.replace(/^\//, "") ?? options.defaultConnection,
    finish,
  };
  // A slip of the pen must not end up in another library.
  program.hook("preAction", async () => {
    const { connection } = program.opts<GlobalOptions>();
    if (connection !== undefined) await options.host.tenants.require(connection.replace(/^\//, ""));
  });
  for (const action of actions) addActionCommand(context, action);
  addRunCommand(context);
  addShellCommand(context);
  addServeCommand(context);
  addMcpCommand(context);
  addDoctorCommand(context);
  addKeysCommand(context);
  addSeedCommand(context);
  addSyncCommand(context);
  addExportCommand(context);
  addImportCommand(context);
  addOAuthAppsCommand(context);
  addConnectCommand(context);
  addConnectionsCommand(context);
  return program;
}

function startProgram({ io, host }: CliOptions): Command {
  const columns = io.columns ?? 80;
  return new Command("tamtam")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {}, // told by `runCli`, in our words
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ showGlobalOptions: true })
    .description("Add calls, have them transcribed and analysed, get them, search them.")
    .usage("<command> [options]")
    .version(host.version, "-V, --version", "Print the version")
    .option("--json", "Print exactly the JSON answer, also on a terminal; tell errors as JSON too")
    .option("--connection <name>", "Connection to use; tamtam connections lists them")
    .helpOption("-h, --help", "Explain the command")
    .helpCommand("help [command]", "Explain a command")
    .allowUnknownOption()
    .allowExcessArguments()
    .action((_opts: unknown, program: Command) => showHelpOrRefuse(program));
}

function showHelpOrRefuse(program: Command): void {
  const [word] = program.args;
  if (word === undefined) return program.outputHelp();
  const isOption = word.startsWith("-");
  const known = isOption
    ? program.options.map(({ long }) => long ?? "")
    : program.commands.map((command) => command.name());
  const message = `is not ${isOption ? "an option" : "a command"} of tamtam${suggestion(word, known)}`;
  throw new InvalidInputError([{ parameter: isOption ? word : `"${word}"`, message }]);
}
