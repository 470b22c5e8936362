import { inArea, type Operation } from "./operation.ts";
import { listCallsRequest } from "./schemas/list-calls.ts";
import { getCallRequest } from "./schemas/get-call.ts";
import { addCallRequest } from "./schemas/add-call.ts";
import { addCallRecordingRequest } from "./schemas/add-call-recording.ts";
import { listCallsExtensiveRequest, mediaScopes } from "./schemas/list-calls-extensive.ts";
import { getCallTranscriptsRequest } from "./schemas/get-call-transcripts.ts";
import { addUsersAccessToCallsRequest } from "./schemas/add-users-access-to-calls.ts";
import { getUsersAccessToCallsRequest } from "./schemas/get-users-access-to-calls.ts";
import { deleteUsersAccessToCallsRequest } from "./schemas/delete-users-access-to-calls.ts";
import { listMultipleUsersAggregateActivityRequest } from "./schemas/list-multiple-users-aggregate-activity.ts";
import { listMultipleUsersAggregateByPeriodRequest } from "./schemas/list-multiple-users-aggregate-by-period.ts";
import { listMultipleUsersDayByDayActivityRequest } from "./schemas/list-multiple-users-day-by-day-activity.ts";
import { listInteractionStatsRequest } from "./schemas/list-interaction-stats.ts";

/** Of every statistic of activity. */
const activityDifferences = [
  "`callsAsHost` and `callsAttended` are counted from the calls. The other counters are 0: nobody can give feedback, comment or fill a scorecard here, and listening and sharing are not counted.",
  "A user attended a call if one of its parties names them and they are not its host.",
];
const tooManyPeriods = "More than 1,000 days or periods in one request answer 400.";
import { createPermissionProfileRequest } from "./schemas/create-permission-profile.ts";
import { getPermissionProfileRequest } from "./schemas/get-permission-profile.ts";
import { getUserHistoryRequest } from "./schemas/get-user-history.ts";
import { getUserRequest } from "./schemas/get-user.ts";
import { listMultipleUsersRequest } from "./schemas/list-multiple-users.ts";
import { listPermissionProfileRequest } from "./schemas/list-permission-profile.ts";
import { listPermissionProfileUsersRequest } from "./schemas/list-permission-profile-users.ts";
import { listUsersRequest } from "./schemas/list-users.ts";
import { listWorkspacesRequest } from "./schemas/list-workspaces.ts";
import { updatePermissionProfileRequest } from "./schemas/update-permission-profile.ts";
import { findAllReferencesToEmailAddressRequest } from "./schemas/find-all-references-to-email-address.ts";
import { findAllReferencesToPhoneNumberRequest } from "./schemas/find-all-references-to-phone-number.ts";
import { purgeEmailAddressRequest } from "./schemas/purge-email-address.ts";
import { purgePhoneNumberRequest } from "./schemas/purge-phone-number.ts";

const calls = inArea("Calls");
const permissions = inArea("Permissions");
const users = inArea("Users");
const stats = inArea("Stats");
const settings = inArea("Settings");
const library = inArea("Library");
const outcomes = inArea("Outcomes");
const coaching = inArea("Coaching");
const auditing = inArea("Auditing");
const dataPrivacy = inArea("Data Privacy");
const crm = inArea("CRM");
const engageFlows = inArea("Engage Flows");
const tasks = inArea("Tasks");
const meetings = inArea("Meetings");
const engagementLegacy = inArea("Engagement (legacy)");
const digitalInteractions = inArea("Digital Interactions");
const integrationSettings = inArea("Integration Settings");
const entities = inArea("Entities");

