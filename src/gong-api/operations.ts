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
import { listAnsweredScorecardsRequest } from "./schemas/list-answered-scorecards.ts";
import { listBriefsRequest } from "./schemas/list-briefs.ts";
import { listScorecardsRequest } from "./schemas/list-scorecards.ts";
import { listTrackersRequest } from "./schemas/list-trackers.ts";
import { listInteractionStatsRequest } from "./schemas/list-interaction-stats.ts";

/** Of every statistic of activity. */
const activityDifferences = [
  "`callsAsHost` and `callsAttended` are counted from the calls, `callsScorecardsFilled` and `callsScorecardsReceived` from the calls that were reviewed in that time by people.",
  "`ownCallsListenedTo` (calls that the user hosted) and `othersCallsListenedTo` are the calls whose recording was fetched with a key that acts for the user or by a link made for them, `callsSharedInternally` those that such a key gave others access to; as far back as the audit log goes.",
  "The other counters are 0: nobody can give feedback or comment here, and who shares links outside the company is not known.",
  "A user attended a call if one of its parties names them and they are not its host.",
];
/** Of what a manager did with the calls of who reports to them. */
const coachingDifferences = [
  "Metrics are lists of ids of calls, by names that Gong is known to answer; its document has none.",
  "`callsListenedTo` are those whose recording was fetched with a key that acts for the manager, or by a link made for them.",
  "`callsManagerAttended` are the calls of the time that both were on, `callsWithScorecardFilled` those that the manager answered a scorecard about the report for. `callsManagerCommentedOn` and `callsWithFeedback` are empty: nobody can comment or give feedback here.",
];
const integrationOutOfUse = "An `integrationId` that is not in use answers 400 with a sentence of Tamtam's own.";
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
import { coachingRequest } from "./schemas/list-users-1.ts";
import { getCallsInSpecificFolderRequest } from "./schemas/get-calls-in-specific-folder.ts";
import { getLibraryStructureRequest } from "./schemas/get-library-structure.ts";
import { listCallOutcomesRequest } from "./schemas/list-call-outcomes.ts";
import { findAllReferencesToEmailAddressRequest } from "./schemas/find-all-references-to-email-address.ts";
import { findAllReferencesToPhoneNumberRequest } from "./schemas/find-all-references-to-phone-number.ts";
import { purgeEmailAddressRequest } from "./schemas/purge-email-address.ts";
import { purgePhoneNumberRequest } from "./schemas/purge-phone-number.ts";
import { deleteGenericCrmIntegrationRequest } from "./schemas/delete-generic-crm-integration.ts";
import { getCrmObjectsRequest } from "./schemas/get-crm-objects.ts";
import { getRequestStatusRequest } from "./schemas/get-request-status.ts";
import { listCrmSchemaFieldsRequest } from "./schemas/list-crm-schema-fields.ts";
import { listGenericCrmIntegrationRequest } from "./schemas/list-generic-crm-integration.ts";
import { registerGenericCrmIntegrationRequest } from "./schemas/register-generic-crm-integration.ts";
import { uploadCrmDataRequest } from "./schemas/upload-crm-data.ts";
import { uploadCrmSchemaFieldRequest } from "./schemas/upload-crm-schema-field.ts";

import { listLogsRequest } from "./schemas/list-logs.ts";

