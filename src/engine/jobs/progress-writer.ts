import type { Call, Stage } from "../../calls/call.ts";
import type { Database } from "../database/transaction.ts";
import type { CallStore } from "../store/call-store.ts";
import type { StageContext } from "./stage-runner.ts";

const WRITE_INTERVAL_MS = 1_000;

export interface ProgressWriter {
  readonly report: StageContext["onProgress"];
  /** Waits for the last write, so that none comes after the stage's result. */
  readonly end: () => Promise<void>;
}

/** Writes a stage's progress to the call's record, once a second at most: every process can see it there. */
export function makeProgressWriter(
  parts: { readonly database: Database; readonly calls: CallStore; readonly clock: () => number },
  call: Call,
  stage: Stage,
): ProgressWriter {
  let lastMs = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> | undefined;
  let isOver = false;
  const write = async (done: Parameters<StageContext["onProgress"]>[0]) => {
    const processing = { status: "Processing" as const, stage, ...done, warnings: call.processing.warnings };
    await parts.database.transact(async (transaction) => {
      const now = await parts.calls.get(call.id);
      // Where the lease was lost, another worker may be further already.
      if (now?.processing.status !== "Processing" || now.processing.stage !== stage) return;
      await parts.calls.setProcessing(call.id, processing, transaction);
    });
  };
  return {
    report: (done) => {
      if (isOver || writing || parts.clock() - lastMs < WRITE_INTERVAL_MS) return;
      lastMs = parts.clock();
      // Progress is a courtesy: what cannot be written (a full disk) is the stage's own matter to report.
      writing = write(done)
        .catch(() => undefined)
        .finally(() => {
          writing = undefined;
        });
    },
    end: async () => {
      isOver = true;
      await writing;
    },
  };
}
