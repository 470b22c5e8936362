import type {
  FindAllReferencesToEmailAddressRequest,
  FindAllReferencesToEmailAddressResponse,
} from "./schemas/find-all-references-to-email-address.ts";
import type {
  FindAllReferencesToPhoneNumberRequest,
  FindAllReferencesToPhoneNumberResponse,
} from "./schemas/find-all-references-to-phone-number.ts";
import type {
  AcceptedCrmRequest,
  DeleteGenericCrmIntegrationRequest,
} from "./schemas/delete-generic-crm-integration.ts";
import type { GetCrmObjectsRequest, GetCrmObjectsResponse } from "./schemas/get-crm-objects.ts";
import type { GetRequestStatusRequest, GetRequestStatusResponse } from "./schemas/get-request-status.ts";
import type { ListCrmSchemaFieldsRequest, ListCrmSchemaFieldsResponse } from "./schemas/list-crm-schema-fields.ts";
import type {
  ListGenericCrmIntegrationRequest,
  ListGenericCrmIntegrationResponse,
} from "./schemas/list-generic-crm-integration.ts";
import type {
  RegisterGenericCrmIntegrationRequest,
  RegisterGenericCrmIntegrationResponse,
} from "./schemas/register-generic-crm-integration.ts";
import type { UploadCrmDataRequest } from "./schemas/upload-crm-data.ts";
import type { UploadCrmSchemaFieldRequest } from "./schemas/upload-crm-schema-field.ts";
import type { PurgeEmailAddressRequest } from "./schemas/purge-email-address.ts";
import type { PurgePhoneNumberRequest } from "./schemas/purge-phone-number.ts";
import type { AddCallRecordingRequest, AddCallRecordingResponse } from "./schemas/add-call-recording.ts";
import type { AddCallRequest, AddCallResponse } from "./schemas/add-call.ts";
import type { AddUsersAccessToCallsRequest } from "./schemas/add-users-access-to-calls.ts";
import type { CreatePermissionProfileRequest } from "./schemas/create-permission-profile.ts";
import type { DeleteUsersAccessToCallsRequest } from "./schemas/delete-users-access-to-calls.ts";
import type { GetPermissionProfileRequest, PermissionProfileResponse } from "./schemas/get-permission-profile.ts";
import type { GetUserHistoryRequest, GetUserHistoryResponse } from "./schemas/get-user-history.ts";
import type { GetUserRequest, GetUserResponse } from "./schemas/get-user.ts";
import type {
  ListAnsweredScorecardsRequest,
  ListAnsweredScorecardsResponse,
} from "./schemas/list-answered-scorecards.ts";
import type { ListBriefsRequest, ListBriefsResponse } from "./schemas/list-briefs.ts";
import type { ListScorecardsRequest, ListScorecardsResponse } from "./schemas/list-scorecards.ts";
import type { ListTrackersRequest, ListTrackersResponse } from "./schemas/list-trackers.ts";
import type { ListMultipleUsersRequest } from "./schemas/list-multiple-users.ts";
import type {
  ListPermissionProfileUsersRequest,
  ListPermissionProfileUsersResponse,
} from "./schemas/list-permission-profile-users.ts";
import type { ListPermissionProfileRequest, ListPermissionProfileResponse } from "./schemas/list-permission-profile.ts";
import type { ListUsersRequest, ListUsersResponse } from "./schemas/list-users.ts";
import type { ListWorkspacesRequest, ListWorkspacesResponse } from "./schemas/list-workspaces.ts";
import type { UpdatePermissionProfileRequest } from "./schemas/update-permission-profile.ts";
import type {
  GetCallsInSpecificFolderRequest,
  GetCallsInSpecificFolderResponse,
} from "./schemas/get-calls-in-specific-folder.ts";
import type { GetLibraryStructureRequest, GetLibraryStructureResponse } from "./schemas/get-library-structure.ts";
import type { ListCallOutcomesRequest, ListCallOutcomesResponse } from "./schemas/list-call-outcomes.ts";
import type { CoachingRequest, CoachingResponse } from "./schemas/list-users-1.ts";
import type { GetCallTranscriptsRequest, GetCallTranscriptsResponse } from "./schemas/get-call-transcripts.ts";
import type { GetCallRequest, GetCallResponse } from "./schemas/get-call.ts";
import type {
  GetUsersAccessToCallsRequest,
  GetUsersAccessToCallsResponse,
} from "./schemas/get-users-access-to-calls.ts";
import type { ListCallsExtensiveRequest, ListCallsExtensiveResponse } from "./schemas/list-calls-extensive.ts";
import type { ListCallsRequest, ListCallsResponse } from "./schemas/list-calls.ts";
import type { ListLogsRequest, ListLogsResponse } from "./schemas/list-logs.ts";
import type { ListInteractionStatsRequest, ListInteractionStatsResponse } from "./schemas/list-interaction-stats.ts";
import type {
  ListMultipleUsersAggregateActivityRequest,
  ListMultipleUsersAggregateActivityResponse,
} from "./schemas/list-multiple-users-aggregate-activity.ts";
import type {
  ListMultipleUsersAggregateByPeriodRequest,
  ListMultipleUsersAggregateByPeriodResponse,
} from "./schemas/list-multiple-users-aggregate-by-period.ts";
import type {
  ListMultipleUsersDayByDayActivityRequest,
  ListMultipleUsersDayByDayActivityResponse,
} from "./schemas/list-multiple-users-day-by-day-activity.ts";

