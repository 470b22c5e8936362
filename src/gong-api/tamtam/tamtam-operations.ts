import type { z } from "zod";
import type { Method, RequestParts } from "../operation.ts";
import { changeSandboxRequest } from "./change-sandbox.ts";
import { addLibraryCallRequest } from "./add-library-call.ts";
import { changeCallOutcomeRequest } from "./change-call-outcome.ts";
import { changeLibraryFolderRequest } from "./change-library-folder.ts";
import { changeUserRequest } from "./change-user.ts";
import { changeWorkspaceRequest } from "./change-workspace.ts";
import { clearOutcomeOfCallRequest } from "./clear-outcome-of-call.ts";
import { createCallOutcomeRequest } from "./create-call-outcome.ts";
import { createLibraryFolderRequest } from "./create-library-folder.ts";
import { createUserRequest } from "./create-user.ts";
import { createWorkspaceRequest } from "./create-workspace.ts";
import { deleteCallOutcomeRequest } from "./delete-call-outcome.ts";
import { changeWebhookRuleRequest } from "./change-webhook-rule.ts";
import { createWebhookRuleRequest } from "./create-webhook-rule.ts";
import { listCrmLinksRequest, removeCrmLinksRequest, setCrmLinksRequest } from "./crm-links.ts";
import { answerScorecardRequest } from "./answer-scorecard.ts";
import { changeAnsweredScorecardRequest } from "./change-answered-scorecard.ts";
import { changeScorecardRequest } from "./change-scorecard.ts";
import { changeTrackerRequest } from "./change-tracker.ts";
import { createScorecardRequest } from "./create-scorecard.ts";
import { createTrackerRequest } from "./create-tracker.ts";
import { deleteAnsweredScorecardRequest } from "./delete-answered-scorecard.ts";
import { deleteScorecardRequest } from "./delete-scorecard.ts";
import { deleteTrackerRequest } from "./delete-tracker.ts";
import { listOwnScorecardsRequest } from "./list-own-scorecards.ts";
import { listOwnTrackersRequest } from "./list-own-trackers.ts";
import { deleteCallRequest } from "./delete-call.ts";
import { deleteWebhookRuleRequest } from "./delete-webhook-rule.ts";
import { listWebhookDeliveriesRequest } from "./list-webhook-deliveries.ts";
import { listWebhookRulesRequest } from "./list-webhook-rules.ts";
import { resendWebhookDeliveryRequest } from "./resend-webhook-delivery.ts";
import { testWebhookRuleRequest } from "./test-webhook-rule.ts";
import { webhookKeyRequest } from "./webhook-key.ts";
import { deleteLibraryFolderRequest } from "./delete-library-folder.ts";
import { editCallRequest } from "./edit-call.ts";
import { listOwnCallOutcomesRequest } from "./list-own-call-outcomes.ts";
import { removeLibraryCallRequest } from "./remove-library-call.ts";
import { setOutcomeOfCallRequest } from "./set-outcome-of-call.ts";
import { getSandboxRequest } from "./get-sandbox.ts";
import { setPermissionProfileUsersRequest } from "./set-permission-profile-users.ts";
import type { TamtamApi } from "./tamtam-api.ts";

/** An operation of Tamtam's own: for keys that may do everything for the company. */
export interface TamtamOperation {
  readonly id: keyof TamtamApi;
  readonly method: Method;
  /** With parameters in braces. */
  readonly path: string;
  /** A body is always JSON. */
  readonly parts: Pick<RequestParts, "query" | "body" | "status">;
  readonly request: z.ZodType;
}

function row(
  id: keyof TamtamApi,
  route: `${Method} /tamtam/v1/${string}`,
  given: TamtamOperation["parts"] & Pick<TamtamOperation, "request">,
): TamtamOperation {
  const [method, path] = route.split(" ") as [Method, string]; // the type of a route says so
  const { request, ...parts } = given;
  return { id, method, path, parts, request };
}

