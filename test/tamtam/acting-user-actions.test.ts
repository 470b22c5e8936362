import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import { makeCall, makeParty, makeSpeaker, makeTranscript, MONDAY_MS } from "../contracts/sample-calls.ts";
import { type GongServer, WORKSPACE_ID } from "../gong/gong-server.ts";
import { addCompleted, bareCall, fullCall, waitingCall } from "../gong/library.ts";
import { type ActionAnswer, ActingUserWorld } from "./acting-user-world.ts";

let world: ActingUserWorld;
let server: GongServer;

beforeEach(async () => {
  world = await ActingUserWorld.open();
  ({ server } = world);
});

afterEach(() => world[Symbol.asyncDispose]());

const search = (parameters: object = {}) => world.act("search-calls", parameters);
const idsOf = ({ body }: ActionAnswer) => (body.calls ?? []).map(({ callId }) => callId);

async function index(...ids: CallId[]): Promise<void> {
  const { calls, search: searched, database } = server.parts;
  for (const id of ids) {
    const call = await calls.get(id);
    const transcript = await calls.getTranscript(id);
    if (call) await database.transact((transaction) => searched.put(call, transcript, undefined, transaction));
  }
}

/** Calls of Monday about a budget; every third is one that 501 was on. */
async function addMany(count: number): Promise<readonly CallId[]> {
  const calls = Array.from({ length: count }, (_, number) => {
    const userId = asId<UserId>(number % 3 === 0 ? "501" : "502");
    const parties = [makeParty({ userId })];
    return makeCall({ startMs: MONDAY_MS + number * 1000, workspaceId: asId(WORKSPACE_ID), parties });
  });
  const transcript = () => makeTranscript(["The budget is small."], [makeSpeaker("1")]);
  await addCompleted(
    server,
    calls.map((call) => ({ call, transcript: transcript() })),
  );
  await index(...calls.map(({ id }) => id));
  return calls.filter((_, number) => number % 3 === 0).map(({ id }) => id);
}

describe("a key that acts for a user", () => {
  it("finds the calls the user was on or was given access to, with exact totals and full pages", async () => {
    const own = (await addMany(40)).toReversed();
    expect(own).toHaveLength(14);
    for (const more of [{}, { keywords: ["budget"] }, { keywords: ["budget"], sort: "relevance" }]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await search({ ...more, "page-size": 5, ...(cursor !== undefined && { cursor }) });
        expect(page.body.pagination?.totalRecords).toBe(14);
        seen.push(...idsOf(page));
        cursor = page.body.pagination?.cursor;
      } while (cursor !== undefined);
      expect(seen.toSorted()).toEqual(own.toSorted());
    }
    const hidden = await search({ keywords: ["budget"], "primary-user-ids": ["502"] });
    expect(hidden.body.pagination?.totalRecords).toBe(0);
    world.actAs(undefined);
    expect((await search()).body.pagination?.totalRecords).toBe(40);
  });

  it("finds a call from when access is given, and cannot go on with another user's cursor", async () => {
    await addMany(6);
    await index(fullCall.id, bareCall.id);
    world.actAs("999");
    expect((await search()).body.pagination?.totalRecords).toBe(0);
    await world.grant(fullCall.id, "999");
    expect(idsOf(await search())).toEqual([fullCall.id]);
    world.actAs("501");
    const { body } = await search({ "page-size": 1 });
    world.actAs("502");
    const other = await search({ "page-size": 1, cursor: body.pagination?.cursor });
    expect([other.status, other.body.error?.message]).toEqual([400, expect.stringContaining("of another query")]);
  });

  it("gets a call that it sees, also by its client-unique-id and while it is processed, and no other", async () => {
    expect((await world.act("get-call", { "call-id": fullCall.id })).body).toMatchObject({ callId: fullCall.id });
    expect((await world.act("get-call", { "client-unique-id": "recorder-1" })).status).toBe(200);
    expect((await world.act("get-call", { "call-id": waitingCall.id })).status).toBe(404);
    await world.grant(waitingCall.id, "501");
    expect((await world.act("get-call", { "call-id": waitingCall.id })).body).toMatchObject({ status: "Processing" });
    for (const by of [{ "call-id": bareCall.id }, { "client-unique-id": "recorder-2" }]) {
      expect((await world.act("get-call", by)).status).toBe(404);
    }
  });

  it("runs command text as that user", async () => {
    const run = async (callId: string) => {
      const body = `/your-gong-connection\naction: get-call\ncall-id: ${callId}\n`;
      const headers = { "content-type": "text/plain" };
      return (
        await world.fetch("/connection/command", {
          method: "POST",
          headers,
          body: body.replace("your-gong-connection", "embedded"),
        })
      ).status;
    };
    expect([await run(fullCall.id), await run(bareCall.id)]).toEqual([200, 404]);
  });

  it("adds a call, which the user sees when they are on it", async () => {
    const add = (clientUniqueId: string, userId: string) =>
      world.act("add-call", {
        "actual-start": "2026-06-12T08:00:00Z",
        "client-unique-id": clientUniqueId,
        "download-media-url": "https://media.example/1.mp3",
        "call-title": "Intro",
        direction: "Outbound",
        participants: [{ userId, name: "A" }],
        "primary-user": userId,
      });
    const [own, others] = [await add("own", "501"), await add("others", "777")];
    expect([own.status, others.status]).toEqual([200, 200]);
    expect((await world.act("get-call", { "call-id": own.body["callId"] })).status).toBe(200);
    expect((await world.act("get-call", { "call-id": others.body["callId"] })).status).toBe(404);
  });

  it.each([
    ["delete-call", {}],
    ["edit-call", { "call-title": "Mine" }],
    ["retry-call", {}],
  ])("may %s only calls that the user hosted, and is told whose the others are", async (action, more) => {
    const change = (callId: string) => world.act(action, { "call-id": callId, ...more });
    expect((await change(bareCall.id)).status).toBe(404);
    await world.grant(bareCall.id, "501");
    const before = await server.parts.calls.get(bareCall.id);
    const refused = await change(bareCall.id);
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({
      code: "acting-user",
      message: expect.stringContaining(`user 502 hosted call ${bareCall.id}`),
    });
    expect(await server.parts.calls.get(bareCall.id)).toEqual(before);
    const own = await change(fullCall.id);
    // A call that is completed has nothing to retry, whoever asks.
    expect(own.status).toBe(action === "retry-call" ? 409 : 200);
  });

  it("needs the scopes of the action, and every scope for what has none", async () => {
    world.actAs("501", new Set(["api:calls:create"]));
    expect((await world.act("get-call", { "call-id": fullCall.id })).body.error?.code).toBe("scope-missing");
    expect((await world.act("edit-call", { "call-id": fullCall.id, "call-title": "x" })).body.error?.code).toBe(
      "scope-missing",
    );
  });

  it("is refused on other connections, whose own key sees everything, and under /tamtam/v1", async () => {
    const { status, body } = await world.act("search-calls", {}, "?connection=acme");
    expect([status, body.error?.code]).toEqual([403, "acting-user"]);
    expect(body.error?.message).toContain('the connection "acme" is for keys that act for the company');
    const own = await world.fetch("/tamtam/v1/trackers");
    expect(own.status).toBe(403);
  });
});
