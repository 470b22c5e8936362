import type { Call } from "../../calls/call.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** One monologue of a transcript as it was sent: how many sentences, about what, by whom where that is not a speaker of ours. */
export interface MonologueShape {
  readonly sentenceCount: number;
  readonly speakerId: string | null;
  readonly topic: string | null;
}

/** What was sent for a call. */
export interface ImportedCall {
  /** JSON */
  readonly sent: string;
  /** Absent while there is no transcript. */
  readonly monologues?: readonly MonologueShape[] | undefined;
}

/** What can be waited for, each for itself. */
export type AwaitedPart = "transcript" | "content";

/** How often a part was asked for in vain, and when it is asked for again: `null` for never, as when it is there. */
export interface Asking {
  readonly count: number;
  readonly nextMs: number | null;
}

/** What is known of an imported call without reading it. */
export interface ImportedFacts {
  readonly startedMs: number;
  readonly sentDigest: string;
  readonly hasTranscript: boolean;
  readonly hasContent: boolean;
  readonly asking: Readonly<Record<AwaitedPart, Asking>>;
}

export interface ImportedEntry {
  readonly call: Call;
  readonly startedMs: number;
  readonly sent: string;
  readonly sentDigest: string;
  readonly hasContent: boolean;
  /** Of a call that is new, when each part is asked for; `null` for one that is there. */
  readonly firstAsk: Readonly<Record<AwaitedPart, number | null>>;
}

/** A time that the calls began in, `[fromMs, toMs)`; without an end where one is missing. */
export interface StartRange {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

export interface RecordingsHere {
  readonly count: number;
  readonly sizeBytes: number;
  readonly durationMs: number;
  readonly missing: { readonly count: number; readonly durationMs: number };
}

/** The calls of another server that this library is a mirror of. In another library there are none. */
export interface ImportedCallStore {
  /** Calls that were not imported are left out. */
  getMany(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, ImportedCall>>;
  facts(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, ImportedFacts>>;
  /**
   * Enters the call as completed, or puts it in the place of the one of its id, whose transcript and recording stay. A part that is not there
   * and was given up is asked for again, since something has happened to the call; a transcript that is here is, if it was to be.
   */
  put(entry: ImportedEntry, transaction: Transaction): Promise<void>;
  setMonologues(id: CallId, monologues: readonly MonologueShape[], transaction: Transaction): Promise<void>;
  setAsking(id: CallId, part: AwaitedPart, asking: Asking, transaction: Transaction): Promise<void>;
  /** Has transcripts that are here asked for once more, as they may have been edited. @returns of how many calls */
  askTranscriptsAgain(range: StartRange, nextMs: number, transaction: Transaction): Promise<number>;
  /** Calls that wait for a part: those that are due first, then, to fill a request, others; each newest first. */
  waiting(part: AwaitedPart, nowMs: number, limit: number): Promise<readonly CallId[]>;
  /** How many calls wait for a part in all, how many of them are due, and when the next one is. */
  waitingCount(part: AwaitedPart, nowMs: number): Promise<{ count: number; dueCount: number; nextMs: number | null }>;
  /** How many calls wait for anything. */
  pendingCount(): Promise<number>;
  /** Sees what the transaction has written. */
  count(range: StartRange, transaction?: Transaction): Promise<number>;
  ids(range: StartRange, transaction?: Transaction): Promise<readonly CallId[]>;
  /** When the call in the middle of a range began. */
  middleStartMs(range: StartRange): Promise<number | undefined>;
  newest(limit: number): Promise<readonly CallId[]>;
  /** Calls whose recording is not here, newest first. */
  withoutRecording(): Promise<readonly CallId[]>;
  /** How long calls are whose recording is here, and how large these are; and how long the other calls are. */
  recordings(): Promise<RecordingsHere>;
}
