import { z } from "zod";
import type { CallRecord, UploadedData } from "../gong-api/call-record.ts";
import type { FoundMatch } from "../gong-api/call-finding.ts";
import { contentAnswer, presentContent } from "./content-answer.ts";
import { presentSentence, sentenceAnswer } from "./sentence-answer.ts";

/** The spec's call object and what an answer adds to it. Durations and times within the call are seconds. */
const contextAnswer = z.object({
  system: z.string(),
  objects: z.array(
    z.object({
      objectType: z.string(),
      objectId: z.string(),
      fields: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
    }),
  ),
});

const partyAnswer = z.object({
  name: z.string().optional(),
  emailAddress: z.string().optional(),
  phoneNumber: z.string().optional(),
  userId: z.string().optional(),
  partyId: z.string().optional().describe("As given when the call was added"),
  mediaChannelId: z.number().optional(),
  affiliation: z.enum(["Internal", "External", "Unknown"]),
  speakerId: z.string().optional().describe("The voice in the transcript that is surely this party's"),
  context: z.array(contextAnswer).optional(),
});

const speakersTimelineAnswer = z.object({
  precise: z.boolean().optional(),
  speechSegments: z.array(z.object({ fromTime: z.number(), toTime: z.number(), partyIds: z.array(z.string()) })),
});

const failureAnswer = z.object({
  stage: z.string(),
  code: z.string(),
  reason: z.string(),
  retry: z.string().describe("The command that starts again from the failed stage"),
});

export const matchAnswer = z.object({
  keyword: z.string(),
  where: z.enum(["transcript", "title", "party", "topic"]),
  text: z.string(),
  start: z.number().optional(),
  speaker: z.string().nullable().optional(),
  affiliation: z.enum(["Internal", "External", "Unknown"]).optional(),
});

export const callAnswer = z.object({
  callId: z.string(),
  title: z.string().nullable(),
  actualStart: z.string(),
  duration: z.number().nullable(),
  primaryUser: z.object({ userId: z.string(), name: z.string().nullable(), emailAddress: z.string().nullable() }),
  parties: z.array(partyAnswer),
  direction: z.string(),
  disposition: z.string().nullable(),
  media: z.object({ audioUrl: z.string().nullable(), videoUrl: z.string().nullable() }).optional(),
  status: z.enum(["Processing", "Completed", "Failed"]),
  clientUniqueId: z.string().nullable().describe("Null when the call was not added under one"),
  scope: z.enum(["Internal", "External", "Unknown"]),
  purpose: z.string().optional(),
  scheduledStart: z.string().optional(),
  scheduledEnd: z.string().optional(),
  language: z.string().optional(),
  meetingUrl: z.string().optional(),
  callProviderCode: z.string().optional(),
  customData: z.string().optional(),
  workspaceId: z.string(),
  url: z.string().optional().describe("The call's page, where it is kept elsewhere"),
  processing: z
    .object({ stage: z.string(), progress: z.number().nullable(), timesRealTime: z.number().nullable() })
    .optional()
    .describe("While the call is being processed"),
  failure: failureAnswer.optional(),
  warnings: z.array(z.string()).optional(),
  context: z.array(contextAnswer).optional(),
  content: contentAnswer.optional(),
  transcript: z
    .object({ engine: z.string(), model: z.string(), version: z.string(), sentences: z.array(sentenceAnswer) })
    .optional(),
  speakersTimeline: speakersTimelineAnswer
    .optional()
    .describe("As given when the call was added, beside the transcript"),
});
export type CallAnswer = z.infer<typeof callAnswer>;

export function presentCall(record: CallRecord): CallAnswer {
  const { metaData, context, media } = record.data;
  const { given } = record;
  return withoutUndefined({
    callId: metaData.id,
    title: metaData.title,
    actualStart: metaData.started,
    duration: metaData.duration,
    primaryUser: record.primaryUser,
    parties: record.data.parties.map((party, position) => presentParty(party, given?.parties[position])),
    direction: metaData.direction,
    disposition: metaData.sdrDisposition,
    media,
    status: record.processing.status,
    clientUniqueId: metaData.clientUniqueId,
    scope: metaData.scope,
    purpose: metaData.purpose ?? undefined,
    scheduledStart: metaData.scheduled ?? undefined,
    scheduledEnd: given?.scheduledEnd ?? undefined,
    language: metaData.language ?? undefined,
    meetingUrl: metaData.meetingUrl ?? undefined,
    callProviderCode: metaData.system ?? undefined,
    customData: metaData.customData ?? undefined,
    workspaceId: metaData.workspaceId,
    url: record.url,
    ...presentProcessing(record),
    context: context as CallAnswer["context"], // the same shape, read-only
    content: presentContent(record),
    transcript: record.transcript && {
      ...record.transcript.provenance,
      sentences: record.transcript.sentences.map(presentSentence),
    },
    speakersTimeline: given?.speakersTimeline ?? undefined,
  });
}

export function presentMatch(match: FoundMatch): z.infer<typeof matchAnswer> {
  const found = { keyword: match.keyword, where: match.where, text: match.text };
  if (match.start === null) return found;
  return { ...found, start: match.start, speaker: match.speakerName, affiliation: match.affiliation ?? "Unknown" };
}

function presentParty(
  party: CallRecord["data"]["parties"][number],
  given: UploadedData["parties"][number] | undefined,
): z.infer<typeof partyAnswer> {
  return withoutUndefined({
    name: party.name ?? undefined,
    emailAddress: party.emailAddress ?? undefined,
    phoneNumber: party.phoneNumber ?? undefined,
    userId: party.userId ?? undefined,
    partyId: given?.partyId ?? undefined,
    mediaChannelId: given?.mediaChannelId ?? undefined,
    affiliation: party.affiliation,
    speakerId: party.speakerId ?? undefined,
    context: party.context as z.infer<typeof partyAnswer>["context"], // the same shape, read-only
  });
}

function presentProcessing(record: CallRecord): Pick<CallAnswer, "processing" | "failure" | "warnings"> {
  const { status, stage, progress, timesRealTime, failure, warnings } = record.processing;
  return {
    processing: status === "Processing" && stage ? { stage, progress, timesRealTime } : undefined,
    failure: failure ? { ...failure, retry: `tamtam retry-call --call-id ${record.data.metaData.id}` } : undefined,
    warnings: warnings.length > 0 ? [...warnings] : undefined,
  };
}

/** JSON leaves undefined values out; so does the answer, for those who look at it before it is written. */
function withoutUndefined<T extends object>(answer: T): T {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined)) as T; // only keys without a value go
}
