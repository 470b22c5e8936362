import type { UserId } from "../calls/ids.ts";
import type { CallFinding } from "../gong-api/call-finding.ts";
import type { CallMediaReading } from "../gong-api/call-media.ts";
import type { CallStatusReading } from "../gong-api/call-status.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { MediaStore } from "./media/media-store.ts";
import { addCallRecording, type AddCallRecordingParts } from "./operations/add-call-recording.ts";
import { addCall, type AddCallParts } from "./operations/add-call.ts";
import { addUsersAccessToCalls } from "./operations/add-users-access-to-calls.ts";
import { callStatus } from "./operations/call-status.ts";
import type { RecordParts } from "./operations/call-records.ts";
import { deleteUsersAccessToCalls } from "./operations/delete-users-access-to-calls.ts";
import { findCalls } from "./operations/find-calls.ts";
import { getCallTranscripts } from "./operations/get-call-transcripts.ts";
import { getCall } from "./operations/get-call.ts";
import { getUsersAccessToCalls } from "./operations/get-users-access-to-calls.ts";
import { listCallsExtensive, type ListCallsExtensiveParts } from "./operations/list-calls-extensive.ts";
import { listCalls } from "./operations/list-calls.ts";
import { listInteractionStats } from "./operations/list-interaction-stats.ts";
import { listMultipleUsersAggregateActivity } from "./operations/list-multiple-users-aggregate-activity.ts";
import { listMultipleUsersAggregateByPeriod } from "./operations/list-multiple-users-aggregate-by-period.ts";
import { listMultipleUsersDayByDayActivity } from "./operations/list-multiple-users-day-by-day-activity.ts";
import { readMedia } from "./operations/read-media.ts";
import type { StatsParts } from "./operations/stats-pages.ts";
import type { UsersAccessParts } from "./operations/users-access.ts";
import type { CallStore } from "./store/call-store.ts";

export interface EngineParts
  extends AddCallParts, RecordParts, AddCallRecordingParts, ListCallsExtensiveParts, UsersAccessParts, StatsParts {
  readonly calls: CallStore;
  readonly media: MediaStore;
}

/** The embedded engine: Gong's operations and what Gong's API lacks, answered in this process. */
export interface Engine {
  /** For the company. */
  readonly api: GongApi;
  /** As this user may see it: calls that they were on, and calls that they were given access to. Without one, the company's. */
  readonly apiFor: (actingUserId: UserId | undefined) => GongApi;
  readonly status: CallStatusReading;
  readonly finding: CallFinding;
  readonly media: CallMediaReading;
}

export function createEngine(parts: EngineParts): Engine {
  const api = gongApi(parts);
  return {
    api,
    apiFor: (actingUserId) => (actingUserId === undefined ? api : gongApi({ ...parts, actingUserId })),
    status: callStatus(parts),
    finding: { findCalls: findCalls(parts) },
    media: readMedia(parts),
  };
}

function gongApi(parts: EngineParts): GongApi {
  return {
    listCalls: listCalls(parts),
    getCall: getCall(parts),
    addCall: addCall(parts),
    addCallRecording: addCallRecording(parts),
    listCallsExtensive: listCallsExtensive(parts),
    getCallTranscripts: getCallTranscripts(parts),
    addUsersAccessToCalls: addUsersAccessToCalls(parts),
    getUsersAccessToCalls: getUsersAccessToCalls(parts),
    deleteUsersAccessToCalls: deleteUsersAccessToCalls(parts),
    listMultipleUsersAggregateActivity: listMultipleUsersAggregateActivity(parts),
    listMultipleUsersAggregateByPeriod: listMultipleUsersAggregateByPeriod(parts),
    listMultipleUsersDayByDayActivity: listMultipleUsersDayByDayActivity(parts),
    listInteractionStats: listInteractionStats(parts),
  };
}
