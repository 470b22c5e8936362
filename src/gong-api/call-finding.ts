import type { Affiliation } from "../calls/affiliation.ts";
import type { CallStatus, Direction } from "../calls/call.ts";
import type { CallRecord, RecordSelection } from "./call-record.ts";

/** Conditions on calls; all given ones hold together. Times are milliseconds since 1970, `[fromMs, toMs)`. */
export interface CallCriteria {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly primaryUserIds?: readonly string[] | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly match: "all" | "any";
  readonly direction?: Direction | undefined;
  readonly disposition?: string | undefined;
  readonly participantEmail?: string | undefined;
  readonly participantDomain?: string | undefined;
  readonly participantName?: string | undefined;
  readonly participantPhone?: string | undefined;
  readonly title?: string | undefined;
  readonly minDurationMs?: number | undefined;
  readonly maxDurationMs?: number | undefined;
  readonly status?: CallStatus | undefined;
  readonly sort: "recency" | "relevance";
  readonly pageSize: number;
  readonly page?: number | undefined;
  readonly cursor?: string | undefined;
}

/** One place where a keyword was found. `start` is in seconds. */
export interface FoundMatch {
  readonly keyword: string;
  readonly where: "transcript" | "title" | "party" | "topic";
  readonly text: string;
  readonly start: number | null;
  readonly speakerName: string | null;
  readonly affiliation: Affiliation | null;
}

export interface FoundCalls {
  readonly calls: readonly (CallRecord & { readonly matches?: readonly FoundMatch[] })[];
  readonly total: { readonly value: number; readonly relation: "eq" | "gte" };
  readonly cursor?: string | undefined;
}

/** Search by what was said and by every other trait at once, with exact totals, which Gong's API cannot do. */
export interface CallFinding {
  /** Matches come with `includeContent`. @throws InvalidInputError */
  findCalls(criteria: CallCriteria, selection: RecordSelection): Promise<FoundCalls>;
}
