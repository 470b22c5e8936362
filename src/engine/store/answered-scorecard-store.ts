import type { AnsweredScorecard } from "../../calls/answered-scorecard.ts";
import type { AnsweredScorecardId, ScorecardId, UserId } from "../../calls/ids.ts";
import type { ReviewMethod } from "../../calls/scorecard.ts";
import type { CallVisibility } from "../database/call-visibility.ts";
import type { Transaction } from "../database/transaction.ts";

/** All given conditions hold together. Ranges are from a moment on, and before another. A user sees only what its `visibilityType` shows them, too. */
export interface AnsweredScorecardQuery extends CallVisibility {
  readonly callFromMs?: number | undefined;
  readonly callToMs?: number | undefined;
  readonly reviewFromMs?: number | undefined;
  readonly reviewToMs?: number | undefined;
  /** Either where this is not said. */
  readonly reviewMethod?: ReviewMethod | undefined;
  readonly reviewedUserIds?: readonly UserId[] | undefined;
  readonly scorecardIds?: readonly ScorecardId[] | undefined;
  readonly pageSize: number;
  /** From the page before, of the same query. */
  readonly after?: AnsweredScorecardPosition | undefined;
}

/** Where a list goes on. It is of the reviews that were there when its first page was read. */
export interface AnsweredScorecardPosition {
  readonly total: number;
  readonly upToKey: number;
  readonly key: number;
}

/** A review with what is shown beside it of its scorecard and call. */
export interface ListedAnsweredScorecard {
  readonly answered: AnsweredScorecard;
  readonly scorecardName: string;
  readonly callStartMs: number;
}

export interface AnsweredScorecardPage {
  readonly answered: readonly ListedAnsweredScorecard[];
  /** As counted for the first page. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: AnsweredScorecardPosition | undefined;
}

/** Reviews of calls. */
export interface AnsweredScorecardStore {
  /** Of the calls that Gong's paths show, in the order in which the reviews came. */
  list(query: AnsweredScorecardQuery): Promise<AnsweredScorecardPage>;
  get(id: AnsweredScorecardId): Promise<AnsweredScorecard | undefined>;
  /** @throws ConflictError when the reviewer has reviewed the call by this scorecard already */
  add(answered: AnsweredScorecard, transaction: Transaction): Promise<void>;
  /** Puts this one in the place of the one of its id. Whose call it is about and by whom stays. */
  replace(answered: AnsweredScorecard, transaction: Transaction): Promise<void>;
  /** Removing none is fine. */
  remove(id: AnsweredScorecardId, transaction: Transaction): Promise<void>;
}
