import type { SearchCost } from "../../gong-api/call-finding.ts";
import type { MirrorFreshness } from "../../gong-api/mirror-freshness.ts";
import type { CallStatus, Failure, Stage } from "../../calls/call.ts";
import type { Connections } from "../../connection/backend.ts";

/** What the command line needs of the product; the composition root makes it. Nothing is opened before it is used. */
export interface Host extends AsyncDisposable {
  readonly version: string;
  readonly mirrors: Mirrors;
  readonly connections: Connections;
  /**
   * Says how a call's processing goes until it is over. Where no server works on the same data, the work is done here meanwhile.
   * Ends with `Completed` or `Failed`, or early when `signal` aborts (the work is then left for later).
   */
  followCall(callId: string, options: FollowOptions): AsyncIterable<CallProgress>;
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
  readonly tenants: TenantConnections;
  /**
   * Writes calls and transcripts into a new folder. Gives nothing when `signal` aborts first; nothing is kept then.
   * @throws InvalidInputError where the folder has something in it
   */
  exportLibrary(order: LibraryExport, watch: CountWatch): Promise<ExportedLibrary | undefined>;
  /**
   * Brings calls from files into the library. When `signal` aborts it ends early; the same again brings the rest.
   * @throws InvalidInputError where the folder has no calls, or broken files that may not be left out
   */
  importLibrary(order: LibraryImport, watch: CountWatch): Promise<ImportedLibrary>;
}

export interface FollowOptions {
  readonly signal: AbortSignal;
  /** Where the call is. */
  readonly connection?: string | undefined;
}

/** The connections to Gong tenants and other Tamtam servers that this machine keeps. */
export interface TenantConnections {
  /** In order. */
  names(): Promise<readonly string[]>;
  /** @throws NotFoundError for a name that is no connection, naming those there are */
  require(name: string): Promise<void>;
  list(): Promise<readonly ConnectionFacts[]>;
  /** Tries it with one request, then keeps it in the place of one with this name. @throws RemoteError, InvalidInputError */
  connect(wish: ConnectWish, signal: AbortSignal): Promise<ConnectedTenant>;
  /** One request. @throws RemoteError, NotFoundError */
  test(name: string): Promise<ConnectedTenant>;
  /** @throws NotFoundError, ConflictError */
  rename(name: string, newName: string): Promise<void>;
  /** @throws NotFoundError, ConflictError */
  remove(name: string): Promise<void>;
}

export interface ConnectWish {
  readonly name: string;
  /** Gong's general one where it is left out; with OAuth, the tenant's own comes with the tokens. */
  readonly baseUrl?: string | undefined;
  /** Over plain http to another machine, where everybody on the way can read the secrets. */
  readonly isInsecure?: boolean | undefined;
  /** Found out by asking the server where it is left out. */
  readonly kind?: "gong" | "tamtam" | undefined;
  /** Gong's, or none for another Tamtam server, where they are left out. */
  readonly limits?: ConnectionFacts["limits"] | undefined;
  readonly credentials:
    | { readonly kind: "access-key"; readonly accessKey: string; readonly accessKeySecret: string }
    | {
        readonly kind: "oauth";
        readonly clientId: string;
        readonly clientSecret: string;
        readonly scopes: readonly string[];
        readonly port: number;
        readonly showUrl: (url: string) => Promise<{ readonly isBrowserWanted: boolean }>;
      };
}

export interface ConnectionFacts {
  readonly name: string;
  readonly kind: "gong" | "tamtam";
  readonly baseUrl: string;
  readonly limits: { readonly perSecond?: number | undefined; readonly perDay?: number | undefined };
  readonly credentials: "access-key" | "oauth";
  /** Made by settings, and changed there. */
  readonly isFromSettings: boolean;
}

/** What a connection that works may do, as far as it can be known. */
export interface ConnectedTenant extends ConnectionFacts {
  /** Calls of the last 30 days that it sees; `null` where it may not list calls. */
  readonly callCount: number | null;
  /** The scope it would take to list them. */
  readonly missingScope: string | null;
  /** An access key of Gong's has no scopes of its own. */
  readonly scopes: "all" | readonly string[];
  /** Actions that the scopes do not allow. */
  readonly lacking: readonly { readonly action: string; readonly scopes: readonly string[] }[];
  /** Spent on the company from this machine within 24 hours. */
  readonly requestsToday: number;
}

/** Libraries that mirror connections. */
export interface Mirrors {
  /** Does what is due; with `follow`, until the signal aborts. What was done is kept whenever it ends. @throws NotFoundError, RemoteError */
  sync(order: SyncOrder, watch: SyncWatch): Promise<SyncedMirror>;
  /** What a sync would take now. */
  explain(order: SyncOrder, watch: SyncWatch): Promise<SyncCost>;
}

export interface SyncCost extends SearchCost {
  /** Of the calls that are in the mirror; with `media` alone. */
  readonly recordings?: RecordingsToSync | undefined;
}

export interface RecordingsToSync {
  /** Calls whose recording is not here, and how long they are. */
  readonly calls: number;
  readonly hours: number;
  /** What they will take if they are as large as those that are here; null while none is. */
  readonly sizeBytes: number | null;
}

export interface SyncOrder {
  readonly connection: string;
  /** Calls that began before are not wanted. Counts when a mirror is begun. */
  readonly sinceMs: number | undefined;
  readonly follow: boolean;
  /** Recordings, too. */
  readonly media: boolean;
}

export interface SyncWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SyncNews) => void;
  /** Told of how many recordings were brought here. */
  readonly onRecording?: ((count: number) => void) | undefined;
  /** Told of what stops a mirror that is followed, for the time being. */
  readonly onProblem: (error: unknown, retryMs: number) => void;
}

export interface SyncNews {
  readonly callCount: number;
  /** With those still to come; null while that is not known. */
  readonly expectedCount: number | null;
  readonly requestsLeft: number | null;
}

export interface SyncedMirror {
  readonly folder: string;
  readonly requests: number;
  readonly isInterrupted: boolean;
  readonly mirror: MirrorFreshness;
  /** With `media` alone: what was brought here now, and what could not be. */
  readonly recordings?: SyncedRecordings | undefined;
}

export interface SyncedRecordings {
  readonly count: number;
  readonly sizeBytes: number;
  readonly problems: readonly { readonly callId: string; readonly reason: string }[];
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

export const transcriptTexts = ["vtt", "srt", "csv"] as const;

export interface LibraryExport {
  /** Absolute. */
  readonly folder: string;
  readonly connection: string | undefined;
  /** Of the start of the calls, `[from, to)`. */
  readonly fromDateTime: string | undefined;
  readonly toDateTime: string | undefined;
  /** Of transcripts, beside JSON. */
  readonly formats: readonly (typeof transcriptTexts)[number][];
  readonly includeMedia: boolean;
}

export interface CountWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number, totalCount: number) => void;
}

export interface ExportedLibrary {
  readonly calls: number;
  readonly transcripts: number;
  readonly media: number;
}

export interface LibraryImport {
  /** Absolute. */
  readonly folder: string;
  /** Whether files that cannot be read are left out; else nothing is imported. */
  readonly mayLeaveOut: boolean;
}

export interface ImportedLibrary {
  readonly calls: { readonly added: number; readonly changed: number; readonly present: number };
  readonly transcripts: number;
  readonly media: number;
  readonly users: number;
  /** Files that could not be read. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** JSON files in which nothing is known. */
  readonly ignored: readonly string[];
  readonly isComplete: boolean;
}