const logDifferences = [
  "`AccessLog` has every request that named who sent it, with the access key. `userId` is that of the user whom the key acts for, and null for a key of the company.",
  "`UserActivityLog` says which operation was done; `tableChanges` and the request's `parameters` are empty, since they could hold somebody's data.",
  "`UserCallPlay` has recordings fetched with an access key or by a link made for a user, the two `ExternallySharedCall…` logs those asked for by other signed links.",
  "A key that acts for a user is answered 403: the logs are the company's.",
  "All logs are kept alike, for `TAMTAM_AUDIT_DAYS`.",
];

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
      '`keyPoints`, `outline` and `highlights` are sentences of the call in its own words, each after the name of who says it: nothing is written by an AI. `outline` sections are named by topic or phrase, `structure` is the same sections without what was said (no agenda is known), and `highlights` are "Next steps".',
      "`structure`, `outline` and `highlights` are computed for calls in English and absent from others; all four are absent from a call that an older release analysed until it has been analysed anew, which happens in the background.",
      "`video` is not computed and so is absent, as in Gong before its analysis is done.",
      "`callOutcome` is the one that was set on `/tamtam/v1/calls/{id}/outcome`; no AI sets one, nor does a `disposition`.",
      "`trackers` are keyword trackers; nothing is found by example (`SMART`). One that was made or changed is absent from a call until it has been looked for in it, which takes seconds.",
      "A tracker's `occurrences` and its `phrases` are both answered, since there is no setting to show each phrase by itself. Where phrases of a tracker overlap, the longest counts.",
      "`publicComments` are empty: there are none to find.",
      "`context` names what was given at upload and what is found in the CRM whose objects came on Gong's paths, with the CRM's values as they are now and as they were at the time of the call. Where the CRM has none, what was given at upload stands for `Now` and `TimeOfCall` alike.",
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
  stats.served("listAnsweredScorecards", "POST /v2/stats/activity/scorecards", "api:stats:scorecards", {
    body: "json",
    request: listAnsweredScorecardsRequest,
    differences: [
      "Calls are reviewed on `/tamtam/v1/answered-scorecards`, those of `AUTOMATIC` scorecards too: no program fills them here.",
      "Ordered as the reviews came. A key that acts for a user is shown reviews of calls that the user may see, as far as their `visibilityType` allows.",
    ],
  }),
  stats.served("listInteractionStats", "POST /v2/stats/interaction", "api:stats:interaction", {
    body: "json",
    request: listInteractionStatsRequest,
    differences: [
      "Of every analysed call that the user hosted: there is no Whisper that could be off.",
      "The figures are of the company's side of each call, by Tamtam's own formulas (Gong publishes none); all six names are answered where they can be computed.",
    ],
  }),
  settings.served("listBriefs", "GET /v2/settings/briefs", "api:ai-briefer:read", {
    query: ["workspaceId"],
    request: listBriefsRequest,
    differences: ["There are none: a brief is a template for Gong's paid AI, which this server does not have."],
  }),
  settings.served("listScorecards", "GET /v2/settings/scorecards", "api:settings:scorecards:read", {
    request: listScorecardsRequest,
    differences: ["There are none until they are made on `/tamtam/v1/scorecards`; Gong's tenants come with some."],
  }),
  settings.served("listTrackers", "GET /v2/settings/trackers", "api:settings:trackers:read", {
    query: ["workspaceId"],
    request: listTrackersRequest,
    differences: ["There are none until they are made on `/tamtam/v1/trackers`; Gong's tenants come with some."],
  }),
  settings.served("listWorkspaces", "GET /v2/workspaces", "api:workspaces:read", {
    request: listWorkspacesRequest,
  }),
  library.served("getCallsInSpecificFolder", "GET /v2/library/folder-content", "api:library:read", {
    query: ["folderId"],
    request: getCallsInSpecificFolderRequest,
    differences: [
      "`folderId` is required; the document says that it may be left out, and not what is answered then.",
      "A key that acts for a user is shown the calls that the user may see.",
    ],
  }),
  library.served("getLibraryStructure", "GET /v2/library/folders", "api:library:read", {
    query: ["workspaceId"],
    request: getLibraryStructureRequest,
    differences: [
      "There are none until they are made on `/tamtam/v1/library/folders`; Gong's tenants come with some.",
      "All folders are public.",
    ],
  }),
  outcomes.served("listCallOutcomes", "GET /v2/call-outcomes", "api:call-outcomes:read", {
    request: listCallOutcomesRequest,
    differences: ["Those of a new tenant, until they are changed on `/tamtam/v1/call-outcomes`."],
  }),
  coaching.served("listUsers_1", "GET /v2/coaching", "api:coaching:read", {
    query: ["workspace-id", "manager-id", "from", "to"],
    request: coachingRequest,
    differences: coachingDifferences,
  }),
  auditing.served("listLogs", "GET /v2/logs", "api:logs:read", {
    query: ["logType", "fromDateTime", "toDateTime", "cursor"],
    request: listLogsRequest,
    differences: logDifferences,
  }),
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
  crm.served("getCrmObjects", "GET /v2/crm/entities", "api:crm:get-objects", {
    query: ["integrationId", "objectType", "objectsCrmIds"],
    body: "json",
    wholeBody: "objectIds",
    bodyOrQuery: "objectsCrmIds",
    request: getCrmObjectsRequest,
    differences: [
      "The ids are taken from the query too, where the document shows them, if the request has no body.",
      integrationOutOfUse,
    ],
  }),
  crm.served("uploadCrmData", "POST /v2/crm/entities", "api:crm:upload", {
    query: ["integrationId", "objectType", "clientRequestId"],
    file: "dataFile",
    status: 201,
    request: uploadCrmDataRequest,
    differences: [
      "An object is replaced as a whole: a field that is not sent has no value then. What it was before stays known for `TimeOfCall`.",
      "Underscores in an `objectId` are taken, as in the document's examples.",
      "A file of more than 200 MB answers 413.",
      integrationOutOfUse,
    ],
  }),
  crm.served("listCrmSchemaFields", "GET /v2/crm/entity-schema", "api:crm:schema", {
    query: ["integrationId", "objectType"],
    request: listCrmSchemaFieldsRequest,
    differences: [integrationOutOfUse],
  }),
  crm.served("uploadCrmSchemaField", "POST /v2/crm/entity-schema", "api:crm:schema", {
    query: ["integrationId", "objectType"],
    body: "json",
    wholeBody: "body",
    request: uploadCrmSchemaFieldRequest,
    differences: [integrationOutOfUse],
  }),
  crm.served("deleteGenericCrmIntegration", "DELETE /v2/crm/integrations", "api:crm:integration:delete", {
    query: ["integrationId", "clientRequestId"],
    status: 201,
    request: deleteGenericCrmIntegrationRequest,
    differences: [
      "The integration is out of use at once, and another can be registered while its objects are still being deleted.",
      integrationOutOfUse,
    ],
  }),
  crm.served("listGenericCrmIntegration", "GET /v2/crm/integrations", "api:crm:integrations:read", {
    request: listGenericCrmIntegrationRequest,
  }),
  crm.served("registerGenericCrmIntegration", "PUT /v2/crm/integrations", "api:crm:integration:register", {
    body: "json",
    request: registerGenericCrmIntegrationRequest,
  }),
  crm.served("getRequestStatus", "GET /v2/crm/request-status", "api:crm:upload", {
    query: ["integrationId", "clientRequestId"],
    request: getRequestStatusRequest,
    differences: ["A `clientRequestId` that was never sent answers 400 with a sentence of Tamtam's own."],
  }),
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
