import { z } from "zod";
import { callAnswer, matchAnswer } from "./call-answer.ts";

const searchCost = z.object({
  calls: z.number().describe("Calls to look through"),
  requests: z.number().describe("When everything has to be looked at"),
  seconds: z.number().nullable(),
  shareOfDay: z.number().nullable().describe("Of the requests that the company may make within a day, 0 to 1"),
  leftToday: z.number().nullable(),
});

const mirrorAnswer = z.object({
  asOf: z.string().nullable().describe("Until then nothing is missing"),
  coverage: z.object({
    from: z.string().nullable().describe("Calls from this time on are there; null when all are"),
    calls: z.number(),
    expectedCalls: z.number().nullable(),
    complete: z.boolean(),
  }),
  pending: z.number().describe("Calls whose transcript or content is still waited for"),
  unreadable: z
    .number()
    .optional()
    .describe("Calls that the other side shows in a way that cannot be read: they are not here, and asked for again"),
});

/** The spec's page of calls and what an answer adds to it. */
export const foundCallsAnswer = z.object({
  calls: z.array(callAnswer.extend({ matches: z.array(matchAnswer).optional() })),
  pagination: z.object({
    totalRecords: z.number(),
    totalIsLowerBound: z.literal(true).optional(),
    pageSize: z.number(),
    currentPage: z.number(),
    cursor: z.string().optional().describe("Of the next page; absent on the last"),
  }),
  note: z.string().optional().describe("What to know of this answer"),
  mirror: mirrorAnswer
    .optional()
    .describe("Of a connection that is mirrored: how fresh and how complete the mirror is"),
  cost: searchCost.optional().describe("With explain, instead of calls; null where nothing is limited"),
});
export type FoundCallsAnswer = z.infer<typeof foundCallsAnswer>;
