import type { Affiliation } from "../../calls/affiliation.ts";
import type { Call, CallStatus, Direction } from "../../calls/call.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { Transaction } from "../database/transaction.ts";

/** All given conditions hold together. Text conditions ignore case and diacritics. */
export interface CallQuery {
  /** Start of the call, `[fromMs, toMs)`. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly primaryUserIds?: readonly UserId[] | undefined;
  /** A keyword of several words is a phrase; English inflections match; looked for in transcript, title, parties and topics. */
  readonly keywords?: readonly string[] | undefined;
  readonly match: "all" | "any";
  readonly direction?: Direction | undefined;
  readonly disposition?: string | undefined;
  /** A party's e-mail (whole), e-mail domain, words of a name, or phone number (by its digits). */
  readonly participantEmail?: string | undefined;
  readonly participantDomain?: string | undefined;
  readonly participantName?: string | undefined;
  readonly participantPhone?: string | undefined;
  /** Words of the title. */
  readonly title?: string | undefined;
  readonly minDurationMs?: number | undefined;
  readonly maxDurationMs?: number | undefined;
  readonly statuses?: readonly CallStatus[] | undefined;
  readonly sort: "recency" | "relevance";
  readonly pageSize: number;
  /** From 1. Not together with `cursor`. */
  readonly page?: number | undefined;
  /** From an earlier page of the same query: what was added since neither doubles nor drops a call. */
  readonly cursor?: string | undefined;
  /** How many places a call's hits may be shown at; 0 to skip looking for them. */
  readonly matchesPerCall: number;
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