/** The answer of an operation that has nothing to say but that it was done. */
export type Done = Readonly<Record<never, never>>;

/**
 * Gong's operations, by Gong's names. The embedded engine answers them in the process. What is sent over HTTP has a `requestId` too.
 * Every operation throws InvalidInputError naming the field as in the request, and WireError for what Gong has a sentence for.
 */
export interface GongApi {
  /** `GET /v2/calls`. Like every read: of the calls whose recording has been processed. */
  listCalls(request: ListCallsRequest): Promise<ListCallsResponse>;
  /** `GET /v2/calls/{id}` */
  getCall(request: GetCallRequest): Promise<GetCallResponse>;
  /** `POST /v2/calls`. The same `clientUniqueId` again answers with the first call's id, whatever else the request says. */
  addCall(request: AddCallRequest): Promise<AddCallResponse>;
  /** `PUT /v2/calls/{id}/media`: the recording of a call that was added without a URL. The same file again changes nothing. */
  addCallRecording(request: AddCallRecordingRequest): Promise<AddCallRecordingResponse>;
  /** `POST /v2/calls/extensive` */
  listCallsExtensive(request: ListCallsExtensiveRequest): Promise<ListCallsExtensiveResponse>;
  /** `POST /v2/calls/transcript` */
  getCallTranscripts(request: GetCallTranscriptsRequest): Promise<GetCallTranscriptsResponse>;
  /** `PUT /v2/calls/users-access` */
  addUsersAccessToCalls(request: AddUsersAccessToCallsRequest): Promise<Done>;
  /** `POST /v2/calls/users-access` */
  getUsersAccessToCalls(request: GetUsersAccessToCallsRequest): Promise<GetUsersAccessToCallsResponse>;
  /** `DELETE /v2/calls/users-access`: takes back what was given through this API; what was not given is passed over. */
  deleteUsersAccessToCalls(request: DeleteUsersAccessToCallsRequest): Promise<Done>;
  /** `GET /v2/all-permission-profiles` */
  listPermissionProfile(request: ListPermissionProfileRequest): Promise<ListPermissionProfileResponse>;
  /** `GET /v2/permission-profile` */
  getPermissionProfile(request: GetPermissionProfileRequest): Promise<PermissionProfileResponse>;
  /** `GET /v2/permission-profile/users` */
  listPermissionProfileUsers(request: ListPermissionProfileUsersRequest): Promise<ListPermissionProfileUsersResponse>;
  /** `POST /v2/permission-profile`: what is not named is not allowed. */
  createPermissionProfile(request: CreatePermissionProfileRequest): Promise<PermissionProfileResponse>;
  /** `PUT /v2/permission-profile`: what is not named stays. */
  updatePermissionProfile(request: UpdatePermissionProfileRequest): Promise<PermissionProfileResponse>;
  /** `GET /v2/users`: those that calls name, too. */
  listUsers(request: ListUsersRequest): Promise<ListUsersResponse>;
  /** `POST /v2/users/extensive` */
  listMultipleUsers(request: ListMultipleUsersRequest): Promise<ListUsersResponse>;
  /** `GET /v2/users/{id}` */
  getUser(request: GetUserRequest): Promise<GetUserResponse>;
  /** `GET /v2/users/{id}/settings-history` */
  getUserHistory(request: GetUserHistoryRequest): Promise<GetUserHistoryResponse>;
  /** `GET /v2/workspaces` */
  listWorkspaces(request: ListWorkspacesRequest): Promise<ListWorkspacesResponse>;
  /** `GET /v2/library/folders` */
  getLibraryStructure(request: GetLibraryStructureRequest): Promise<GetLibraryStructureResponse>;
  /** `GET /v2/library/folder-content` */
  getCallsInSpecificFolder(request: GetCallsInSpecificFolderRequest): Promise<GetCallsInSpecificFolderResponse>;
  /** `GET /v2/call-outcomes` */
  listCallOutcomes(request: ListCallOutcomesRequest): Promise<ListCallOutcomesResponse>;
  /** `GET /v2/coaching`. Gong: the operation's id says nothing of what it is. */
  listUsers_1(request: CoachingRequest): Promise<CoachingResponse>;
  /** `POST /v2/stats/activity/aggregate` */
  listMultipleUsersAggregateActivity(
    request: ListMultipleUsersAggregateActivityRequest,
  ): Promise<ListMultipleUsersAggregateActivityResponse>;
  /** `POST /v2/stats/activity/aggregate-by-period` */
  listMultipleUsersAggregateByPeriod(
    request: ListMultipleUsersAggregateByPeriodRequest,
  ): Promise<ListMultipleUsersAggregateByPeriodResponse>;
  /** `POST /v2/stats/activity/day-by-day` */
  listMultipleUsersDayByDayActivity(
    request: ListMultipleUsersDayByDayActivityRequest,
  ): Promise<ListMultipleUsersDayByDayActivityResponse>;
  /** `POST /v2/stats/interaction` */
  listInteractionStats(request: ListInteractionStatsRequest): Promise<ListInteractionStatsResponse>;
  /** `GET /v2/logs`: what was done here, by whom. */
  listLogs(request: ListLogsRequest): Promise<ListLogsResponse>;
  /** `POST /v2/stats/activity/scorecards` */
  listAnsweredScorecards(request: ListAnsweredScorecardsRequest): Promise<ListAnsweredScorecardsResponse>;
  /** `GET /v2/settings/trackers` */
  listTrackers(request: ListTrackersRequest): Promise<ListTrackersResponse>;
  /** `GET /v2/settings/scorecards` */
  listScorecards(request: ListScorecardsRequest): Promise<ListScorecardsResponse>;
  /** `GET /v2/settings/briefs` */
  listBriefs(request: ListBriefsRequest): Promise<ListBriefsResponse>;
  /** `GET /v2/data-privacy/data-for-email-address`: of all calls, processed or not. */
  findAllReferencesToEmailAddress(
    request: FindAllReferencesToEmailAddressRequest,
  ): Promise<FindAllReferencesToEmailAddressResponse>;
  /** `GET /v2/data-privacy/data-for-phone-number` */
  findAllReferencesToPhoneNumber(
    request: FindAllReferencesToPhoneNumberRequest,
  ): Promise<FindAllReferencesToPhoneNumberResponse>;
  /** `POST /v2/data-privacy/erase-data-for-email-address`: what was found is off the disk when it answers. */
  purgeEmailAddress(request: PurgeEmailAddressRequest): Promise<Done>;
  /** `POST /v2/data-privacy/erase-data-for-phone-number` */
  purgePhoneNumber(request: PurgePhoneNumberRequest): Promise<Done>;
  /** `PUT /v2/crm/integrations`: one at a time. */
  registerGenericCrmIntegration(
    request: RegisterGenericCrmIntegrationRequest,
  ): Promise<RegisterGenericCrmIntegrationResponse>;
  /** `GET /v2/crm/integrations` */
  listGenericCrmIntegration(request: ListGenericCrmIntegrationRequest): Promise<ListGenericCrmIntegrationResponse>;
  /** `DELETE /v2/crm/integrations`: out of use when it answers; its objects go in the background. */
  deleteGenericCrmIntegration(request: DeleteGenericCrmIntegrationRequest): Promise<AcceptedCrmRequest>;
  /** `POST /v2/crm/entity-schema`: all fields of the CRM's own each time. */
  uploadCrmSchemaField(request: UploadCrmSchemaFieldRequest): Promise<Done>;
  /** `GET /v2/crm/entity-schema` */
  listCrmSchemaFields(request: ListCrmSchemaFieldsRequest): Promise<ListCrmSchemaFieldsResponse>;
  /** `POST /v2/crm/entities`: the file is kept when it answers; its objects are taken in the background. */
  uploadCrmData(request: UploadCrmDataRequest): Promise<AcceptedCrmRequest>;
  /** `GET /v2/crm/entities` */
  getCrmObjects(request: GetCrmObjectsRequest): Promise<GetCrmObjectsResponse>;
  /** `GET /v2/crm/request-status` */
  getRequestStatus(request: GetRequestStatusRequest): Promise<GetRequestStatusResponse>;
}
