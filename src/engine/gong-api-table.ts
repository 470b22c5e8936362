import type { GongApi } from "../gong-api/gong-api.ts";
import { addCallRecording } from "./operations/add-call-recording.ts";
import { addCall } from "./operations/add-call.ts";
import { getCallsInSpecificFolder } from "./operations/get-calls-in-specific-folder.ts";
import { getLibraryStructure } from "./operations/get-library-structure.ts";
import { listCallOutcomes } from "./operations/list-call-outcomes.ts";
import { listUsers1 } from "./operations/list-users-1.ts";
import { addUsersAccessToCalls } from "./operations/add-users-access-to-calls.ts";
import { listAnsweredScorecards } from "./operations/list-answered-scorecards.ts";
import { listBriefs } from "./operations/list-briefs.ts";
import { listScorecards } from "./operations/list-scorecards.ts";
import { listTrackers } from "./operations/list-trackers.ts";
import { deleteUsersAccessToCalls } from "./operations/delete-users-access-to-calls.ts";
import { findAllReferencesToEmailAddress } from "./operations/find-all-references-to-email-address.ts";
import { findAllReferencesToPhoneNumber } from "./operations/find-all-references-to-phone-number.ts";
import { getCallTranscripts } from "./operations/get-call-transcripts.ts";
import { getCall } from "./operations/get-call.ts";
import { getUsersAccessToCalls } from "./operations/get-users-access-to-calls.ts";
import { listCallsExtensive } from "./operations/list-calls-extensive.ts";
import { listCalls } from "./operations/list-calls.ts";
import { listLogs } from "./operations/list-logs.ts";
import { listInteractionStats } from "./operations/list-interaction-stats.ts";
import { listMultipleUsersAggregateActivity } from "./operations/list-multiple-users-aggregate-activity.ts";
import { listMultipleUsersAggregateByPeriod } from "./operations/list-multiple-users-aggregate-by-period.ts";
import { listMultipleUsersDayByDayActivity } from "./operations/list-multiple-users-day-by-day-activity.ts";
import { purgeEmailAddress } from "./operations/purge-email-address.ts";
import { purgePhoneNumber } from "./operations/purge-phone-number.ts";
import { createPermissionProfile } from "./operations/create-permission-profile.ts";
import { getPermissionProfile } from "./operations/get-permission-profile.ts";
import { getUserHistory } from "./operations/get-user-history.ts";
import { getUser } from "./operations/get-user.ts";
import { listMultipleUsers } from "./operations/list-multiple-users.ts";
import { listPermissionProfileUsers } from "./operations/list-permission-profile-users.ts";
import { listPermissionProfile } from "./operations/list-permission-profile.ts";
import { listUsers } from "./operations/list-users.ts";
import { listWorkspaces } from "./operations/list-workspaces.ts";
import { updatePermissionProfile } from "./operations/update-permission-profile.ts";
import { deleteGenericCrmIntegration } from "./operations/delete-generic-crm-integration.ts";
import { getCrmObjects } from "./operations/get-crm-objects.ts";
import { getRequestStatus } from "./operations/get-request-status.ts";
import { listCrmSchemaFields } from "./operations/list-crm-schema-fields.ts";
import { listGenericCrmIntegration } from "./operations/list-generic-crm-integration.ts";
import { registerGenericCrmIntegration } from "./operations/register-generic-crm-integration.ts";
import { uploadCrmData } from "./operations/upload-crm-data.ts";
import { uploadCrmSchemaField } from "./operations/upload-crm-schema-field.ts";
import type { ApiParts } from "./engine-parts.ts";

/** Gong's operations, each by its own name. */
export function gongApi(parts: ApiParts): GongApi {
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
    getLibraryStructure: getLibraryStructure(parts),
    getCallsInSpecificFolder: getCallsInSpecificFolder(parts),
    listCallOutcomes: listCallOutcomes(parts),
    listUsers_1: listUsers1(parts),
    listLogs: listLogs(parts),
    listAnsweredScorecards: listAnsweredScorecards(parts),
    listTrackers: listTrackers(parts),
    listScorecards: listScorecards(parts),
    listBriefs: listBriefs(parts),
    findAllReferencesToEmailAddress: findAllReferencesToEmailAddress(parts),
    findAllReferencesToPhoneNumber: findAllReferencesToPhoneNumber(parts),
    purgeEmailAddress: purgeEmailAddress(parts),
    purgePhoneNumber: purgePhoneNumber(parts),
    registerGenericCrmIntegration: registerGenericCrmIntegration(parts),
    listGenericCrmIntegration: listGenericCrmIntegration(parts),
    deleteGenericCrmIntegration: deleteGenericCrmIntegration(parts),
    uploadCrmSchemaField: uploadCrmSchemaField(parts),
    listCrmSchemaFields: listCrmSchemaFields(parts),
    uploadCrmData: uploadCrmData(parts),
    getCrmObjects: getCrmObjects(parts),
    getRequestStatus: getRequestStatus(parts),
  };
}
