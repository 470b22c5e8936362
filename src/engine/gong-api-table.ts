import type { GongApi } from "../gong-api/gong-api.ts";
import { addCallRecording } from "./operations/calls/add-call-recording.ts";
import { addCall } from "./operations/calls/add-call.ts";
import { getCallsInSpecificFolder } from "./operations/library/get-calls-in-specific-folder.ts";
import { getLibraryStructure } from "./operations/library/get-library-structure.ts";
import { listCallOutcomes } from "./operations/outcomes/list-call-outcomes.ts";
import { listUsers1 } from "./operations/coaching/list-users-1.ts";
import { addUsersAccessToCalls } from "./operations/permissions/add-users-access-to-calls.ts";
import { listAnsweredScorecards } from "./operations/stats/list-answered-scorecards.ts";
import { listBriefs } from "./operations/settings/list-briefs.ts";
import { listScorecards } from "./operations/settings/list-scorecards.ts";
import { listTrackers } from "./operations/settings/list-trackers.ts";
import { deleteUsersAccessToCalls } from "./operations/permissions/delete-users-access-to-calls.ts";
import { findAllReferencesToEmailAddress } from "./operations/data-privacy/find-all-references-to-email-address.ts";
import { findAllReferencesToPhoneNumber } from "./operations/data-privacy/find-all-references-to-phone-number.ts";
import { getCallTranscripts } from "./operations/calls/get-call-transcripts.ts";
import { getCall } from "./operations/calls/get-call.ts";
import { getUsersAccessToCalls } from "./operations/permissions/get-users-access-to-calls.ts";
import { listCallsExtensive } from "./operations/calls/list-calls-extensive.ts";
import { listCalls } from "./operations/calls/list-calls.ts";
import { listLogs } from "./operations/auditing/list-logs.ts";
import { listInteractionStats } from "./operations/stats/list-interaction-stats.ts";
import { listMultipleUsersAggregateActivity } from "./operations/stats/list-multiple-users-aggregate-activity.ts";
import { listMultipleUsersAggregateByPeriod } from "./operations/stats/list-multiple-users-aggregate-by-period.ts";
import { listMultipleUsersDayByDayActivity } from "./operations/stats/list-multiple-users-day-by-day-activity.ts";
import { purgeEmailAddress } from "./operations/data-privacy/purge-email-address.ts";
import { purgePhoneNumber } from "./operations/data-privacy/purge-phone-number.ts";
import { createPermissionProfile } from "./operations/permissions/create-permission-profile.ts";
import { getPermissionProfile } from "./operations/permissions/get-permission-profile.ts";
import { getUserHistory } from "./operations/users/get-user-history.ts";
import { getUser } from "./operations/users/get-user.ts";
import { listMultipleUsers } from "./operations/users/list-multiple-users.ts";
import { listPermissionProfileUsers } from "./operations/permissions/list-permission-profile-users.ts";
import { listPermissionProfile } from "./operations/permissions/list-permission-profile.ts";
import { listUsers } from "./operations/users/list-users.ts";
import { listWorkspaces } from "./operations/settings/list-workspaces.ts";
import { updatePermissionProfile } from "./operations/permissions/update-permission-profile.ts";
import { deleteGenericCrmIntegration } from "./operations/crm/delete-generic-crm-integration.ts";
import { getCrmObjects } from "./operations/crm/get-crm-objects.ts";
import { getRequestStatus } from "./operations/crm/get-request-status.ts";
import { listCrmSchemaFields } from "./operations/crm/list-crm-schema-fields.ts";
import { listGenericCrmIntegration } from "./operations/crm/list-generic-crm-integration.ts";
import { registerGenericCrmIntegration } from "./operations/crm/register-generic-crm-integration.ts";
import { uploadCrmData } from "./operations/crm/upload-crm-data.ts";
import { uploadCrmSchemaField } from "./operations/crm/upload-crm-schema-field.ts";
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
