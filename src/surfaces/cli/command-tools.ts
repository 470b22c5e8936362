import type { Caller } from "../../connection/backend.ts";
import type { CliIo } from "./cli-io.ts";
import type { Host } from "./host/host.ts";
import type { Output } from "./output.ts";

/** What running a command takes. */
export interface CommandTools {
  readonly host: Host;
  readonly io: Pick<CliIo, "stderr" | "isTerminal" | "columns">;
  readonly output: Output;
  readonly signal: AbortSignal;
  /** Whether to stay until a call that was added or retried is processed. Where nothing is said, only if it is processed here. */
  readonly isFollowed: boolean | undefined;
  /** Asks the person at the terminal whether a costly search is worth it. */
  readonly approve?: Caller["approve"];
}
