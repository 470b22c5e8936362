import type { Done } from "../gong-api.ts";
import type { GetUserResponse } from "../schemas/get-user.ts";
import type { ListPermissionProfileUsersResponse } from "../schemas/list-permission-profile-users.ts";
import type { ChangeSandboxRequest, SandboxResponse } from "./change-sandbox.ts";
import type { AddLibraryCallRequest, LibraryCallResponse } from "./add-library-call.ts";
import type { CallOutcomeResponse } from "./call-outcome-fields.ts";
import type { ChangeCallOutcomeRequest } from "./change-call-outcome.ts";
import type { ChangeLibraryFolderRequest } from "./change-library-folder.ts";
import type { ChangeUserRequest } from "./change-user.ts";
import type { ChangeWorkspaceRequest } from "./change-workspace.ts";
import type { ClearOutcomeOfCallRequest } from "./clear-outcome-of-call.ts";
import type { CreateCallOutcomeRequest } from "./create-call-outcome.ts";
import type { CreateLibraryFolderRequest, LibraryFolderResponse } from "./create-library-folder.ts";
import type { CreateUserRequest } from "./create-user.ts";
import type { CreateWorkspaceRequest, WorkspaceResponse } from "./create-workspace.ts";
import type { DeleteCallOutcomeRequest } from "./delete-call-outcome.ts";
import type { ChangeWebhookRuleRequest } from "./change-webhook-rule.ts";
import type { CreateWebhookRuleRequest } from "./create-webhook-rule.ts";
import type { CrmLinksResponse, ListCrmLinksRequest, RemoveCrmLinksRequest, SetCrmLinksRequest } from "./crm-links.ts";
import type { AnsweredScorecardResponse, AnswerScorecardRequest } from "./answer-scorecard.ts";
import type { ChangeAnsweredScorecardRequest } from "./change-answered-scorecard.ts";
import type { ChangeScorecardRequest } from "./change-scorecard.ts";
import type { ChangeTrackerRequest } from "./change-tracker.ts";
import type { CreateScorecardRequest } from "./create-scorecard.ts";
import type { CreateTrackerRequest } from "./create-tracker.ts";
import type { DeleteAnsweredScorecardRequest } from "./delete-answered-scorecard.ts";
import type { DeleteScorecardRequest } from "./delete-scorecard.ts";
import type { DeleteTrackerRequest } from "./delete-tracker.ts";
import type { ListOwnScorecardsRequest, ListOwnScorecardsResponse } from "./list-own-scorecards.ts";
import type { ListOwnTrackersRequest, ListOwnTrackersResponse } from "./list-own-trackers.ts";
import type { ScorecardResponse } from "./scorecard-fields.ts";
import type { TrackerResponse } from "./tracker-fields.ts";
import type { DeleteCallRequest } from "./delete-call.ts";
import type { DeleteWebhookRuleRequest } from "./delete-webhook-rule.ts";
import type {
  ListWebhookDeliveriesRequest,
  ListWebhookDeliveriesResponse,
  WebhookDeliveryResponse,
} from "./list-webhook-deliveries.ts";
import type { ListWebhookRulesRequest, ListWebhookRulesResponse } from "./list-webhook-rules.ts";
import type { ResendWebhookDeliveryRequest } from "./resend-webhook-delivery.ts";
import type { TestWebhookRuleRequest } from "./test-webhook-rule.ts";
import type { WebhookKeyRequest, WebhookKeyResponse } from "./webhook-key.ts";
import type { WebhookRuleResponse } from "./webhook-rule-fields.ts";
import type { DeleteLibraryFolderRequest } from "./delete-library-folder.ts";
import type { EditCallRequest, EditCallResponse } from "./edit-call.ts";
import type { ListOwnCallOutcomesRequest, ListOwnCallOutcomesResponse } from "./list-own-call-outcomes.ts";
import type { RemoveLibraryCallRequest } from "./remove-library-call.ts";
import type { OutcomeOfCallResponse, SetOutcomeOfCallRequest } from "./set-outcome-of-call.ts";
import type { GetSandboxRequest } from "./get-sandbox.ts";
import type { SetPermissionProfileUsersRequest } from "./set-permission-profile-users.ts";

