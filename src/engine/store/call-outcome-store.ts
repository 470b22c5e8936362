import type { CallOutcome, CallOutcomeChange } from "../../calls/call-outcome.ts";
import type { CallId, CallOutcomeId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** The outcomes that the company's calls may have, and which of them each call has. */
export interface CallOutcomeStore {
  /** Those of calls that were connected first, each kind in the order of display. */
  list(): Promise<readonly CallOutcome[]>;
  get(id: CallOutcomeId): Promise<CallOutcome | undefined>;
  /** @throws ConflictError when there is one of this id or name */
  add(outcome: CallOutcome, transaction: Transaction): Promise<void>;
  /** @throws NotFoundError, ConflictError when another one has the name */
  change(id: CallOutcomeId, change: CallOutcomeChange, transaction: Transaction): Promise<void>;
  /** Calls that had it have none then. False when there was none. */
  remove(id: CallOutcomeId, transaction: Transaction): Promise<boolean>;
  /** Calls without one are left out. */
  ofCalls(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, CallOutcome>>;
  /** Both must be there. Without an outcome the call has none any more. */
  setOf(callId: CallId, outcomeId: CallOutcomeId | undefined, transaction: Transaction): Promise<void>;
}
