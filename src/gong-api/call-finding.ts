import type { Affiliation } from "../calls/affiliation.ts";
import type { CallCriteria } from "../calls/call-criteria.ts";
import type { CallRecord, RecordSelection } from "./call-record.ts";

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