/**
 * What Gong's API lacks and an engine needs to be run, in shapes like Gong's. Every operation throws InvalidInputError naming the field,
 * NotFoundError for what is not there, and ConflictError for what is there already.
 */
export interface TamtamApi {
  /** `GET /tamtam/v1/trackers`: as Gong's list, with how far each has been looked for. */
  listOwnTrackers(request: ListOwnTrackersRequest): Promise<ListOwnTrackersResponse>;
  /** `POST /tamtam/v1/trackers`: in new calls from now on, in those that are there in the background. */
  createTracker(request: CreateTrackerRequest): Promise<TrackerResponse>;
  /** `PATCH /tamtam/v1/trackers/{id}` */
  changeTracker(request: ChangeTrackerRequest): Promise<TrackerResponse>;
  /** `DELETE /tamtam/v1/trackers/{id}`: with all that it found. */
  deleteTracker(request: DeleteTrackerRequest): Promise<Done>;
  /** `GET /tamtam/v1/scorecards` */
  listOwnScorecards(request: ListOwnScorecardsRequest): Promise<ListOwnScorecardsResponse>;
  /** `POST /tamtam/v1/scorecards` */
  createScorecard(request: CreateScorecardRequest): Promise<ScorecardResponse>;
  /** `PATCH /tamtam/v1/scorecards/{id}` */
  changeScorecard(request: ChangeScorecardRequest): Promise<ScorecardResponse>;
  /** `DELETE /tamtam/v1/scorecards/{id}`: unless calls were reviewed by it. */
  deleteScorecard(request: DeleteScorecardRequest): Promise<Done>;
  /** `POST /tamtam/v1/answered-scorecards`: one review of one call. */
  answerScorecard(request: AnswerScorecardRequest): Promise<AnsweredScorecardResponse>;
  /** `PATCH /tamtam/v1/answered-scorecards/{id}` */
  changeAnsweredScorecard(request: ChangeAnsweredScorecardRequest): Promise<AnsweredScorecardResponse>;
  /** `DELETE /tamtam/v1/answered-scorecards/{id}` */
  deleteAnsweredScorecard(request: DeleteAnsweredScorecardRequest): Promise<Done>;
  /** `POST /tamtam/v1/users` */
  createUser(request: CreateUserRequest): Promise<GetUserResponse>;
  /** `PATCH /tamtam/v1/users/{id}` */
  changeUser(request: ChangeUserRequest): Promise<GetUserResponse>;
  /** `POST /tamtam/v1/workspaces` */
  createWorkspace(request: CreateWorkspaceRequest): Promise<WorkspaceResponse>;
  /** `PATCH /tamtam/v1/workspaces/{id}`: the built-in one too. */
  changeWorkspace(request: ChangeWorkspaceRequest): Promise<WorkspaceResponse>;
  /** `PUT /tamtam/v1/permission-profiles/{profileId}/users`: exactly these have the profile then. */
  setPermissionProfileUsers(request: SetPermissionProfileUsersRequest): Promise<ListPermissionProfileUsersResponse>;
  /** `GET /tamtam/v1/webhook-rules` */
  listWebhookRules(request: ListWebhookRulesRequest): Promise<ListWebhookRulesResponse>;
  /** `POST /tamtam/v1/webhook-rules` */
  createWebhookRule(request: CreateWebhookRuleRequest): Promise<WebhookRuleResponse>;
  /** `PATCH /tamtam/v1/webhook-rules/{id}` */
  changeWebhookRule(request: ChangeWebhookRuleRequest): Promise<WebhookRuleResponse>;
  /** `DELETE /tamtam/v1/webhook-rules/{id}`: with its deliveries. */
  deleteWebhookRule(request: DeleteWebhookRuleRequest): Promise<Done>;
  /** `POST /tamtam/v1/webhook-rules/{id}/test`: one delivery, marked as a test. */
  testWebhookRule(request: TestWebhookRuleRequest): Promise<WebhookDeliveryResponse>;
  /** `GET /tamtam/v1/webhook-deliveries` */
  listWebhookDeliveries(request: ListWebhookDeliveriesRequest): Promise<ListWebhookDeliveriesResponse>;
  /** `POST /tamtam/v1/webhook-deliveries/{id}/resend`: at once, with all tries before it again. */
  resendWebhookDelivery(request: ResendWebhookDeliveryRequest): Promise<WebhookDeliveryResponse>;
  /** `GET /tamtam/v1/webhook-key`: what signatures are checked with. */
  getWebhookKey(request: WebhookKeyRequest): Promise<WebhookKeyResponse>;
  /** `POST /tamtam/v1/webhook-key/rotate`: from now on another key signs. */
  rotateWebhookKey(request: WebhookKeyRequest): Promise<WebhookKeyResponse>;
  /** `DELETE /tamtam/v1/calls/{id}`: the call with its recording, transcript and index entry, off the disk when it answers. */
  deleteCall(request: DeleteCallRequest): Promise<Done>;
  /** `GET /tamtam/v1/calls/{id}/crm-links`: all links of the call, however they are known. */
  listCrmLinks(request: ListCrmLinksRequest): Promise<CrmLinksResponse>;
  /** `PUT /tamtam/v1/calls/{id}/crm-links`: exactly these are set by hand then, and stand before what was given or matched. */
  setCrmLinks(request: SetCrmLinksRequest): Promise<CrmLinksResponse>;
  /** `DELETE /tamtam/v1/calls/{id}/crm-links`: all that were set by hand. */
  removeCrmLinks(request: RemoveCrmLinksRequest): Promise<CrmLinksResponse>;
  /** `PATCH /tamtam/v1/calls/{id}`: all that depends on what is changed is true when it answers, or by a job that is then waiting. */
  editCall(request: EditCallRequest): Promise<EditCallResponse>;
  /** `PUT /tamtam/v1/calls/{id}/outcome` */
  setOutcomeOfCall(request: SetOutcomeOfCallRequest): Promise<OutcomeOfCallResponse>;
  /** `DELETE /tamtam/v1/calls/{id}/outcome` */
  clearOutcomeOfCall(request: ClearOutcomeOfCallRequest): Promise<Done>;
  /** `GET /tamtam/v1/call-outcomes`: as Gong's list, with their ids. */
  listOwnCallOutcomes(request: ListOwnCallOutcomesRequest): Promise<ListOwnCallOutcomesResponse>;
  /** `POST /tamtam/v1/call-outcomes` */
  createCallOutcome(request: CreateCallOutcomeRequest): Promise<CallOutcomeResponse>;
  /** `PATCH /tamtam/v1/call-outcomes/{id}` */
  changeCallOutcome(request: ChangeCallOutcomeRequest): Promise<CallOutcomeResponse>;
  /** `DELETE /tamtam/v1/call-outcomes/{id}`: calls that had it have none then. */
  deleteCallOutcome(request: DeleteCallOutcomeRequest): Promise<Done>;
  /** `POST /tamtam/v1/library/folders` */
  createLibraryFolder(request: CreateLibraryFolderRequest): Promise<LibraryFolderResponse>;
  /** `PATCH /tamtam/v1/library/folders/{id}` */
  changeLibraryFolder(request: ChangeLibraryFolderRequest): Promise<LibraryFolderResponse>;
  /** `DELETE /tamtam/v1/library/folders/{id}`: with the folders in it; the calls stay. */
  deleteLibraryFolder(request: DeleteLibraryFolderRequest): Promise<Done>;
  /** `POST /tamtam/v1/library/folders/{folderId}/calls` */
  addLibraryCall(request: AddLibraryCallRequest): Promise<LibraryCallResponse>;
  /** `DELETE /tamtam/v1/library/folders/{folderId}/calls/{callId}` */
  removeLibraryCall(request: RemoveLibraryCallRequest): Promise<Done>;
  /** `GET /tamtam/v1/sandbox`: which troubles are made on Gong's paths, for clients to be tested with. */
  getSandbox(request: GetSandboxRequest): Promise<SandboxResponse>;
  /** `PUT /tamtam/v1/sandbox`: exactly these switches are on then. */
  changeSandbox(request: ChangeSandboxRequest): Promise<SandboxResponse>;
}
