import type { SearchCost } from "../../../gong-api/call-finding.ts";
import type { MirrorFreshness } from "../../../gong-api/mirror-freshness.ts";

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
  /** Transcripts of calls that began from then on are asked for once more. */
  readonly transcriptsFromMs?: number | undefined;
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
  /** Calls that the tenant shows in a way that cannot be read, and why; the next sync asks for them again. */
  readonly unreadable: readonly { readonly callId: string; readonly reason: string }[];
  /** With `media` alone: what was brought here now, and what could not be. */
  readonly recordings?: SyncedRecordings | undefined;
}

export interface SyncedRecordings {
  readonly count: number;
  readonly sizeBytes: number;
  readonly problems: readonly { readonly callId: string; readonly reason: string }[];
}