/** What Gong's API lacks: one row for each operation, as in Gong's own table. */
export const tamtamOperations: readonly TamtamOperation[] = [
  row("getSandbox", "GET /tamtam/v1/sandbox", { request: getSandboxRequest }),
  row("changeSandbox", "PUT /tamtam/v1/sandbox", { body: "json", request: changeSandboxRequest }),
  row("deleteCall", "DELETE /tamtam/v1/calls/{id}", { request: deleteCallRequest }),
  row("editCall", "PATCH /tamtam/v1/calls/{id}", { body: "json", request: editCallRequest }),
  row("setOutcomeOfCall", "PUT /tamtam/v1/calls/{id}/outcome", { body: "json", request: setOutcomeOfCallRequest }),
  row("clearOutcomeOfCall", "DELETE /tamtam/v1/calls/{id}/outcome", { request: clearOutcomeOfCallRequest }),
  row("listOwnCallOutcomes", "GET /tamtam/v1/call-outcomes", { request: listOwnCallOutcomesRequest }),
  row("createCallOutcome", "POST /tamtam/v1/call-outcomes", {
    body: "json",
    status: 201,
    request: createCallOutcomeRequest,
  }),
  row("changeCallOutcome", "PATCH /tamtam/v1/call-outcomes/{id}", { body: "json", request: changeCallOutcomeRequest }),
  row("deleteCallOutcome", "DELETE /tamtam/v1/call-outcomes/{id}", { request: deleteCallOutcomeRequest }),
  row("createLibraryFolder", "POST /tamtam/v1/library/folders", {
    body: "json",
    status: 201,
    request: createLibraryFolderRequest,
  }),
  row("changeLibraryFolder", "PATCH /tamtam/v1/library/folders/{id}", {
    body: "json",
    request: changeLibraryFolderRequest,
  }),
  row("deleteLibraryFolder", "DELETE /tamtam/v1/library/folders/{id}", { request: deleteLibraryFolderRequest }),
  row("addLibraryCall", "POST /tamtam/v1/library/folders/{folderId}/calls", {
    body: "json",
    status: 201,
    request: addLibraryCallRequest,
  }),
  row("removeLibraryCall", "DELETE /tamtam/v1/library/folders/{folderId}/calls/{callId}", {
    query: ["fromSec", "toSec"],
    request: removeLibraryCallRequest,
  }),
  row("listWebhookRules", "GET /tamtam/v1/webhook-rules", { request: listWebhookRulesRequest }),
  row("createWebhookRule", "POST /tamtam/v1/webhook-rules", {
    body: "json",
    status: 201,
    request: createWebhookRuleRequest,
  }),
  row("changeWebhookRule", "PATCH /tamtam/v1/webhook-rules/{id}", { body: "json", request: changeWebhookRuleRequest }),
  row("deleteWebhookRule", "DELETE /tamtam/v1/webhook-rules/{id}", { request: deleteWebhookRuleRequest }),
  row("testWebhookRule", "POST /tamtam/v1/webhook-rules/{id}/test", {
    body: "json",
    status: 202,
    request: testWebhookRuleRequest,
  }),
  row("listWebhookDeliveries", "GET /tamtam/v1/webhook-deliveries", {
    query: ["ruleId", "callId", "state", "before"],
    request: listWebhookDeliveriesRequest,
  }),
  row("resendWebhookDelivery", "POST /tamtam/v1/webhook-deliveries/{id}/resend", {
    status: 202,
    request: resendWebhookDeliveryRequest,
  }),
  row("getWebhookKey", "GET /tamtam/v1/webhook-key", { request: webhookKeyRequest }),
  row("rotateWebhookKey", "POST /tamtam/v1/webhook-key/rotate", { request: webhookKeyRequest }),
  row("listCrmLinks", "GET /tamtam/v1/calls/{id}/crm-links", { request: listCrmLinksRequest }),
  row("setCrmLinks", "PUT /tamtam/v1/calls/{id}/crm-links", { body: "json", request: setCrmLinksRequest }),
  row("removeCrmLinks", "DELETE /tamtam/v1/calls/{id}/crm-links", { request: removeCrmLinksRequest }),
  row("listOwnTrackers", "GET /tamtam/v1/trackers", { request: listOwnTrackersRequest }),
  row("createTracker", "POST /tamtam/v1/trackers", { body: "json", status: 201, request: createTrackerRequest }),
  row("changeTracker", "PATCH /tamtam/v1/trackers/{id}", { body: "json", request: changeTrackerRequest }),
  row("deleteTracker", "DELETE /tamtam/v1/trackers/{id}", { request: deleteTrackerRequest }),
  row("listOwnScorecards", "GET /tamtam/v1/scorecards", { request: listOwnScorecardsRequest }),
  row("createScorecard", "POST /tamtam/v1/scorecards", { body: "json", status: 201, request: createScorecardRequest }),
  row("changeScorecard", "PATCH /tamtam/v1/scorecards/{id}", { body: "json", request: changeScorecardRequest }),
  row("deleteScorecard", "DELETE /tamtam/v1/scorecards/{id}", { request: deleteScorecardRequest }),
  row("answerScorecard", "POST /tamtam/v1/answered-scorecards", {
    body: "json",
    status: 201,
    request: answerScorecardRequest,
  }),
  row("changeAnsweredScorecard", "PATCH /tamtam/v1/answered-scorecards/{id}", {
    body: "json",
    request: changeAnsweredScorecardRequest,
  }),
  row("deleteAnsweredScorecard", "DELETE /tamtam/v1/answered-scorecards/{id}", {
    request: deleteAnsweredScorecardRequest,
  }),
  row("createUser", "POST /tamtam/v1/users", { body: "json", status: 201, request: createUserRequest }),
  row("changeUser", "PATCH /tamtam/v1/users/{id}", { body: "json", request: changeUserRequest }),
  row("createWorkspace", "POST /tamtam/v1/workspaces", { body: "json", status: 201, request: createWorkspaceRequest }),
  row("changeWorkspace", "PATCH /tamtam/v1/workspaces/{id}", { body: "json", request: changeWorkspaceRequest }),
  row("setPermissionProfileUsers", "PUT /tamtam/v1/permission-profiles/{profileId}/users", {
    body: "json",
    request: setPermissionProfileUsersRequest,
  }),
];
