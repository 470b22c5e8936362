import { describe, expect, it } from "vitest";
import type { CallRecord, SpokenSentence } from "../../gong-api/call-record.ts";
import { actionNamed } from "../actions.ts";
import type { Backend } from "../backend.ts";
import type { CallAnswer } from "../call-answer.ts";
import { runAction } from "../run-action.ts";

const sentences = [0, 12.5, 60, 61.2].map((start): SpokenSentence => ({
  start,
  end: start + 1,
  text: `Said at ${start}.`,
  speakerName: null,
  speakerId: "1",
  affiliation: "Unknown",
  speakerSource: "channel",
  confidence: null,
  isLowConfidence: false,
}));

const record: CallRecord = {
  data: {
    metaData: {
      id: "7",
      title: null,
      scheduled: null,
      started: "2025-01-13T01:30:00-08:00",
      duration: 70,
      primaryUserId: "u1",
      direction: "Unknown",
      system: null,
      scope: "Unknown",
      media: "Audio",
      language: null,
      workspaceId: "1",
      sdrDisposition: null,
      clientUniqueId: null,
      customData: null,
      purpose: null,
      meetingUrl: null,
    },
    parties: [],
  },
  primaryUser: { userId: "u1", name: null, emailAddress: null },
  processing: { status: "Completed", stage: null, progress: null, timesRealTime: null, failure: null, warnings: [] },
  transcript: { provenance: { engine: "e", model: "m", version: "1" }, sentences },
};

const backend: Backend = {
  api: { addCall: async () => Promise.reject(new Error("nothing is added here")) },
  status: {
    getCall: async () => record,
    retryCall: async () => Promise.reject(new Error("nothing is retried here")),
  },
};

const ask = (parameters: object) =>
  runAction(actionNamed("get-call"), backend, { entries: Object.entries({ "call-id": "7", ...parameters }) });

async function startsOf(parameters: object): Promise<number[] | undefined> {
  const { transcript } = (await ask({ "include-transcript": true, ...parameters })) as CallAnswer; // what the action promises
  return transcript?.sentences.map(({ start }) => start);
}

describe("get-call", () => {
  it("answers the part of the transcript that was asked for, from its first second to before its last", async () => {
    expect(await startsOf({})).toEqual([0, 12.5, 60, 61.2]);
    expect(await startsOf({ "transcript-from": 12.5, "transcript-to": "61.2" })).toEqual([12.5, 60]);
    expect(await startsOf({ "transcript-from": 61 })).toEqual([61.2]);
    expect(await startsOf({ "transcript-to": 12.5 })).toEqual([0]);
  });

  it("refuses a part of a transcript that is not asked for, and one that has no length", async () => {
    await expect(ask({ "transcript-to": 3 })).rejects.toThrow("transcript-to: says which part of the transcript");
    await expect(ask({ "include-transcript": true, "transcript-from": 9, "transcript-to": 9 })).rejects.toThrow(
      "transcript-from: must be below transcript-to (9); got 9",
    );
  });
});
