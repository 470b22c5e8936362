import type { CliIo } from "../cli-io.ts";
import type { CliFiles } from "../cli-options.ts";
import type { CommandTools } from "../command-tools.ts";
import type { RunningServer } from "../host/processing.ts";

/** What showing the library of a server that has just started takes. */
export interface LibraryTools extends Omit<CommandTools, "isFollowed" | "io"> {
  readonly io: CliIo;
  readonly files: CliFiles;
  readonly connection: string | undefined;
  readonly server: RunningServer;
  readonly isSampleWanted: boolean;
}
