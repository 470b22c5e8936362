import { afterEach, beforeEach, expect, it } from "vitest";
import { asId, type CallId } from "../../src/calls/ids.ts";
import { makeAnalysis, makeCall, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { GongServer, WORKSPACE_ID } from "./gong-server.ts";

const ANALYSED: CallId = asId("1001");
const NOT_ANALYSED: CallId = asId("1002");

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await addCall(ANALYSED, "71");
  await addCall(NOT_ANALYSED, "72");
});
afterEach(() => server[Symbol.asyncDispose]());

/** A call in which a voice speaks that no party has. */
async function addCall(id: CallId, voice: string): Promise<void> {
  const { database, calls } = server.parts;
  await database.transact(async (transaction) => {
    await calls.add(makeCall({ id, workspaceId: asId(WORKSPACE_ID) }), transaction);
    await calls.setTranscript(id, makeTranscript(["Good morning."], [makeSpeaker(voice)]), transaction);
    if (id === ANALYSED) await calls.setAnalysis(id, makeAnalysis(), transaction);
    await calls.setProcessing(id, { status: "Completed", warnings: [] }, transaction);
  });
}

async function voices(exposedFields: object): Promise<Record<string, readonly string[]>> {
  const { body } = await server.send({
    method: "POST",
    path: "/v2/calls/extensive",
    body: { filter: {}, contentSelector: { exposedFields } },
  });
  // Only as far as it is looked at.
  const calls = body["calls"] as { metaData: { id: string }; parties: { name: string | null; speakerId: string }[] }[];
  return Object.fromEntries(
    calls.map(({ metaData, parties }) => [
      metaData.id,
      parties.filter(({ name }) => name?.startsWith("Speaker #")).map(({ speakerId }) => speakerId),
    ]),
  );
}

it("lists voices that are no party's, whether what they say is asked for or not, analysed or not", async () => {
  const own = { [ANALYSED]: ["71"], [NOT_ANALYSED]: ["72"] };
  expect(await voices({ parties: true })).toEqual(own);
  expect(await voices({ parties: true, content: { brief: true } })).toEqual(own);
});
