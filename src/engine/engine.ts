import type { UserId } from "../calls/ids.ts";
import type { CallErasing } from "../gong-api/call-erasing.ts";
import type { CallFinding } from "../gong-api/call-finding.ts";
import type { CallMediaReading } from "../gong-api/call-media.ts";
import type { CallStatusReading } from "../gong-api/call-status.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { TamtamApi } from "../gong-api/tamtam/tamtam-api.ts";
import type { MediaStore } from "./media/media-store.ts";
import { addCallRecording, type AddCallRecordingParts } from "./operations/add-call-recording.ts";
import { addCall, type AddCallParts } from "./operations/add-call.ts";
import { addUsersAccessToCalls } from "./operations/add-users-access-to-calls.ts";
import { changeUser } from "./operations/change-user.ts";
import { changeWorkspace } from "./operations/change-workspace.ts";
import { createUser } from "./operations/create-user.ts";
import { createWorkspace } from "./operations/create-workspace.ts";
import { setPermissionProfileUsers } from "./operations/set-permission-profile-users.ts";
import { callStatus } from "./operations/call-status.ts";
import type { RecordParts } from "./operations/call-records.ts";
import { deleteUsersAccessToCalls } from "./operations/delete-users-access-to-calls.ts";
import { callErasing, deleteCall } from "./operations/delete-call.ts";
import { createEraser, type EraserParts } from "./operations/erase-records.ts";
import { findAllReferencesToEmailAddress } from "./operations/find-all-references-to-email-address.ts";
import { findAllReferencesToPhoneNumber } from "./operations/find-all-references-to-phone-number.ts";
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
import type { DataPrivacyParts } from "./operations/person-references.ts";
import { purgeEmailAddress } from "./operations/purge-email-address.ts";
import { purgePhoneNumber } from "./operations/purge-phone-number.ts";
import { readMedia } from "./operations/read-media.ts";
import type { StatsParts } from "./operations/stats-pages.ts";
import type { UsersAccessParts } from "./operations/users-access.ts";
import { createPermissionProfile } from "./operations/create-permission-profile.ts";
import { getPermissionProfile } from "./operations/get-permission-profile.ts";
import { getUserHistory } from "./operations/get-user-history.ts";
import { getUser } from "./operations/get-user.ts";
import { listMultipleUsers } from "./operations/list-multiple-users.ts";
import {
  listPermissionProfileUsers,
  type ListPermissionProfileUsersParts,
} from "./operations/list-permission-profile-users.ts";
import { listPermissionProfile } from "./operations/list-permission-profile.ts";
import { listUsers } from "./operations/list-users.ts";
import { listWorkspaces } from "./operations/list-workspaces.ts";
import { updatePermissionProfile } from "./operations/update-permission-profile.ts";
import type { UserPageParts } from "./operations/user-pages.ts";
import type { CallStore } from "./store/call-store.ts";

export interface EngineParts
  extends
    AddCallParts,
    RecordParts,
    AddCallRecordingParts,
    ListCallsExtensiveParts,
    UsersAccessParts,
    UserPageParts,
    ListPermissionProfileUsersParts,
    StatsParts,
    EraserParts {
  readonly calls: CallStore;
  readonly media: MediaStore;
  readonly maxErasedCalls: DataPrivacyParts["maxErasedCalls"];
}

/** The embedded engine: Gong's operations and what Gong's API lacks, answered in this process. */
export interface Engine {
  /** For the company. */
  readonly api: GongApi;
  /** As this user may see it: calls that they were on, and calls that they were given access to. Without one, the company's. */
  readonly apiFor: (actingUserId: UserId | undefined) => GongApi;
  /** What Gong's API lacks, for the company. */
  readonly tamtam: TamtamApi;
  readonly status: CallStatusReading;
  readonly finding: CallFinding;
  readonly media: CallMediaReading;
  readonly erasing: CallErasing;
}

/** What is made once and shared by all who ask. */
type ApiParts = EngineParts & Pick<DataPrivacyParts, "eraser">;

export function createEngine(given: EngineParts): Engine {
  const parts: ApiParts = { ...given, eraser: createEraser(given) };
  const api = gongApi(parts);
  return {
    api,
    apiFor: (actingUserId) => (actingUserId === undefined ? api : gongApi({ ...parts, actingUserId })),
    tamtam: tamtamApi(parts),
    status: callStatus(parts),
    finding: { findCalls: findCalls(parts) },
    media: readMedia(parts),
    erasing: callErasing(parts),
  };
}

function tamtamApi(parts: ApiParts): TamtamApi {
  return {
    deleteCall: deleteCall(parts),
    createUser: createUser(parts),
    changeUser: changeUser(parts),
    createWorkspace: createWorkspace(parts),
    changeWorkspace: changeWorkspace(parts),
    setPermissionProfileUsers: setPermissionProfileUsers(parts),
  };
}

function gongApi(parts: ApiParts): GongApi {
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
    listPermissionProfile: listPermissionProfile(parts),
    getPermissionProfile: getPermissionProfile(parts),
    listPermissionProfileUsers: listPermissionProfileUsers(parts),
    createPermissionProfile: createPermissionProfile(parts),
    updatePermissionProfile: updatePermissionProfile(parts),
    listUsers: listUsers(parts),
    listMultipleUsers: listMultipleUsers(parts),
    getUser: getUser(parts),
    getUserHistory: getUserHistory(parts),
    listWorkspaces: listWorkspaces(parts),
    listMultipleUsersAggregateActivity: listMultipleUsersAggregateActivity(parts),
    listMultipleUsersAggregateByPeriod: listMultipleUsersAggregateByPeriod(parts),
    listMultipleUsersDayByDayActivity: listMultipleUsersDayByDayActivity(parts),
    listInteractionStats: listInteractionStats(parts),
    findAllReferencesToEmailAddress: findAllReferencesToEmailAddress(parts),
    findAllReferencesToPhoneNumber: findAllReferencesToPhoneNumber(parts),
    purgeEmailAddress: purgeEmailAddress(parts),
    purgePhoneNumber: purgePhoneNumber(parts),
  };
}
