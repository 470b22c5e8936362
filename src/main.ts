import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHost } from "./app.ts";
import { SetupError } from "./calls/errors.ts";
import { ConfigError } from "./config/config-error.ts";
import { makeConfig } from "./config/config.ts";
import { isRunByNpm, readSettings } from "./config/env.ts";
import { whenParentEnds } from "./lib/when-parent-ends.ts";
import { exitCodes } from "./surfaces/cli/exit-codes.ts";
import { runCli } from "./surfaces/cli/run-cli.ts";
import { writeError } from "./surfaces/cli/write-error.ts";
import type { CliIo } from "./surfaces/cli/cli-io.ts";

/** Recordings, transcripts and keys are for the eyes of who runs Tamtam: others of the machine may not read what it writes. */
const OWNER_ONLY = 0o077;

const projectRoot = fileURLToPath(new URL("..", import.meta.url));

async function main(): Promise<number> {
  process.umask(OWNER_ONLY);
  const interrupted = new AbortController();
  // The first Ctrl-C asks to stop, the second stops at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (interrupted.signal.aborted) process.exit(exitCodes.interrupted);
      interrupted.abort();
    });
  }
  // npm, when it is ended, ends the shell between it and its script, and not the script.
  if (isRunByNpm()) whenParentEnds(() => interrupted.abort());
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string };
  const source = readSettings();
  const { config, secrets } = makeConfig(source);
  await using host = createHost(config, secrets, version);
  return await runCli({
    argv: process.argv.slice(2),
    host,
    io: makeIo(interrupted.signal),
    files: {
      shellHistory: join(config.dataDir, "shell-history"),
      sampleCommand: join(projectRoot, "examples/sample-call.command.txt"),
      projectRoot,
    },
  });
}

function makeIo(signal: AbortSignal): CliIo {
  const { stdin, stdout, stderr } = process;
  return {
    stdin,
    stdout,
    stderr,
    isTerminal: { stdin: stdin.isTTY, stdout: stdout.isTTY, stderr: stderr.isTTY },
    isColorWanted: stdout.hasColors?.() ?? false,
    columns: stdout.columns,
    cwd: process.cwd(),
    homeDir: homedir(),
    signal,
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  const told = error instanceof ConfigError ? new SetupError(`the settings cannot be used:\n${error.message}`) : error;
  const isJsonAsked = process.argv.includes("--json");
  process.exitCode = await writeError(told, makeIo(new AbortController().signal), { isJsonAsked });
}
