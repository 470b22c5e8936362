import { expect, test } from "vitest";
import type { GongApi } from "../gong-api/gong-api.ts";
import { cloudCalls, type CloudCallsParts } from "./cloud-calls.ts";

const selection = { context: "None", includeContent: false, includeMedia: false, includeTranscript: false } as const;
const records = { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 };

/** A tenant of one call, whose host is among its parties. */
function tenant(known = new Map<string, string>()) {
  const asked: string[] = [];
  const host = {
    id: "p1",
    userId: "7",
    name: "Jo",
    emailAddress: "jo@x.example",
    speakerId: "s1",
    affiliation: "Internal",
  };
  const call = {
    metaData: { id: "77", clientUniqueId: "pbx-1", primaryUserId: "7", started: "2025-06-29T09:00:00Z", duration: 60 },
    parties: [host],
  };
  const sentences = [{ start: 0, end: 900, text: "Hello." }];
  const callTranscripts = [{ callId: "77", transcript: [{ speakerId: "s1", topic: null, sentences }] }];
  const answer = (operation: string, body: object) => async () => (asked.push(operation), { records, ...body });
  const api = {
    listCalls: answer("list", { calls: [call.metaData] }),
    listCallsExtensive: answer("extensive", { calls: [call] }),
    getCallTranscripts: answer("transcript", { callTranscripts }),
    listMultipleUsers: answer("users", { users: [] }),
  } as unknown as Pick<GongApi, keyof CloudCallsParts["api"]>; // no more of the answers is read
  const addedCalls = {
    remember: async (clientUniqueId: string, callId: string) => void known.set(clientUniqueId, callId),
    recall: async (clientUniqueId: string) => known.get(clientUniqueId),
  };
  return { calls: cloudCalls({ api, addedCalls, clock: () => Date.UTC(2025, 5, 30) }), asked, known };
}

test("a call is one request where nobody wants its transcript", async () => {
  const { calls, asked } = tenant();
  const record = await calls.getCall({ callId: "77" }, selection);
  expect(record?.data.metaData.id).toBe("77");
  expect(record).not.toHaveProperty("transcript");
  expect(asked).toEqual(["extensive"]);
});

test("its transcript is one more, and is joined with who spoke", async () => {
  const { calls, asked } = tenant();
  const record = await calls.getCall({ callId: "77" }, { ...selection, includeTranscript: true });
  expect(record?.transcript?.sentences).toMatchObject([{ text: "Hello.", speakerName: "Jo" }]);
  expect(asked.toSorted()).toEqual(["extensive", "transcript"]);
});

test("a call that is looked for by its client unique id is looked for once", async () => {
  const { calls, asked, known } = tenant();
  await calls.getCall({ clientUniqueId: "pbx-1" }, selection);
  await calls.getCall({ clientUniqueId: "pbx-1" }, selection);
  expect(asked).toEqual(["list", "extensive", "extensive"]);
  expect([...known]).toEqual([["pbx-1", "77"]]);
});

test("a call cannot be processed again there, which is said", async () => {
  await expect(tenant().calls.retryCall("77")).rejects.toMatchObject({ code: "conflict" });
});
