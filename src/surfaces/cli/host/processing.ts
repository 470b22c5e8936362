import type { CallStatus, Failure, Stage } from "../../../calls/call.ts";
import type { CliIo } from "../cli-io.ts";
import type { AccessKeyWithSecret } from "./access.ts";

export interface FollowOptions {
  readonly signal: AbortSignal;
  /** Where the call is. */
  readonly connection?: string | undefined;
}

export interface CallProgress {
  readonly status: CallStatus;
  readonly stage: Stage | null;
  /** 0 to 1, of the stage. */
  readonly progress: number | null;
  readonly timesRealTime: number | null;
  readonly failure: Failure | null;
  /** Something outside the stages that is waited for now: the recogniser's weights being fetched. 0 to 1. */
  readonly setUp: { readonly what: string; readonly progress: number | null } | null;
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  /** Only when this start made the first key: it is not shown again. */
  readonly newAccessKey: AccessKeyWithSecret | undefined;
  /** Which troubles it makes on Gong's paths on purpose; absent where it is no sandbox. */
  readonly sandbox?: string | undefined;
  /** Rejects when the server or its worker breaks down. */
  readonly stopped: Promise<void>;
}

export interface McpOrder extends Pick<CliIo, "stdin" | "stdout" | "signal"> {
  /** Whose calls; `undefined` is for `Connections.open` to decide. */
  readonly connection: string | undefined;
}

export interface Finding {
  /** `Decoder`, `Recogniser`, `Data folder`, … */
  readonly what: string;
  readonly state: "ok" | "warning" | "missing";
  readonly detail: string;
  /** What to do; only where something is to be done. */
  readonly mend?: string | undefined;
}
