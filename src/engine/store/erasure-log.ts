import type { CallId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

export interface ErasedCall {
  readonly callId: CallId;
  readonly erasedMs: number;
  /** The records were written anew since, without it. */
  readonly isScrubbed: boolean;
}

/** Calls that were erased a short while ago: what a crash keeps from being finished is finished from here. */
export interface ErasureLog {
  note(callIds: readonly CallId[], erasedMs: number, transaction: Transaction): Promise<void>;
  list(): Promise<readonly ErasedCall[]>;
  setScrubbed(callIds: readonly CallId[], transaction: Transaction): Promise<void>;
  forget(callIds: readonly CallId[], transaction: Transaction): Promise<void>;
}
