import type { ScorecardId } from "../../calls/ids.ts";
import type { Scorecard } from "../../calls/scorecard.ts";
import type { Transaction } from "../database/transaction.ts";

export interface ScorecardStore {
  /** By workspace and name. */
  list(): Promise<readonly Scorecard[]>;
  get(id: ScorecardId): Promise<Scorecard | undefined>;
  /** In the order of `ids`; unknown ids are left out. */
  getMany(ids: readonly ScorecardId[]): Promise<readonly Scorecard[]>;
  /** @throws ConflictError when there is one of this id */
  add(scorecard: Scorecard, transaction: Transaction): Promise<void>;
  /** Puts this scorecard in the place of the one of its id. */
  replace(scorecard: Scorecard, transaction: Transaction): Promise<void>;
  /** @throws ConflictError where calls were reviewed by it. Removing none is fine. */
  remove(id: ScorecardId, transaction: Transaction): Promise<void>;
}
