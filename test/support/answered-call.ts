import type { CallAnswer } from "../../src/connection/call-answer.ts";

/** A call as actions answer it, half an hour long. */
export function answeredCall(changes: Partial<CallAnswer> = {}): CallAnswer {
  return {
    callId: "7306080300300006513",
    title: "Sales Call with Jane Smith",
    actualStart: "2025-01-13T01:30:00-08:00",
    duration: 1865.4,
    primaryUser: { userId: "u1", name: "John Doe", emailAddress: "john.doe@example.com" },
    parties: [
      {
        name: "John Doe",
        emailAddress: "john.doe@example.com",
        userId: "u1",
        affiliation: "Internal",
        speakerId: "71",
      },
      { name: "Jane Smith", phoneNumber: "+1 555-555-1212", affiliation: "External" },
    ],
    direction: "Outbound",
    disposition: "Intro Call",
    status: "Completed",
    clientUniqueId: "recorder-1",
    scope: "External",
    workspaceId: "1",
    ...changes,
  };
}

export type AnsweredSentence = NonNullable<CallAnswer["transcript"]>["sentences"][number];

export function answeredSentence(
  start: number,
  text: string,
  changes: Partial<AnsweredSentence> = {},
): AnsweredSentence {
  return { start, end: start + 2, speaker: "Jane Smith", affiliation: "External", text, ...changes };
}
