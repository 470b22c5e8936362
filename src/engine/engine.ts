import type { UserId } from "../calls/ids.ts";
import type { CallEditing } from "../gong-api/call-editing.ts";
import type { CallErasing } from "../gong-api/call-erasing.ts";
import type { CallFinding } from "../gong-api/call-finding.ts";
import type { CallMediaReading } from "../gong-api/call-media.ts";
import type { CallStatusReading } from "../gong-api/call-status.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { TamtamApi } from "../gong-api/tamtam/tamtam-api.ts";
import type { MediaStore } from "./media/media-store.ts";
import { addCallRecording, type AddCallRecordingParts } from "./operations/add-call-recording.ts";
import { addCall, type AddCallParts } from "./operations/add-call.ts";
import { addLibraryCall, type AddLibraryCallParts } from "./operations/add-library-call.ts";
import { changeCallOutcome } from "./operations/change-call-outcome.ts";
import { changeLibraryFolder } from "./operations/change-library-folder.ts";
import { clearOutcomeOfCall } from "./operations/clear-outcome-of-call.ts";
import { createCallOutcome } from "./operations/create-call-outcome.ts";
import { createLibraryFolder } from "./operations/create-library-folder.ts";
import { deleteCallOutcome } from "./operations/delete-call-outcome.ts";
import { deleteLibraryFolder } from "./operations/delete-library-folder.ts";
import { callEditing, editCall } from "./operations/edit-call.ts";
import { getCallsInSpecificFolder } from "./operations/get-calls-in-specific-folder.ts";
import { getLibraryStructure } from "./operations/get-library-structure.ts";
import { listCallOutcomes } from "./operations/list-call-outcomes.ts";
import { listOwnCallOutcomes } from "./operations/list-own-call-outcomes.ts";
import { type CoachingParts, listUsers1 } from "./operations/list-users-1.ts";
import { removeLibraryCall } from "./operations/remove-library-call.ts";
import { setOutcomeOfCall, type OutcomeOfCallParts } from "./operations/set-outcome-of-call.ts";
import { addUsersAccessToCalls } from "./operations/add-users-access-to-calls.ts";
import { changeSandbox } from "./operations/change-sandbox.ts";
import { changeUser } from "./operations/change-user.ts";
import { changeWebhookRule } from "./operations/change-webhook-rule.ts";
import { createWebhookRule } from "./operations/create-webhook-rule.ts";
import { deleteWebhookRule } from "./operations/delete-webhook-rule.ts";
import { getWebhookKey } from "./operations/get-webhook-key.ts";
import { listWebhookDeliveries } from "./operations/list-webhook-deliveries.ts";
import { listWebhookRules } from "./operations/list-webhook-rules.ts";
import { resendWebhookDelivery } from "./operations/resend-webhook-delivery.ts";
import { rotateWebhookKey } from "./operations/rotate-webhook-key.ts";
import { testWebhookRule, type TestWebhookRuleParts } from "./operations/test-webhook-rule.ts";
import type { WebhookKeyParts } from "./operations/webhook-key.ts";
import { changeWorkspace } from "./operations/change-workspace.ts";
import { createUser } from "./operations/create-user.ts";
import { createWorkspace } from "./operations/create-workspace.ts";
import { setPermissionProfileUsers } from "./operations/set-permission-profile-users.ts";
import { callStatus } from "./operations/call-status.ts";
import type { RecordParts } from "./operations/call-records.ts";
import { answerScorecard } from "./operations/answer-scorecard.ts";
import type { AnsweredScorecardParts } from "./operations/answered-scorecards.ts";
import { changeAnsweredScorecard } from "./operations/change-answered-scorecard.ts";
import { changeScorecard } from "./operations/change-scorecard.ts";
import { changeTracker } from "./operations/change-tracker.ts";
import { createScorecard } from "./operations/create-scorecard.ts";
import { createTracker } from "./operations/create-tracker.ts";
import { deleteAnsweredScorecard } from "./operations/delete-answered-scorecard.ts";
import { deleteScorecard } from "./operations/delete-scorecard.ts";
import { deleteTracker } from "./operations/delete-tracker.ts";
import { listAnsweredScorecards } from "./operations/list-answered-scorecards.ts";
import { listBriefs } from "./operations/list-briefs.ts";
import { listOwnScorecards } from "./operations/list-own-scorecards.ts";
import { listOwnTrackers } from "./operations/list-own-trackers.ts";
import { listScorecards } from "./operations/list-scorecards.ts";
import { listTrackers } from "./operations/list-trackers.ts";
import type { ScorecardWriteParts } from "./operations/scorecards.ts";
import type { TrackerWriteParts } from "./operations/trackers.ts";
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
import { listLogs, type ListLogsParts } from "./operations/list-logs.ts";
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
import { getSandbox, type SandboxParts } from "./operations/get-sandbox.ts";
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
import { listCrmLinks, removeCrmLinks, setCrmLinks } from "./operations/crm-links.ts";
import type { CrmParts } from "./operations/crm-integration.ts";
import { deleteGenericCrmIntegration } from "./operations/delete-generic-crm-integration.ts";
import { getCrmObjects } from "./operations/get-crm-objects.ts";
import { getRequestStatus } from "./operations/get-request-status.ts";
import { listCrmSchemaFields } from "./operations/list-crm-schema-fields.ts";
import { listGenericCrmIntegration } from "./operations/list-generic-crm-integration.ts";
import { registerGenericCrmIntegration } from "./operations/register-generic-crm-integration.ts";
import { uploadCrmData } from "./operations/upload-crm-data.ts";
import { uploadCrmSchemaField } from "./operations/upload-crm-schema-field.ts";
import type { CallStore, UserDirectory } from "./store/call-store.ts";
import type { TrackerHitStore } from "./store/tracker-hit-store.ts";

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
    ListLogsParts,
    TestWebhookRuleParts,
    WebhookKeyParts,
    AddLibraryCallParts,
    OutcomeOfCallParts,
    CoachingParts,
    CrmParts,
    EraserParts,
    TrackerWriteParts,
    ScorecardWriteParts,
    AnsweredScorecardParts,
    SandboxParts {
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly trackerHits: TrackerHitStore;
  readonly media: MediaStore;
  readonly maxErasedCalls: DataPrivacyParts["maxErasedCalls"];
}

