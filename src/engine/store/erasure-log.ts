import type { CallId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

export interface Erasure {
  readonly key: number;
  /** None where only a user was erased. */
  readonly callIds: readonly CallId[];
  readonly erasedMs: number;
  /** The records were written anew since, without what was erased. */
  readonly isScrubbed: boolean;
}

/** What was erased a short while ago: what a crash keeps from being finished is finished from here. */
export interface ErasureLog {
  note(callIds: readonly CallId[], erasedMs: number, transaction: Transaction): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly Erasure[]>;
  setScrubbed(keys: readonly number[], transaction: Transaction): Promise<void>;
  forget(keys: readonly number[], transaction: Transaction): Promise<void>;
}
