import type { CliIo } from "./cli-io.ts";
import type { Host } from "./host/host.ts";

/** Everything one run of the command line is given. Whoever made the host closes it. */
export interface CliOptions {
  /** Without the interpreter and the script. */
  readonly argv: readonly string[];
  readonly host: Host;
  readonly io: CliIo;
  readonly files: CliFiles;
  /** The connection of commands that name none; `undefined` is for `Connections.open` to decide. */
  readonly defaultConnection?: string | undefined;
  /** Names that the shell completes after a slash. */
  readonly connectionNames?: readonly string[] | undefined;
}

/** Absolute paths. */
export interface CliFiles {
  /** What was typed into the shell. */
  readonly shellHistory: string;
  /** The command text that adds the call which comes with the product. */
  readonly sampleCommand: string;
  /** What that command's path of the recording is relative to. */
  readonly projectRoot: string;
}