/** Every operation of Gong's API v2, as published on 2026-07-05: what is asked, and whether it is answered here. */
export const operations: readonly Operation[] = [
  calls.served("listCalls", "GET /v2/calls", "api:calls:read:basic", {
    query: ["fromDateTime", "toDateTime", "workspaceId", "cursor"],
    request: listCallsRequest,
    differences: ["Ordered by start, oldest first; Gong documents no order."],
  }),
  calls.served("getCall", "GET /v2/calls/{id}", "api:calls:read:basic", { request: getCallRequest }),
  calls.served("addCall", "POST /v2/calls", "api:calls:create", {
    body: "json",
    request: addCallRequest,
    differences: [
      "A `clientUniqueId` that was added before answers 200 with the first call's id and `duplicate: true`.",
      "Accepts CRM systems and object types beyond those of the document.",
    ],
  }),
  calls.served("addCallRecording", "PUT /v2/calls/{id}/media", "api:calls:create", {
    file: "mediaFile",
    status: 201,
    request: addCallRecordingRequest,
    differences: [
      "A call that has another recording already, or one that is fetched from a URL, answers 400; the same file again answers 201.",
      "M4A, AAC, OGG and WebM are taken too.",
    ],
  }),
  calls.served("listCallsExtensive", "POST /v2/calls/extensive", "api:calls:read:extensive", {
    body: "json",
    request: listCallsExtensiveRequest,
    furtherScopes: mediaScopes,
    differences: [
      "`structure`, `outline`, `highlights`, `keyPoints`, `callOutcome` and `video` are not computed and so are absent, as in Gong before its analysis is done.",
      "`trackers` and `publicComments` are empty: there are none to find.",
      "`context` is what was given at upload, for `Now` and `TimeOfCall` alike.",
      "A voice that is no party's own is listed as a party `Speaker #1` with its side as `affiliation`.",
    ],
  }),
  calls.served("getCallTranscripts", "POST /v2/calls/transcript", "api:calls:read:transcript", {
    body: "json",
    request: getCallTranscriptsRequest,
  }),
  permissions.served("addUsersAccessToCalls", "PUT /v2/calls/users-access", "api:call-user-access:write", {
    body: "json",
    request: addUsersAccessToCallsRequest,
    differences: ["Counts for access keys that act for a user; keys and apps that act for the company see every call."],
  }),
  permissions.served("getUsersAccessToCalls", "POST /v2/calls/users-access", "api:call-user-access:read", {
    body: "json",
    request: getUsersAccessToCallsRequest,
  }),
  permissions.served("deleteUsersAccessToCalls", "DELETE /v2/calls/users-access", "api:call-user-access:write", {
    body: "json",
    request: deleteUsersAccessToCallsRequest,
  }),
  permissions.served("listPermissionProfile", "GET /v2/all-permission-profiles", null, {
    query: ["workspaceId"],
    request: listPermissionProfileRequest,
    differences: ["There are none until they are created; Gong's tenants come with some."],
  }),
  permissions.served("getPermissionProfile", "GET /v2/permission-profile", null, {
    query: ["profileId"],
    request: getPermissionProfileRequest,
  }),
  permissions.served("listPermissionProfileUsers", "GET /v2/permission-profile/users", "api:users:read", {
    query: ["profileId"],
    request: listPermissionProfileUsersRequest,
    differences: ["Who has a profile is set on `/tamtam/v1/permission-profiles/{profileId}/users`."],
  }),
  permissions.served("createPermissionProfile", "POST /v2/permission-profile", null, {
    query: ["workspaceId"],
    body: "json",
    request: createPermissionProfileRequest,
    differences: ["Profiles are kept and answered; what a key that acts for a user sees does not depend on them."],
  }),
  permissions.served("updatePermissionProfile", "PUT /v2/permission-profile", null, {
    query: ["profileId"],
    body: "json",
    request: updatePermissionProfileRequest,
  }),
  users.served("listUsers", "GET /v2/users", "api:users:read", {
    query: ["cursor"],
    request: listUsersRequest,
    differences: [
      "Users are those that were entered on `/tamtam/v1/users`, and those that calls name by `userId`.",
      "There are no avatars, so `includeAvatars` changes nothing.",
      "`conferencingProviders` is null.",
    ],
  }),
  users.served("listMultipleUsers", "POST /v2/users/extensive", "api:users:read", {
    body: "json",
    request: listMultipleUsersRequest,
  }),
  users.served("getUser", "GET /v2/users/{id}", "api:users:read", { request: getUserRequest }),
  users.served("getUserHistory", "GET /v2/users/{id}/settings-history", "api:users:read", {
    request: getUserHistoryRequest,
  }),
  stats.served("listMultipleUsersAggregateActivity", "POST /v2/stats/activity/aggregate", "api:stats:user-actions", {
    body: "json",
    request: listMultipleUsersAggregateActivityRequest,
    differences: activityDifferences,
  }),
  stats.served(
    "listMultipleUsersAggregateByPeriod",
    "POST /v2/stats/activity/aggregate-by-period",
    "api:stats:user-actions",
    {
      body: "json",
      request: listMultipleUsersAggregateByPeriodRequest,
      differences: [...activityDifferences, tooManyPeriods],
    },
  ),
  stats.served(
    "listMultipleUsersDayByDayActivity",
    "POST /v2/stats/activity/day-by-day",
    "api:stats:user-actions:detailed",
    {
      body: "json",
      request: listMultipleUsersDayByDayActivityRequest,
      differences: [...activityDifferences, tooManyPeriods],
    },
  ),
  stats.notYet("listAnsweredScorecards", "POST /v2/stats/activity/scorecards", "api:stats:scorecards"),
  stats.served("listInteractionStats", "POST /v2/stats/interaction", "api:stats:interaction", {
    body: "json",
    request: listInteractionStatsRequest,
    differences: [
      "Of every analysed call that the user hosted: there is no Whisper that could be off.",
      "The figures are of the company's side of each call, by Tamtam's own formulas (Gong publishes none); all six names are answered where they can be computed.",
    ],
  }),
  settings.notYet("listBriefs", "GET /v2/settings/briefs", "api:ai-briefer:read"),
  settings.notYet("listScorecards", "GET /v2/settings/scorecards", "api:settings:scorecards:read"),
  settings.notYet("listTrackers", "GET /v2/settings/trackers", "api:settings:trackers:read"),
  settings.served("listWorkspaces", "GET /v2/workspaces", "api:workspaces:read", {
    request: listWorkspacesRequest,
  }),
  library.notYet("getCallsInSpecificFolder", "GET /v2/library/folder-content", "api:library:read"),
  library.notYet("getLibraryStructure", "GET /v2/library/folders", "api:library:read"),
  outcomes.notYet("listCallOutcomes", "GET /v2/call-outcomes", "api:call-outcomes:read"),
  coaching.notYet("listUsers_1", "GET /v2/coaching", "api:coaching:read"),
  auditing.notYet("listLogs", "GET /v2/logs", "api:logs:read"),
  dataPrivacy.served(
    "findAllReferencesToEmailAddress",
    "GET /v2/data-privacy/data-for-email-address",
    "api:data-privacy:read",
    {
      query: ["emailAddress"],
      request: findAllReferencesToEmailAddressRequest,
      differences: [
        "E-mails, meetings and engagement events are not kept, so there are none.",
        "Leads and contacts are those given with calls; their `id` and `mirrorId` are null.",
        "A key that acts for a user is refused with 403, on all four: a part of the calls would pass for all of them.",
      ],
    },
  ),
  dataPrivacy.served(
    "findAllReferencesToPhoneNumber",
    "GET /v2/data-privacy/data-for-phone-number",
    "api:data-privacy:read",
    {
      query: ["phoneNumber"],
      request: findAllReferencesToPhoneNumberRequest,
      differences: [
        "Numbers are compared by all their digits, so one that was given without its country code does not match.",
      ],
    },
  ),
  dataPrivacy.served(
    "purgeEmailAddress",
    "POST /v2/data-privacy/erase-data-for-email-address",
    "api:data-privacy:delete",
    {
      query: ["emailAddress"],
      request: purgeEmailAddressRequest,
      differences: [
        "What is erased is off the disk when the answer comes; Gong takes hours.",
        "The user whose address it is leaves the directory as well.",
        "More calls than `TAMTAM_ERASE_MAX_CALLS` answer 400, and nothing is erased.",
      ],
    },
  ),
  dataPrivacy.served(
    "purgePhoneNumber",
    "POST /v2/data-privacy/erase-data-for-phone-number",
    "api:data-privacy:delete",
    {
      query: ["phoneNumber"],
      request: purgePhoneNumberRequest,
    },
  ),
  crm.notYet("getCrmObjects", "GET /v2/crm/entities", "api:crm:get-objects"),
  crm.notYet("uploadCrmData", "POST /v2/crm/entities", "api:crm:upload"),
  crm.notYet("listCrmSchemaFields", "GET /v2/crm/entity-schema", "api:crm:schema"),
  crm.notYet("uploadCrmSchemaField", "POST /v2/crm/entity-schema", "api:crm:schema"),
  crm.notYet("deleteGenericCrmIntegration", "DELETE /v2/crm/integrations", "api:crm:integration:delete"),
  crm.notYet("listGenericCrmIntegration", "GET /v2/crm/integrations", "api:crm:integrations:read"),
  crm.notYet("registerGenericCrmIntegration", "PUT /v2/crm/integrations", "api:crm:integration:register"),
  crm.notYet("getRequestStatus", "GET /v2/crm/request-status", "api:crm:upload"),
  engageFlows.refused("listFlows", "GET /v2/flows", "api:flows:read", "Gong Engage"),
  engageFlows.refused("listFlowsFolders", "GET /v2/flows/folders", "api:flows:read", "Gong Engage"),
  engageFlows.refused("getProspectsAssignedFlows", "POST /v2/flows/prospects", "api:flows:read", "Gong Engage"),
  engageFlows.refused("assignProspects", "POST /v2/flows/prospects/assign", "api:flows:write", "Gong Engage"),
  engageFlows.refused(
    "assignProspectsCoolOffOverrides",
    "POST /v2/flows/prospects/assign/cool-off-override",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused(
    "submitFlowProspectsBulkAssignment",
    "POST /v2/flows/prospects/bulk-assignments",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused(
    "getFlowProspectsBulkAssignment",
    "GET /v2/flows/prospects/bulk-assignments/{id}",
    "api:flows:read",
    "Gong Engage",
  ),
  engageFlows.refused(
    "unassignProspectFlows",
    "POST /v2/flows/prospects/unassign-flows-by-crm-id",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused(
    "unassignFlows",
    "POST /v2/flows/prospects/unassign-flows-by-instance-id",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused("getFlowSteps", "POST /v2/flows/steps", "api:flows:read", "Gong Engage"),
  tasks.refused("listTasks", "POST /v2/tasks", "api:tasks:read", "Gong Engage"),
  tasks.refused("updateReminder", "PATCH /v2/tasks/{taskId}", "api:tasks:write", "Gong Engage"),
  meetings.refused("addMeeting", "POST /v2/meetings", "api:meetings:user:create", "Gong's meeting scheduler"),
  meetings.refused(
    "integrationStatus",
    "POST /v2/meetings/integration/status",
    "api:meetings:integration:status",
    "Gong's meeting scheduler",
  ),
  meetings.refused(
    "deleteMeeting",
    "DELETE /v2/meetings/{meetingId}",
    "api:meetings:user:delete",
    "Gong's meeting scheduler",
  ),
  meetings.refused(
    "updateMeeting",
    "PUT /v2/meetings/{meetingId}",
    "api:meetings:user:update",
    "Gong's meeting scheduler",
  ),
  engagementLegacy.refused(
    "customAction",
    "PUT /v2/customer-engagement/action",
    "api:engagement-data:write",
    "Gong's engagement events",
  ),
  engagementLegacy.refused(
    "contentShared",
    "PUT /v2/customer-engagement/content/shared",
    "api:engagement-data:write",
    "Gong's engagement events",
  ),
  engagementLegacy.refused(
    "contentViewed",
    "PUT /v2/customer-engagement/content/viewed",
    "api:engagement-data:write",
    "Gong's engagement events",
  ),
  digitalInteractions.refused(
    "addDigitalInteraction",
    "POST /v2/digital-interaction",
    "api:digital-interactions:write",
    "Gong's digital interactions",
  ),
  integrationSettings.refused(
    "integrationSettings",
    "POST /v2/integration-settings",
    "api:integration-settings:write",
    "Gong's integration settings",
  ),
  entities.refused("askEntity", "GET /v2/entities/ask-entity", "api:ai-ask:read", "Gong's paid AI entities"),
  entities.refused("generateBrief", "GET /v2/entities/get-brief", "api:ai-briefer:read", "Gong's paid AI entities"),
];
