import type { Affiliation } from "../calls/affiliation.ts";
import type { CallCriteria } from "../calls/call-criteria.ts";
import type { CallRecord, RecordSelection } from "./call-record.ts";
import type { MirrorFreshness } from "./mirror-freshness.ts";

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
  /** What a reader should know of this answer. */
  readonly note?: string | undefined;
  /** Where the calls are those of a mirror. */
  readonly mirror?: MirrorFreshness | undefined;
}

/** What a search takes where it is answered with requests to a tenant. Null where nothing is limited. */
export interface SearchCost {
  /** Calls to look through. */
  readonly calls: number;
  /** When everything has to be looked at; one that finds a page of calls sooner ends there. */
  readonly requests: number;
  readonly seconds: number | null;
  /** Of the requests that the company may make within a day, 0 to 1. */
  readonly shareOfDay: number | null;
  readonly leftToday: number | null;
}

/** Search by what was said and by every other trait at once, with exact totals, which Gong's API cannot do. */
export interface CallFinding {
  /** Matches come with `includeContent`. @throws InvalidInputError */
  findCalls(criteria: CallCriteria, selection: RecordSelection): Promise<FoundCalls>;
  /** What finding them takes; absent where it takes no requests. */
  estimate?(criteria: CallCriteria, selection: RecordSelection): Promise<SearchCost>;
}
