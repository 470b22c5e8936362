import { z } from "zod";
import { type AudioInfo, type Call, directions, type MediaInfo, type SpeakersTimeline } from "../calls/call.ts";
import type { CallOutcome } from "../calls/call-outcome.ts";
import type { Party } from "../calls/party.ts";
import { callOutcome } from "./own-outcomes.ts";
import { type EveryMember, idField as id, msField as ms } from "./record-fields.ts";
import { type Sentence, type Speaker, speakerSources, type Transcript, type Word } from "../calls/transcript.ts";

/** A call as a library of ours keeps it, with what Gong's shapes have no place for: word times, channels, what was given at upload. */
export interface OwnRecord {
  readonly version: 1;
  readonly call: Call;
  readonly transcript?: Transcript | undefined;
  readonly outcome?: CallOutcome | undefined;
}

const affiliation = z.enum(["Internal", "External", "Unknown"]);
const zonedTime = z.object({ epochMs: z.int(), offsetMinutes: z.int() });

const crmContext = z.array(
  z.object({
    system: z.string(),
    objects: z.array(
      z.object({
        objectType: z.string(),
        objectId: z.string(),
        fields: z.array(z.object({ name: z.string(), value: z.json() })),
      }),
    ),
  }),
);

const party = z.object({
  id: id<Call["parties"][number]["id"]>(),
  userId: id<Call["primaryUserId"]>().optional(),
  name: z.string().optional(),
  emailAddress: z.string().optional(),
  phoneNumber: z.string().optional(),
  givenPartyId: z.string().optional(),
  affiliation,
  mediaChannelId: z.union([z.literal(0), z.literal(1)]).optional(),
  context: crmContext,
  speakerId: id<Transcript["speakers"][number]["id"]>().optional(),
} satisfies EveryMember<Party>);

const media = z.object({
  sizeBytes: z.int().min(0),
  sha256: z.string(),
  contentType: z.string(),
  hasVideo: z.boolean(),
  audio: z
    .object({
      durationMs: ms,
      channelCount: z.int().min(1),
      isDualMono: z.boolean(),
      codec: z.string(),
      sampleRateHz: z.number().min(1),
    } satisfies EveryMember<AudioInfo>)
    .optional(),
} satisfies EveryMember<MediaInfo>);

const speakersTimeline = z.object({
  isPrecise: z.boolean(),
  segments: z.array(z.object({ startMs: ms, endMs: ms, partyIds: z.array(z.string()) })),
} satisfies EveryMember<SpeakersTimeline>);

const call: z.ZodType<Call> = z.object({
  id: id<Call["id"]>(),
  workspaceId: id<Call["workspaceId"]>(),
  clientUniqueId: z.string().min(1),
  title: z.string().optional(),
  purpose: z.string().optional(),
  actualStart: zonedTime,
  scheduledStart: zonedTime.optional(),
  scheduledEnd: zonedTime.optional(),
  statedDurationMs: ms.optional(),
  direction: z.enum(directions),
  disposition: z.string().optional(),
  primaryUserId: id<Call["primaryUserId"]>(),
  parties: z.array(party),
  context: crmContext,
  customData: z.string().optional(),
  speakersTimeline: speakersTimeline.optional(),
  meetingUrl: z.string().optional(),
  callProviderCode: z.string().optional(),
  downloadMediaUrl: z.string().optional(),
  languageCode: z.string().optional(),
  createdMs: z.number(),
  processing: z.object({ status: z.literal("Completed"), warnings: z.array(z.string()) }),
  media: media.optional(),
} satisfies EveryMember<Call>);

const transcript: z.ZodType<Transcript> = z.object({
  speakers: z.array(
    z.object({
      id: id<Transcript["speakers"][number]["id"]>(),
      partyId: id<Call["parties"][number]["id"]>().optional(),
      affiliation,
      source: z.enum(speakerSources),
    } satisfies EveryMember<Speaker>),
  ),
  sentences: z.array(
    z.object({
      speakerId: id<Transcript["speakers"][number]["id"]>(),
      startMs: ms,
      endMs: ms,
      text: z.string(),
      confidence: z.number().nullable(),
      isLowConfidence: z.boolean(),
      words: z.array(z.object({ text: z.string(), startMs: ms, endMs: ms } satisfies EveryMember<Word>)),
    } satisfies EveryMember<Sentence>),
  ),
  provenance: z.object({ engine: z.string(), model: z.string(), version: z.string() }),
} satisfies EveryMember<Transcript>);

const ownRecord = z.object({
  version: z.literal(1),
  call,
  transcript: transcript.optional(),
  outcome: callOutcome.optional(),
} satisfies EveryMember<OwnRecord>);

/** @throws ZodError for what is no record of this version */
export function readOwnRecord(parsed: unknown): OwnRecord {
  return ownRecord.parse(parsed);
}