/** The embedded engine: Gong's operations and what Gong's API lacks, answered in this process. */
export interface Engine extends EngineActions {
  /** As this user may see it: calls that they were on, and calls that they were given access to. Without one, the company's. */
  readonly apiFor: (actingUserId: UserId | undefined) => GongApi;
  /** What Gong's API lacks, for the company. */
  readonly tamtam: TamtamApi;
  readonly media: CallMediaReading;
  /** What actions are done with, as this user may. */
  readonly actingFor: (actingUserId: UserId) => EngineActions;
}

/** What actions are done with. */
export interface EngineActions {
  readonly api: GongApi;
  readonly status: CallStatusReading;
  readonly finding: CallFinding;
  readonly erasing: CallErasing;
  readonly editing: CallEditing;
}

/** What is made once and shared by all who ask. */
type ApiParts = EngineParts & Pick<DataPrivacyParts, "eraser">;

export function createEngine(given: EngineParts): Engine {
  const parts: ApiParts = { ...given, eraser: createEraser(given) };
  const company = engineActions(parts);
  return {
    ...company,
    apiFor: (actingUserId) => (actingUserId === undefined ? company.api : gongApi({ ...parts, actingUserId })),
    actingFor: (actingUserId) => engineActions({ ...parts, actingUserId }),
    tamtam: tamtamApi(parts),
    media: readMedia(parts),
  };
}

function engineActions(parts: ApiParts): EngineActions {
  return {
    api: gongApi(parts),
    status: callStatus(parts),
    finding: { findCalls: findCalls(parts) },
    erasing: callErasing(parts),
    editing: callEditing(parts),
  };
}

function tamtamApi(parts: ApiParts): TamtamApi {
  return {
    deleteCall: deleteCall(parts),
    listWebhookRules: listWebhookRules(parts),
    createWebhookRule: createWebhookRule(parts),
    changeWebhookRule: changeWebhookRule(parts),
    deleteWebhookRule: deleteWebhookRule(parts),
    testWebhookRule: testWebhookRule(parts),
    listWebhookDeliveries: listWebhookDeliveries(parts),
    resendWebhookDelivery: resendWebhookDelivery(parts),
    getWebhookKey: getWebhookKey(parts),
    rotateWebhookKey: rotateWebhookKey(parts),
    editCall: editCall(parts),
    setOutcomeOfCall: setOutcomeOfCall(parts),
    clearOutcomeOfCall: clearOutcomeOfCall(parts),
    listOwnCallOutcomes: listOwnCallOutcomes(parts),
    createCallOutcome: createCallOutcome(parts),
    changeCallOutcome: changeCallOutcome(parts),
    deleteCallOutcome: deleteCallOutcome(parts),
    createLibraryFolder: createLibraryFolder(parts),
    changeLibraryFolder: changeLibraryFolder(parts),
    deleteLibraryFolder: deleteLibraryFolder(parts),
    addLibraryCall: addLibraryCall(parts),
    removeLibraryCall: removeLibraryCall(parts),
    getSandbox: getSandbox(parts),
    changeSandbox: changeSandbox(parts),
    listCrmLinks: listCrmLinks(parts),
    setCrmLinks: setCrmLinks(parts),
    removeCrmLinks: removeCrmLinks(parts),
    listOwnTrackers: listOwnTrackers(parts),
    createTracker: createTracker(parts),
    changeTracker: changeTracker(parts),
    deleteTracker: deleteTracker(parts),
    listOwnScorecards: listOwnScorecards(parts),
    createScorecard: createScorecard(parts),
    changeScorecard: changeScorecard(parts),
    deleteScorecard: deleteScorecard(parts),
    answerScorecard: answerScorecard(parts),
    changeAnsweredScorecard: changeAnsweredScorecard(parts),
    deleteAnsweredScorecard: deleteAnsweredScorecard(parts),
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
