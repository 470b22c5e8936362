import { inArea, type Operation } from "../operation.ts";
import { listCallsRequest } from "../schemas/list-calls.ts";
import { getCallRequest } from "../schemas/get-call.ts";
import { addCallRequest } from "../schemas/add-call.ts";
import { addCallRecordingRequest } from "../schemas/add-call-recording.ts";
import { listCallsExtensiveRequest, mediaScopes } from "../schemas/list-calls-extensive.ts";
import { getCallTranscriptsRequest } from "../schemas/get-call-transcripts.ts";

const calls = inArea("Calls");

export const callsOperations: readonly Operation[] = [
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
      "A `clientUniqueId` that was added before answers 200 with the first call's id and `duplicate: true`; 409 to a key that acts for a user who may not see that call, unless `primaryUser` and `actualStart` are its own.",
      "More than 10,000 parties answer 400.",
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
];
