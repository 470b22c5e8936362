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
  /**
   * Fills the library with a made-up company and its calls. When `signal` aborts it ends early; the same order again does the rest.
   * @throws ConflictError where there are calls that no seed made
   */
  seed(order: SeedOrder, options: SeedWatch): Promise<SeededLibrary>;
  readonly oauthApps: OAuthApps;
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

/** What a new key is to be bound to, as typed; a bound that is not given is none. */
export interface AccessKeyWish {
  readonly name?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly expiresInDays?: string | undefined;
  readonly trustedIps?: readonly string[] | undefined;
  /** The user it acts for; the company when left out. */
  readonly userId?: string | undefined;
}

export interface AccessKeyFacts {
  readonly accessKey: string;
  readonly createdMs: number;
  readonly revokedMs?: number | undefined;
  readonly expiresMs?: number | undefined;
  readonly name?: string | undefined;
  readonly scopes: "all" | readonly string[];
  /** Any when empty. */
  readonly trustedIps: readonly string[];
  readonly userId?: string | undefined;
}

export interface AccessKeys {
  /** @throws InvalidInputError naming everything that cannot be */
  create(wish: AccessKeyWish): Promise<AccessKeyWithSecret>;
  /** Oldest first. */
  list(): Promise<readonly AccessKeyFacts[]>;
  /** @throws NotFoundError */
  revoke(accessKey: string): Promise<void>;
}

export interface OAuthAppWithSecret {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface OAuthAppFacts {
  readonly clientId: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scopes: "all" | readonly string[];
  readonly createdMs: number;
  readonly revokedMs?: number | undefined;
}

/** Apps that an operator may allow to act for the company. */
export interface OAuthApps {
  /** @throws InvalidInputError naming everything that cannot be */
  create(wish: {
    readonly name?: string | undefined;
    readonly redirectUris?: readonly string[] | undefined;
    /** What it may be granted at most; everything when left out. */
    readonly scopes?: readonly string[] | undefined;
  }): Promise<OAuthAppWithSecret>;
  /** Oldest first. */
  list(): Promise<readonly OAuthAppFacts[]>;
  /** Ends its tokens too. @throws NotFoundError */
  revoke(clientId: string): Promise<void>;
}

export interface Finding {
  /** `Decoder`, `Recogniser`, `Data folder`, … */
  readonly what: string;
  readonly state: "ok" | "warning" | "missing";
  readonly detail: string;
  /** What to do; only where something is to be done. */
  readonly mend?: string | undefined;
}

export interface SeedOrder {
  readonly seed: string;
  readonly callCount: number;
  /** All calls are of the year before this midnight (UTC); today's where it is not given. */
  readonly untilMs: number | undefined;
  /** Whether a library with calls that no seed made may be added to. */
  readonly mayAddToOthers: boolean;
}

export interface SeedWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number) => void;
}

export interface SeededLibrary {
  readonly company: { readonly name: string; readonly domain: string };
  readonly untilMs: number;
  readonly userCount: number;
  readonly accountCount: number;
  /** Calls that this run added, and calls that were there from an earlier one. */
  readonly addedCount: number;
  readonly presentCount: number;
  readonly isComplete: boolean;
}
