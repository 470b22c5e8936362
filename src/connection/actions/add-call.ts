import { z } from "zod";
import { directions } from "../../calls/call.ts";
import type { InputProblem } from "../../calls/errors.ts";
import {
  type AddCallRequest,
  callParticipant,
  crmContext,
  partyList,
  speakersTimeline,
} from "../../gong-api/schemas/add-call.ts";
import { defineAction } from "../define-action.ts";
import { inParameterNames } from "../in-parameter-names.ts";
import { id, json, languageCode, oneOf, seconds, strictFields, text, time } from "../parameter-types.ts";

const parameters = z.object({
  "actual-start": time().describe("Call start time in ISO 8601 format with its UTC offset"),
  "client-unique-id": text(2048).describe(
    "Unique client identifier; adding the same one again answers with the first call",
  ),
  "download-media-url": text().describe("URL to download the call media file from"),
  "call-title": text().describe("Title of the call"),
  direction: oneOf(directions).describe("Call direction"),
  participants: json(partyList(strictFields(callParticipant.shape))).describe(
    "JSON array of participants: name, emailAddress, phoneNumber, userId (employees), mediaChannelId (0 left, 1 right), partyId, context",
  ),
  "primary-user": id().describe("userId of the participant who hosted the call"),
  disposition: text(255).optional().describe("Call disposition or outcome"),
  purpose: text(255).optional().describe("Purpose of the call"),
  "scheduled-start": time().optional().describe("Scheduled start in ISO 8601 format with its UTC offset"),
  "scheduled-end": time().optional().describe("Scheduled end in ISO 8601 format with its UTC offset"),
  duration: seconds().optional().describe("Length of the call in seconds, if known; the length of the media wins"),
  "language-code": languageCode().optional().describe("Language of the call, BCP-47, such as en-US"),
  "meeting-url": text().optional().describe("URL at which the meeting was joined"),
  "call-provider-code": text().optional().describe("Code of the telephony or conferencing system, such as zoom"),
  context: json(z.array(crmContext))
    .optional()
    .describe("JSON array of links to CRM objects: system, objects[objectType, objectId, fields]"),
  "custom-data": text().optional().describe("Text of your own, given back as it is"),
  "speakers-timeline": json(speakersTimeline)
    .optional()
    .describe("JSON object of who spoke when: speechSegments[fromTime, toTime in ms, partyIds], precise"),
  "workspace-id": id().optional().describe("Workspace to put the call in"),
});
type Parameters = z.infer<typeof parameters>;

/** A parameter's name in Gong's request, where it is not the same word in camel case. */
const wireNames: Record<string, string> = { parties: "participants", title: "call-title" };

export const addCall = defineAction({
  name: "add-call",
  summary: "Add a call by its metadata and the URL of its recording",
  description:
    "Adds a call and answers at once; the recording is then downloaded, transcribed, analysed and indexed. " +
    "A client-unique-id that was added before answers with that call's id and duplicate: true, so a retry is safe.",
  parameters,
  result: z.object({
    callId: z.string(),
    status: z.enum(["Processing", "Completed", "Failed"]),
    duplicate: z.literal(true).optional().describe("Present when the client-unique-id was added before"),
  }),
  annotations: { isReadOnly: false, isIdempotent: true, isDestructive: false, reachesOut: true },
  scopes: ["api:calls:create"],
  example: `/your-gong-connection
action: add-call
actual-start: 2025-01-13T01:30:00-08:00
client-unique-id: unique_call_id_12345
download-media-url: https://example.com/path/to/call.mp3
call-title: Sales Call with Jane Smith
direction: Outbound
disposition: Intro Call
participants: [{"emailAddress": "john.doe@example.com", "mediaChannelId": 1, "name": "John Doe", "userId": "gong_user_id_12345"}, {"mediaChannelId": 0, "name": "Jane Smith", "phoneNumber": "+1 555-555-1212"}]
primary-user: gong_user_id_12345`,
  check: (given) => [...checkPrimaryUser(given), ...checkTimeline(given), ...checkSchedule(given)],
  run: async (backend, given) => {
    const response = await inParameterNames(wireNames, () => backend.api.addCall(toRequest(given)));
    if (!response.duplicate) return { callId: response.callId, status: "Processing" as const };
    const first = await backend.status?.getCall(
      { callId: response.callId },
      { context: "None", includeContent: false, includeMedia: false, includeTranscript: false },
    );
    return { callId: response.callId, status: first?.processing.status ?? "Processing", duplicate: true as const };
  },
});

function toRequest(given: Parameters): AddCallRequest {
  return {
    actualStart: given["actual-start"],
    clientUniqueId: given["client-unique-id"],
    downloadMediaUrl: given["download-media-url"],
    title: given["call-title"],
    direction: given.direction,
    parties: given.participants,
    primaryUser: given["primary-user"],
    disposition: given.disposition,
    purpose: given.purpose,
    scheduledStart: given["scheduled-start"],
    scheduledEnd: given["scheduled-end"],
    duration: given.duration,
    languageCode: given["language-code"],
    meetingUrl: given["meeting-url"],
    callProviderCode: given["call-provider-code"],
    context: given.context,
    customData: given["custom-data"],
    speakersTimeline: given["speakers-timeline"],
    workspaceId: given["workspace-id"],
  };
}

function checkPrimaryUser(given: Partial<Parameters>): InputProblem[] {
  const user = given["primary-user"];
  if (user === undefined || given.participants === undefined) return [];
  const userIds = given.participants.flatMap((party) => party.userId ?? []);
  if (userIds.includes(user)) return [];
  const known = userIds.length === 0 ? "none of them has a userId" : `their userIds are ${userIds.join(", ")}`;
  return [
    { parameter: "primary-user", message: `must be the userId of one of the participants (${known}); got "${user}"` },
  ];
}

function checkTimeline(given: Partial<Parameters>): InputProblem[] {
  if (!given["speakers-timeline"] || !given.participants) return [];
  const known = new Set(given.participants.flatMap((party) => party.partyId ?? []));
  const named = new Set(given["speakers-timeline"].speechSegments.flatMap((segment) => segment.partyIds));
  const unknown = [...named].filter((partyId) => !known.has(partyId));
  if (unknown.length === 0) return [];
  return [
    {
      parameter: "speakers-timeline",
      message: `names partyIds that no participant has: ${unknown.join(", ")}; give the participants those as partyId`,
    },
  ];
}

function checkSchedule(given: Partial<Parameters>): InputProblem[] {
  const start = given["scheduled-start"];
  const end = given["scheduled-end"];
  if (start === undefined || end === undefined || Date.parse(end) >= Date.parse(start)) return [];
  return [{ parameter: "scheduled-end", message: `must not be before scheduled-start (${start}); got "${end}"` }];
}
