import { z } from "zod";
import { directions } from "../../calls/call.ts";
import { hasOffset, parseZonedTime } from "../../calls/time.ts";
import { idText } from "../wire-types.ts";

const TIME_MEND = "times need an offset, such as 2025-01-13T01:30:00-08:00 or 2025-01-13T09:30:00Z";

const EXISTENCE_MEND = "must be a date and time that exists, written such as 2025-01-13T01:30:00-08:00";

/** An ISO 8601 time that says its offset. */
export const zonedTime = z.string().refine((text) => parseZonedTime(text) !== undefined, {
  error: ({ input }) => (hasOffset(String(input)) ? EXISTENCE_MEND : TIME_MEND),
});

const contextField = z.object({ name: z.string(), value: z.unknown() });
const crmObject = z.object({
  objectType: z.string().min(1),
  objectId: idText,
  fields: z.array(contextField).optional(),
});

/** Links to objects of one CRM. Gong: says it supports Salesforce and Generic only; any system's name is kept. */
export const crmContext = z.object({ system: z.string().min(1), objects: z.array(crmObject).optional() });

/** A person on the call. Gong: `mediaChannelId` is 0 (left) or 1 (right), and any subset of the fields may be known. */
export const callParticipant = z.object({
  userId: idText.optional(),
  name: z.string().optional(),
  emailAddress: z.string().optional(),
  phoneNumber: z.string().optional(),
  partyId: idText.optional(),
  mediaChannelId: z.union([z.literal(0), z.literal(1)], { error: "0 is the left channel, 1 the right" }).optional(),
  context: z.array(crmContext).optional(),
});

/** Gong: says of no call how many were on it. Each takes time while nobody else is answered. */
const MAX_PARTIES = 10_000;

/** The people on a call. */
export function partyList<Party extends z.ZodType>(party: Party) {
  return z
    .array(party)
    .min(1)
    .refine((list) => list.length <= MAX_PARTIES, {
      params: { isWholeSentence: true },
      error: ({ input }) =>
        `must be at most ${MAX_PARTIES}; got ${Array.isArray(input) ? input.length : 0}. Leave out people who only listened.`,
    });
}

/** Who spoke when; times are milliseconds from the start of the recording. */
export const speakersTimeline = z.object({
  precise: z.boolean().optional(),
  speechSegments: z.array(
    z
      .object({ fromTime: z.int().min(0), toTime: z.int().min(0), partyIds: z.array(idText).min(1) })
      .refine((segment) => segment.toTime >= segment.fromTime, { error: "toTime must not be before fromTime" }),
  ),
});

/** The body of `POST /v2/calls`. */
export const addCallRequest = z.object({
  clientUniqueId: z.string().min(1).max(2048),
  title: z.string().nullish(),
  purpose: z.string().max(255).nullish(),
  scheduledStart: zonedTime.nullish(),
  scheduledEnd: zonedTime.nullish(),
  actualStart: zonedTime,
  /** Seconds. */
  duration: z.number().min(0).nullish(),
  parties: partyList(callParticipant),
  direction: z.enum(directions, { error: `must be one of ${directions.join(", ")}` }),
  disposition: z.string().max(255).nullish(),
  context: z.array(crmContext).nullish(),
  customData: z.string().nullish(),
  speakersTimeline: speakersTimeline.nullish(),
  meetingUrl: z.string().nullish(),
  callProviderCode: z.string().nullish(),
  downloadMediaUrl: z.string().nullish(),
  workspaceId: idText.nullish(),
  languageCode: z.string().nullish(),
  primaryUser: idText,
});
export type AddCallRequest = z.infer<typeof addCallRequest>;

export interface AddCallResponse {
  readonly requestId: string;
  readonly callId: string;
  /** Only when the call was there before. Gong: documents no such field; its clients ignore fields they do not know. */
  readonly duplicate?: true;
}
