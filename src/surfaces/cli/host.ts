import type { CallStatus, Failure, Stage } from "../../calls/call.ts";
import type { Connections } from "../../connection/backend.ts";

/** What the command line needs of the product; the composition root makes it. Nothing is opened before it is used. */
export interface Host extends AsyncDisposable {
  readonly version: string;
  readonly connections: Connections;
  /**
   * Says how a call's processing goes until it is over. Where no server works on the same data, the work is done here meanwhile.
   * Ends with `Completed` or `Failed`, or early when `signal` aborts (the work is then left for later).
   */
  followCall(callId: string, options: { readonly signal: AbortSignal }): AsyncIterable<CallProgress>;
  /** Starts the HTTP server with its worker. @throws SetupError when the port is taken, naming the mend. */
  serve(): Promise<RunningServer>;
  /** Each thing that must be right on this machine, checked now. */
  examine(): AsyncIterable<Finding>;
  readonly accessKeys: AccessKeys;
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
  /** Rejects when the server or its worker breaks down. */
  readonly stopped: Promise<void>;
}

export interface AccessKeyWithSecret {
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

export interface AccessKeys {
  create(): Promise<AccessKeyWithSecret>;
  list(): Promise<
    readonly { readonly accessKey: string; readonly createdMs: number; readonly revokedMs: number | undefined }[]
  >;
  /** @throws NotFoundError */
  revoke(accessKey: string): Promise<void>;
}

export interface Finding {
  /** `Decoder`, `Recogniser`, `Data folder`, … */
  readonly what: string;
  readonly state: "ok" | "warning" | "missing";
  readonly detail: string;
  /** What to do; only where something is to be done. */
  readonly mend?: string | undefined;
}
