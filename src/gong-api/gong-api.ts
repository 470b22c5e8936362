import type { AddCallRecordingRequest, AddCallRecordingResponse } from "./schemas/add-call-recording.ts";
import type { AddCallRequest, AddCallResponse } from "./schemas/add-call.ts";
import type { AddUsersAccessToCallsRequest } from "./schemas/add-users-access-to-calls.ts";
import type { DeleteUsersAccessToCallsRequest } from "./schemas/delete-users-access-to-calls.ts";
import type { GetCallTranscriptsRequest, GetCallTranscriptsResponse } from "./schemas/get-call-transcripts.ts";
import type { GetCallRequest, GetCallResponse } from "./schemas/get-call.ts";
import type {
  GetUsersAccessToCallsRequest,
  GetUsersAccessToCallsResponse,
} from "./schemas/get-users-access-to-calls.ts";
import type { ListCallsExtensiveRequest, ListCallsExtensiveResponse } from "./schemas/list-calls-extensive.ts";
import type { ListCallsRequest, ListCallsResponse } from "./schemas/list-calls.ts";
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
}
