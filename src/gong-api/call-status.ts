import type { CallStatus } from "../calls/call.ts";
import type { CallRecord, RecordSelection } from "./call-record.ts";

/** How a call's processing stands, which Gong's API does not say: a call is there from the moment it is added. */
export interface CallStatusReading {
  getCall(
    by: { readonly callId: string } | { readonly clientUniqueId: string },
    selection: RecordSelection,
  ): Promise<CallRecord | undefined>;
  /**
   * Starts a failed call again from the stage that failed.
   * @throws NotFoundError, ConflictError when the call has not failed.
   */
  retryCall(callId: string): Promise<{ readonly status: CallStatus; readonly stage: string }>;
}
