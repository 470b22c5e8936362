import type { Readable, Writable } from "node:stream";

/** The world around one run of the command line. Nothing else of the process is read or written. */
export interface CliIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly isTerminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** False where `NO_COLOR` is set. Only what goes to a terminal is ever coloured. */
  readonly isColorWanted: boolean;
  /** Width of the terminal; 80 where it is not known. */
  readonly columns: number | undefined;
  readonly cwd: string;
  readonly homeDir: string;
  /** Aborts with the first Ctrl-C. The second is to end the process at once, which is its owner's to see to. */
  readonly signal: AbortSignal;
}
