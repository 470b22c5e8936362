import type { ContentSelector } from "./schemas/list-calls-extensive.ts";

/** All that `POST /v2/calls/extensive` can say of a call but links to its recording, which die within hours. Gong: only what is asked for is answered. */
export const everyBlock = {
  parties: true,
  content: {
    structure: true,
    topics: true,
    trackers: true,
    trackerOccurrences: true,
    brief: true,
    outline: true,
    highlights: true,
    callOutcome: true,
    keyPoints: true,
  },
  interaction: { speakers: true, video: true, personInteractionStats: true, questions: true },
  collaboration: { publicComments: true },
} as const satisfies ContentSelector["exposedFields"];
