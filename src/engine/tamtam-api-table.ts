import type { TamtamApi } from "../gong-api/tamtam/tamtam-api.ts";
import { addLibraryCall } from "./operations/library/add-library-call.ts";
import { changeCallOutcome } from "./operations/outcomes/change-call-outcome.ts";
import { changeLibraryFolder } from "./operations/library/change-library-folder.ts";
import { clearOutcomeOfCall } from "./operations/outcomes/clear-outcome-of-call.ts";
import { createCallOutcome } from "./operations/outcomes/create-call-outcome.ts";
import { createLibraryFolder } from "./operations/library/create-library-folder.ts";
import { deleteCallOutcome } from "./operations/outcomes/delete-call-outcome.ts";
import { deleteLibraryFolder } from "./operations/library/delete-library-folder.ts";
import { editCall } from "./operations/calls/edit-call.ts";
import { listOwnCallOutcomes } from "./operations/outcomes/list-own-call-outcomes.ts";
import { removeLibraryCall } from "./operations/library/remove-library-call.ts";
import { setOutcomeOfCall } from "./operations/outcomes/set-outcome-of-call.ts";
import { changeSandbox } from "./operations/sandbox/change-sandbox.ts";
import { changeUser } from "./operations/users/change-user.ts";
import { changeWebhookRule } from "./operations/webhooks/change-webhook-rule.ts";
import { createWebhookRule } from "./operations/webhooks/create-webhook-rule.ts";
import { deleteWebhookRule } from "./operations/webhooks/delete-webhook-rule.ts";
import { getWebhookKey } from "./operations/webhooks/get-webhook-key.ts";
import { listWebhookDeliveries } from "./operations/webhooks/list-webhook-deliveries.ts";
import { listWebhookRules } from "./operations/webhooks/list-webhook-rules.ts";
import { resendWebhookDelivery } from "./operations/webhooks/resend-webhook-delivery.ts";
import { rotateWebhookKey } from "./operations/webhooks/rotate-webhook-key.ts";
import { testWebhookRule } from "./operations/webhooks/test-webhook-rule.ts";
import { changeWorkspace } from "./operations/settings/change-workspace.ts";
import { createUser } from "./operations/users/create-user.ts";
import { createWorkspace } from "./operations/settings/create-workspace.ts";
import { setPermissionProfileUsers } from "./operations/permissions/set-permission-profile-users.ts";
import { answerScorecard } from "./operations/settings/answer-scorecard.ts";
import { changeAnsweredScorecard } from "./operations/settings/change-answered-scorecard.ts";
import { changeScorecard } from "./operations/settings/change-scorecard.ts";
import { changeTracker } from "./operations/settings/change-tracker.ts";
import { createScorecard } from "./operations/settings/create-scorecard.ts";
import { createTracker } from "./operations/settings/create-tracker.ts";
import { deleteAnsweredScorecard } from "./operations/settings/delete-answered-scorecard.ts";
import { deleteScorecard } from "./operations/settings/delete-scorecard.ts";
import { deleteTracker } from "./operations/settings/delete-tracker.ts";
import { listOwnScorecards } from "./operations/settings/list-own-scorecards.ts";
import { listOwnTrackers } from "./operations/settings/list-own-trackers.ts";
import { deleteCall } from "./operations/calls/delete-call.ts";
import { getSandbox } from "./operations/sandbox/get-sandbox.ts";
import { listCrmLinks, removeCrmLinks, setCrmLinks } from "./operations/crm/crm-links.ts";
import type { ApiParts } from "./engine-parts.ts";

/** What Gong's API lacks, each operation by its own name. */
export function tamtamApi(parts: ApiParts): TamtamApi {
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
