import { ConflictError } from "../../../calls/errors.ts";
import { asId, type CallId } from "../../../calls/ids.ts";
import type { CallStatusReading } from "../../../gong-api/call-status.ts";
import type { Database } from "../../database/transaction.ts";
import type { JobQueue } from "../../queue/job-queue.ts";
import { makeCallRecords, type RecordParts } from "./call-records.ts";
import { type OwnCallParts, requireOwnCall, seenCall } from "./own-calls.ts";

export interface CallStatusParts extends RecordParts, Pick<OwnCallParts, "callAccess"> {
  readonly database: Database;
  readonly queue: JobQueue;
  /** Told of each call that waits for work. */
  readonly onAdded: (callId: CallId) => void;
}

export function callStatus(parts: CallStatusParts): CallStatusReading {
  return {
    getCall: async (by, selection) => {
      const callId =
        "callId" in by ? asId<CallId>(by.callId) : (await parts.calls.getByClientUniqueId(by.clientUniqueId))?.id;
      const call = callId && (await seenCall(parts, callId));
      if (!call) return undefined;
      const [record] = await makeCallRecords(parts, [call], selection);
      return record;
    },
    retryCall: async (text) => {
      const callId = asId<CallId>(text);
      const stage = await parts.database.transact(async (transaction) => {
        const call = await requireOwnCall(parts, callId, "retry");
        const { status, failure, warnings } = call.processing;
        if (!failure)
          throw new ConflictError(
            `Call ${callId} has not failed (its status is ${status}); only a failed call can be retried.`,
          );
        await parts.calls.setProcessing(callId, { status: "Processing", stage: failure.stage, warnings }, transaction);
        await parts.queue.enqueue({ callId, stage: failure.stage }, transaction);
        return failure.stage;
      });
      parts.onAdded(callId);
      return { status: "Processing", stage };
    },
  };
}
