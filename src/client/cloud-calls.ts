import { ConflictError } from "../calls/errors.ts";
import type { CallRecord, RecordSelection } from "../gong-api/call-record.ts";
import type { CallStatusReading } from "../gong-api/call-status.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { AddedCalls } from "./added-calls.ts";
import { findClientUniqueId } from "./find-client-unique-id.ts";
import { joinRecords, listDetailed, readTranscripts, type RecordApi } from "./read-records.ts";

export interface CloudCallsParts {
  readonly api: RecordApi & Pick<GongApi, "listCalls">;
  readonly addedCalls: AddedCalls;
  readonly clock: () => number;
}

/** One call of Gong's, joined from what Gong spreads over several requests. */
export function cloudCalls(parts: CloudCallsParts): CallStatusReading {
  return {
    getCall: async (by, selection) => {
      const callId = "callId" in by ? by.callId : await callIdOf(by.clientUniqueId, parts);
      return readRecord(parts.api, callId, selection);
    },
    retryCall: async () => {
      throw new ConflictError(
        "This connection cannot retry-call: Gong processes calls by itself and does not say how far it is. Add the call again, under " +
          "another client-unique-id.",
      );
    },
  };
}

async function readRecord(api: RecordApi, callId: string, selection: RecordSelection): Promise<CallRecord | undefined> {
  const [calls, transcripts] = await Promise.all([
    listDetailed(api, { callIds: [callId] }, selection),
    selection.includeTranscript ? readTranscripts(api, [callId]) : new Map(),
  ]);
  const [record] = await joinRecords(api, calls.slice(0, 1), transcripts);
  return record;
}

async function callIdOf(clientUniqueId: string, { api, addedCalls, clock }: CloudCallsParts): Promise<string> {
  const known = await addedCalls.recall(clientUniqueId);
  if (known !== undefined) return known;
  const found = await findClientUniqueId(api, clientUniqueId, clock());
  await addedCalls.remember(clientUniqueId, found);
  return found;
}
