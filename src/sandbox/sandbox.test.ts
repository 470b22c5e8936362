import { describe, expect, it } from "vitest";
import type { CallList } from "../engine/store/call-list.ts";
import { writeCursor } from "../gong-api/cursor.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { loseVoiceOfParty, loseVoiceOfTranscript } from "./lose-voices.ts";
import { type CallKnowledge, Sandbox } from "./sandbox.ts";

const calls: CallList = {
  list: async () => ({ calls: [], total: 0 }),
  get: async () => undefined,
};

const known = { callList: calls } as CallKnowledge; // what this test asks

describe("switches that are set", () => {
  it("begin anew: the same sequences of pages end early as the first time", async () => {
    const switches = { "expired-cursors": { share: 0.5, maxPages: 1 } };
    const sandbox = new Sandbox({ seed: "tamtam", switches }, () => 0);
    const inner = { listUsers: async () => ({}) } as unknown as GongApi; // what this test asks
    const api = sandbox.over(
      () => inner,
      known,
      () => () => inner,
    )(undefined);
    const outcomes = () =>
      Promise.all(
        Array.from({ length: 20 }, (_, number) => {
          const sequence = { expiresMs: 5000 + number, pageNumber: 1, position: {} };
          const cursor = writeCursor((text) => text, { operationId: "listUsers", filter: {} }, sequence);
          return api.listUsers({ cursor }).then(
            () => "goes on",
            () => "is over",
          );
        }),
      );
    const first = await outcomes();
    expect(new Set(first)).toEqual(new Set(["goes on", "is over"]));
    sandbox.change({ switches });
    expect(await outcomes()).toEqual(first);
  });
});

describe("a voice that is lost", () => {
  it("is the same one among the parties and in the transcript, in whatever order they come", () => {
    const settings = { seed: "tamtam", switches: { "null-speakers": { share: 1 } }, setMs: 0 };
    const lostVoices = Array.from({ length: 40 }, (_, number) => {
      const id = String(7_000_000_000 + number);
      const parties = ["31", "12", "23"].map((speakerId) => ({ id: `p${speakerId}`, speakerId }));
      const call = { metaData: { id }, parties } as unknown as DetailedCall; // what is looked at
      const transcript = ["23", "31", "12"].map((speakerId) => ({ speakerId, topic: null, sentences: [] }));
      const spoken: CallTranscript = { callId: id, transcript };
      const ofParty = loseVoiceOfParty(call, settings).parties?.findIndex(({ speakerId }) => speakerId === null) ?? -1;
      const heard = loseVoiceOfTranscript(spoken, settings).transcript.findIndex(({ speakerId }) => speakerId === null);
      return { ofParty: parties[ofParty]?.speakerId, ofTranscript: transcript[heard]?.speakerId };
    });
    expect(lostVoices.every(({ ofParty }) => ofParty !== undefined)).toBe(true);
    const both = lostVoices.filter(({ ofTranscript }) => ofTranscript !== undefined);
    expect(both.length).toBeGreaterThan(5);
    for (const { ofParty, ofTranscript } of both) expect(ofTranscript).toBe(ofParty);
  });
});
