import type { Call, Processing } from "../../calls/call.ts";
import type { Transaction } from "../database/transaction.ts";

export interface StageContext {
  readonly signal: AbortSignal;
  /** How much of the stage is done, 0 to 1, where it can be told, and how many times faster than real time it goes. */
  readonly onProgress: (done: { progress?: number | undefined; timesRealTime?: number | undefined }) => void;
}

/** What a stage found out, kept for the moment when it may be written. */
export interface StageResult {
  /** Writes the result. It is committed together with the step to the next stage, so a stage counts as done only when its result is there. */
  readonly commit: (transaction: Transaction) => Promise<void>;
  /** Added to what earlier stages had to say; a warning of this stage from an earlier try is replaced. */
  readonly warnings?: Processing["warnings"] | undefined;
  /** Clears away what is not needed any more. Runs after the commit; what it misses, the last stage clears. */
  readonly afterCommit?: (() => Promise<void>) | undefined;
}

/** One stage of a call's processing. Running it again after an interruption gives the same result. */
export interface StageRunner {
  run(call: Call, context: StageContext): Promise<StageResult>;
}
