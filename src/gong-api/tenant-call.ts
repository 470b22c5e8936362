import { z } from "zod";
import { parseZonedTime } from "../calls/time.ts";

/**
 * A call as another server of Gong's API sent it. Members that are not named here are kept. Only its id and start must be there: whatever
 * else a server leaves out or writes in another way costs that member, never the call.
 */
const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish().catch(null);

const context = list(
  z.looseObject({
    system: text,
    objects: list(
      z.looseObject({
        objectType: text,
        objectId: text,
        timing: text,
        fields: list(z.looseObject({ name: text, value: z.unknown() })),
      }),
    ),
  }),
);

const metaData = z.looseObject({
  id: z.string().min(1),
  started: z.string().refine((started) => parseZonedTime(started) !== undefined, { error: "is not a date-time" }),
  url: text,
  title: text,
  scheduled: text,
  duration: number,
  primaryUserId: text,
  direction: text,
  system: text,
  scope: text,
  media: text,
  language: text,
  workspaceId: text,
  sdrDisposition: text,
  clientUniqueId: text,
  customData: text,
  purpose: text,
  meetingUrl: text,
});

const party = z.looseObject({
  id: text,
  emailAddress: text,
  name: text,
  userId: text,
  speakerId: text,
  affiliation: text,
  phoneNumber: text,
  context,
});

const content = z
  .looseObject({ brief: text, topics: list(z.looseObject({ name: text, duration: number })) })
  .nullish()
  .catch(null);

const interaction = z
  .looseObject({
    speakers: list(z.looseObject({ id: text, userId: text, talkTime: number })),
    interactionStats: list(z.looseObject({ name: text, value: number })),
    questions: z.looseObject({ companyCount: number, nonCompanyCount: number }).nullish().catch(null),
  })
  .nullish()
  .catch(null);

const tenantCall = z.looseObject({ metaData, context, parties: list(party), content, interaction });
export type TenantCall = z.infer<typeof tenantCall>;

/** @throws ZodError for something that is no call */
export function readTenantCall(sent: unknown): TenantCall {
  return tenantCall.parse(sent);
}

/** A call that was sent and is none that can be read, such as one without a start. */
export interface UnreadableCall {
  /** Empty where that cannot be read either. */
  readonly id: string;
  readonly reason: string;
}

const withId = z.object({ metaData: z.object({ id: z.string() }) });

/** Those that can be read, and what is wrong with the others. */
export function readTenantCalls(sent: readonly unknown[]): {
  readonly calls: readonly TenantCall[];
  readonly unreadable: readonly UnreadableCall[];
} {
  const read = sent.map((each) => ({ each, ...tenantCall.safeParse(each) }));
  return {
    calls: read.flatMap(({ data }) => data ?? []),
    unreadable: read.flatMap(({ each, error }) => {
      if (error === undefined) return [];
      const reason = error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
      return [{ id: withId.safeParse(each).data?.metaData.id ?? "", reason }];
    }),
  };
}

const monologue = z.looseObject({
  speakerId: text,
  topic: text,
  sentences: z
    .array(z.looseObject({ start: z.number(), end: z.number(), text: z.string() }))
    .nullish()
    .transform((sentences) => sentences ?? []),
});

/** A part of what was said on a call, as another server of Gong's API sent it. Times are milliseconds. */
export interface TenantMonologue {
  readonly speakerId?: string | null | undefined;
  readonly topic?: string | null | undefined;
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** @throws ZodError for something that is no transcript */
export function readTenantMonologues(sent: unknown): readonly TenantMonologue[] {
  return z.array(monologue).parse(sent);
}

/** What is no transcript says as little as one that is not there yet. */
export function readMonologuesOrNone(sent: unknown): readonly TenantMonologue[] {
  return z.array(monologue).safeParse(sent).data ?? [];
}
