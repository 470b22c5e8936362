import { z } from "zod";
import type { CallBasicData } from "../call-basic-data.ts";
import type { ContentData, ContextData, InteractionData, PartyData } from "../call-data.ts";
import type { OutcomeOfCall } from "../present/present-call-outcome.ts";
import { dateTime, flag, idList, idText, oneOf, type Records } from "../wire-types.ts";

export const contextTimings = ["Now", "TimeOfCall"] as const;
export type ContextTiming = (typeof contextTimings)[number];

/** Which blocks are answered beside `metaData`; nothing unless asked for. */
const selection = z
  .object({
    context: oneOf(["None", "Basic", "Extended"]).optional(),
    contextTiming: z.array(oneOf(contextTimings)).optional(),
    exposedFields: z
      .object({
        parties: flag,
        content: z
          .object({
            structure: flag,
            topics: flag,
            trackers: flag,
            trackerOccurrences: flag,
            brief: flag,
            outline: flag,
            highlights: flag,
            callOutcome: flag,
            keyPoints: flag,
          })
          .optional(),
        interaction: z
          .object({ speakers: flag, video: flag, personInteractionStats: flag, questions: flag })
          .optional(),
        collaboration: z.object({ publicComments: flag }).optional(),
        media: flag,
      })
      .optional(),
  })
  .refine((selector) => selector.contextTiming === undefined || selector.context === "Extended", {
    path: ["contextTiming"],
    error: "can be provided only when context is Extended",
    params: { isWholeSentence: true },
  });
export type ContentSelector = z.infer<typeof selection>;

/** The body of `POST /v2/calls/extensive`. The times are compared with the start of the call. */
export const listCallsExtensiveRequest = z.object({
  cursor: z.string().optional(),
  filter: z.object({
    fromDateTime: dateTime.optional(),
    toDateTime: dateTime.optional(),
    workspaceId: idText.optional(),
    callIds: idList.optional(),
    primaryUserIds: idList.optional(),
  }),
  contentSelector: selection.optional(),
});
export type ListCallsExtensiveRequest = z.infer<typeof listCallsExtensiveRequest>;

/** Gong: links to recordings need a scope of their own. */
export function mediaScopes({ contentSelector }: ListCallsExtensiveRequest): readonly string[] {
  return contentSelector?.exposedFields?.media ? ["api:calls:read:media-url"] : [];
}

export interface ListCallsExtensiveResponse {
  readonly records: Records;
  readonly calls: readonly DetailedCall[];
}

/** A block that was not asked for, or is not there yet, is absent. Lengths and times within the call are seconds. */
export interface DetailedCall {
  readonly metaData: CallBasicData;
  readonly context?: readonly TimedContext[];
  readonly parties?: readonly DetailedParty[];
  readonly content?: { readonly callOutcome?: OutcomeOfCall } & Partial<ContentData>;
  readonly interaction?: Partial<InteractionData>;
  readonly collaboration?: { readonly publicComments: readonly [] };
  readonly media?: { readonly audioUrl?: string; readonly videoUrl?: string };
}

export interface TimedContext {
  readonly system: ContextData["system"];
  readonly objects: readonly {
    readonly objectType: string;
    readonly objectId: string;
    /** Empty in a `Basic` context. */
    readonly fields: readonly { readonly name: string; readonly value: unknown }[];
    readonly timing: ContextTiming;
  }[];
}

export interface DetailedParty extends Omit<PartyData, "context"> {
  readonly title: string | null;
  readonly methods: readonly ("Invitee" | "Attendee")[];
  readonly context?: readonly TimedContext[];
}
