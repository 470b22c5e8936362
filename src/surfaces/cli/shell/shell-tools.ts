import type { CliIo } from "../cli-io.ts";
import type { Host } from "../host/host.ts";
import type { Output } from "../output.ts";

/** What the shell takes. */
export interface ShellTools {
  readonly host: Host;
  readonly io: CliIo;
  readonly output: Output;
  readonly isJsonAsked: boolean;
  readonly connection: string | undefined;
  readonly connectionNames: readonly string[];
  readonly historyFile: string;
}
