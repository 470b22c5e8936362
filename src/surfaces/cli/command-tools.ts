import type { CliIo } from "./cli-io.ts";
import type { Host } from "./host.ts";
import type { Output } from "./output.ts";

/** What running a command takes. */
export interface CommandTools {
  readonly host: Host;
  readonly io: Pick<CliIo, "stderr" | "isTerminal" | "columns">;
  readonly output: Output;
  readonly signal: AbortSignal;
  /** Whether to stay until a call that was added or retried is processed. */
  readonly isFollowed: boolean;
}
