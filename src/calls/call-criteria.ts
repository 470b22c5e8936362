import type { CallStatus, Direction } from "./call.ts";
import type { UserId } from "./ids.ts";

/** Conditions on calls: all given ones hold together, text ignores case and diacritics. Which page of them, in which order. */
export interface CallCriteria {
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
}
