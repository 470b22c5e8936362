import type { InteractionStats } from "../../calls/call-analysis.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { CallVisibility } from "../database/call-visibility.ts";

/** `[fromMs, toMs)` */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** All given conditions hold together. */
export interface StatsUsersQuery extends CallVisibility {
  /** Users who were on a call of the span or in a review made in it, hosts of a call of the span that there are figures of, or everybody in the directory. */
  readonly who: "active" | "measured" | "everybody";
  readonly span: TimeSpan;
  readonly userIds?: readonly UserId[] | undefined;
  /** Of the active ones too, for what is not known here. */
  readonly alsoActive?: readonly UserId[] | undefined;
  /** When the user was entered: from then on, and before then. */
  readonly createdFromMs?: number | undefined;
  readonly createdToMs?: number | undefined;
  readonly pageSize: number;
  /** From the page before, of the same query. */
  readonly after?: StatsUsersPosition | undefined;
}

export interface StatsUsersPosition {
  readonly total: number;
  readonly userId: UserId;
}

export interface StatsUser {
  readonly id: UserId;
  readonly emailAddress: string | null;
}

export interface StatsUsersPage {
  /** In the order of their ids. */
  readonly users: readonly StatsUser[];
  /** As counted for the first page. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: StatsUsersPosition | undefined;
}

export interface UserCallsQuery extends CallVisibility {
  readonly userIds: readonly UserId[];
  /** Each counts for itself: a call that starts in two of them is in both. */
  readonly spans: readonly TimeSpan[];
}

interface InSpan {
  readonly userId: UserId;
  /** By position in the query. */
  readonly spanIndex: number;
}

export interface UserCallCounts extends InSpan {
  readonly hosted: number;
  /** Without those they hosted. */
  readonly attended: number;
}

export interface UserCall extends InSpan {
  readonly callId: CallId;
  readonly isHost: boolean;
}

/** A call that a user reviewed, or that they were reviewed for. */
export interface ReviewedCall extends InSpan {
  readonly callId: CallId;
  readonly isReviewer: boolean;
}

/**
 * What users did, counted from the calls that Gong's paths show. A call belongs to the span that it starts in, a review to the one that it was
 * made in.
 */
export interface UserStats {
  users(query: StatsUsersQuery): Promise<StatsUsersPage>;
  /** A user and a span without a call are left out. */
  countCalls(query: UserCallsQuery): Promise<readonly UserCallCounts[]>;
  /** In the order of their start. */
  listCalls(query: UserCallsQuery): Promise<readonly UserCall[]>;
  /** Of reviews by people: each call once for a user, a span and a side of the review, in the order of their start. */
  listReviewedCalls(query: UserCallsQuery): Promise<readonly ReviewedCall[]>;
  /** Who hosted each of those of the calls that are shown and count. */
  hosts(callIds: readonly CallId[], visibility: CallVisibility): Promise<ReadonlyMap<CallId, UserId>>;
  /** Averages over the calls that each user hosted; a figure that cannot be said of a call is left out of its average. */
  averages(
    query: Omit<UserCallsQuery, "spans"> & { readonly span: TimeSpan },
  ): Promise<ReadonlyMap<UserId, InteractionStats>>;
}
