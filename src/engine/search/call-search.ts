import type { Affiliation } from "../../calls/affiliation.ts";
import type { Call } from "../../calls/call.ts";
import type { CallCriteria } from "../../calls/call-criteria.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { Transaction } from "../database/transaction.ts";

/** What to find, and how many places a call's hits may be shown at (0 to skip looking for them). */
export interface CallQuery extends CallCriteria {
  readonly matchesPerCall: number;
  /** Only calls that this user was on or was given access to. */
  readonly visibleTo?: UserId | undefined;
}

/** One place where a keyword was found. */
export interface CallMatch {
  readonly keyword: string;
  readonly where: "transcript" | "title" | "party" | "topic";
  /** The sentence, the title, the party's name or the topic. */
  readonly text: string;
  /** For the transcript only. */
  readonly startMs?: number | undefined;
  readonly speakerName?: string | undefined;
  readonly affiliation?: Affiliation | undefined;
}

export interface CallHit {
  readonly callId: CallId;
  readonly matches: readonly CallMatch[];
}

export interface CallPage {
  readonly hits: readonly CallHit[];
  /** `gte`: there are at least this many (only above 10,000). */
  readonly total: { readonly value: number; readonly relation: "eq" | "gte" };
  /** Absent on the last page. */
  readonly cursor?: string | undefined;
}

/** The index of calls. A call is in it from the moment it is added, and again richer when its stages are done. */
export interface CallSearch {
  /** Enters or replaces a call. Before transcription there is no transcript. */
  put(
    call: Call,
    transcript: Transcript | undefined,
    analysis: CallAnalysis | undefined,
    transaction: Transaction,
  ): Promise<void>;
  remove(callId: CallId, transaction: Transaction): Promise<void>;
  /** Drops what removed calls left in the index: they are not found any more, yet their words are in it until then. */
  dropRemoved(): Promise<void>;
  /** @throws InvalidInputError for a cursor that is not of this query. */
  search(query: CallQuery): Promise<CallPage>;
}
