import { z } from "zod";
import { dateTime, idList, idText, type Records } from "../wire-types.ts";

/** The body of `POST /v2/calls/transcript`. The times are compared with the start of the call. */
export const getCallTranscriptsRequest = z.object({
  cursor: z.string().optional(),
  filter: z
    .object({
      fromDateTime: dateTime.optional(),
      toDateTime: dateTime.optional(),
      workspaceId: idText.optional(),
      callIds: idList.optional(),
    })
    .refine((filter) => filter.workspaceId === undefined || filter.callIds === undefined, {
      path: ["workspaceId"],
      // Gong: seen by its clients on this operation only.
      error: "must not provide both callIds and workspaceId",
      params: { isWholeSentence: true },
    }),
});
export type GetCallTranscriptsRequest = z.infer<typeof getCallTranscriptsRequest>;

export interface GetCallTranscriptsResponse {
  readonly records: Records;
  readonly callTranscripts: readonly CallTranscript[];
}

export interface CallTranscript {
  readonly callId: string;
  readonly transcript: readonly WireMonologue[];
}

/** Gong: here, and only here, times within the call are milliseconds. */
export interface WireMonologue {
  /** Null where the voice could not be told from others. */
  readonly speakerId: string | null;
  /** What most of it is about, where that is known. */
  readonly topic: string | null;
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}
