import type { TamtamApi } from "../gong-api/tamtam/tamtam-api.ts";
import { addLibraryCall } from "./operations/add-library-call.ts";
import { changeCallOutcome } from "./operations/change-call-outcome.ts";
import { changeLibraryFolder } from "./operations/change-library-folder.ts";
import { clearOutcomeOfCall } from "./operations/clear-outcome-of-call.ts";
import { createCallOutcome } from "./operations/create-call-outcome.ts";
import { createLibraryFolder } from "./operations/create-library-folder.ts";
import { deleteCallOutcome } from "./operations/delete-call-outcome.ts";
import { deleteLibraryFolder } from "./operations/delete-library-folder.ts";
import { editCall } from "./operations/edit-call.ts";
import { listOwnCallOutcomes } from "./operations/list-own-call-outcomes.ts";
import { removeLibraryCall } from "./operations/remove-library-call.ts";
import { setOutcomeOfCall } from "./operations/set-outcome-of-call.ts";
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
import { testWebhookRule } from "./operations/test-webhook-rule.ts";
import { changeWorkspace } from "./operations/change-workspace.ts";
import { createUser } from "./operations/create-user.ts";
import { createWorkspace } from "./operations/create-workspace.ts";
import { setPermissionProfileUsers } from "./operations/set-permission-profile-users.ts";
import { answerScorecard } from "./operations/answer-scorecard.ts";
import { changeAnsweredScorecard } from "./operations/change-answered-scorecard.ts";
import { changeScorecard } from "./operations/change-scorecard.ts";
import { changeTracker } from "./operations/change-tracker.ts";
import { createScorecard } from "./operations/create-scorecard.ts";
import { createTracker } from "./operations/create-tracker.ts";
import { deleteAnsweredScorecard } from "./operations/delete-answered-scorecard.ts";
import { deleteScorecard } from "./operations/delete-scorecard.ts";
import { deleteTracker } from "./operations/delete-tracker.ts";
import { listOwnScorecards } from "./operations/list-own-scorecards.ts";
import { listOwnTrackers } from "./operations/list-own-trackers.ts";
import { deleteCall } from "./operations/delete-call.ts";
import { getSandbox } from "./operations/get-sandbox.ts";
import { listCrmLinks, removeCrmLinks, setCrmLinks } from "./operations/crm-links.ts";
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
