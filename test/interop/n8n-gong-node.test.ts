import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ACCESS_KEY, ACCESS_KEY_SECRET } from "../support/tamtam.ts";
import { type Json, N8n } from "./n8n.ts";
import { n8nConnects } from "./n8n-connects.ts";
import type { Exchange } from "./recording-relay.ts";
import { ada, CALL_COUNT, makeAnswerCheck, SEEDED_UNTIL, SEEDED_USER_COUNT, SeededServer } from "./seeded-server.ts";
import { crowdedCall, readShownCall, readShownCalls, type ShownCall } from "./shown-calls.ts";

const problemsOf = makeAnswerCheck("n8n");

let server: SeededServer;
let n8n: N8n;
/** Every seeded call, newest first. */
let shown: readonly ShownCall[];
let exchanges: readonly Exchange[] = [];

beforeAll(async () => {
  server = await SeededServer.open();
  const gongApi = { baseUrl: `${server.relay.url}/`, accessKey: ACCESS_KEY, accessKeySecret: ACCESS_KEY_SECRET };
  n8n = await N8n.open({ gongApi, gongOAuth2Api: {} });
  shown = await readShownCalls(server);
});

afterAll(async () => {
  await n8n[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

afterEach(() => {
  expect(problemsOf([...exchanges, ...server.relay.take()])).toEqual([]);
  exchanges = [];
});

/** What went over the wire since the last look. */
function wire(): readonly Exchange[] {
  exchanges = server.relay.take();
  return exchanges;
}

const statuses = () => wire().map(({ method, path, status }) => `${method} ${path} ${status}`);

const byId = (value: string) => ({ __rl: true, mode: "id", value });
const fromList = (value: string) => ({ __rl: true, mode: "list", value });
const idsOf = (items: readonly Json[]) => items.map(({ id }) => id);
const callIdsOf = (calls: readonly ShownCall[]) => calls.map(({ callId }) => callId);

/** A call of which there is everything that a seeded call has. */
const richCall = () => readShownCall(server, crowdedCall(shown).callId);

const EXTENSIVE = "POST /v2/calls/extensive";

describe("n8n's Gong node gets many calls", () => {
  const getMany = (given: Json) => n8n.run({ resource: "call", operation: "getAll", ...given });

  test("all of them, page by page, oldest first", async () => {
    const calls = await getMany({ returnAll: true });
    expect(idsOf(calls)).toEqual(callIdsOf(shown).toReversed());
    expect(wire().map(({ sent, answer }) => [sent, (answer as Json)["records"]])).toEqual([
      [{ filter: {} }, { ...records(100, 0), cursor: expect.any(String) }],
      [
        { filter: {}, cursor: expect.any(String) },
        { ...records(100, 1), cursor: expect.any(String) },
      ],
      [{ filter: {}, cursor: expect.any(String) }, records(30, 2)],
    ]);
  });

  test("as many as it was told to", async () => {
    expect(idsOf(await getMany({ returnAll: false, limit: 7 }))).toEqual(callIdsOf(shown).toReversed().slice(0, 7));
  });

  test("between two times, the first included and the second not", async () => {
    const [late, early] = [shown[20], shown[60]];
    const filters = { fromDateTime: early?.actualStart, toDateTime: late?.actualStart };
    const calls = await getMany({ returnAll: true, filters });
    expect(idsOf(calls)).toEqual(callIdsOf(shown.slice(21, 61)).toReversed());
  });

  test("of one workspace", async () => {
    const workspaceId = shown[0]?.workspaceId;
    expect(await getMany({ returnAll: true, filters: { workspaceId } })).toHaveLength(CALL_COUNT);
    expect(wire()[0]?.sent).toEqual({ filter: { workspaceId } });
  });

  test("by their ids", async () => {
    const wanted = callIdsOf([shown[5], shown[3]].filter((call) => call !== undefined));
    expect(idsOf(await getMany({ returnAll: true, filters: { callIds: wanted.join(", ") } }))).toEqual(wanted);
    expect(idsOf(await getMany({ returnAll: true, filters: { callIds: wanted } }))).toEqual(wanted);
  });

  test.each([
    ["an id", byId],
    ["its list", fromList],
  ])("of the organizer given by %s", async (_how, choose) => {
    const userId = shown[0]?.primaryUser.userId ?? "";
    const calls = await getMany({ returnAll: true, filters: { primaryUserIds: choose(userId) } });
    const hosted = shown.filter(({ primaryUser }) => primaryUser.userId === userId);
    expect(hosted.length).toBeGreaterThan(1);
    expect(idsOf(calls)).toEqual(callIdsOf(hosted).toReversed());
  });

  test("none of an organizer who has none: Gong's 404 is an empty item to n8n", async () => {
    expect(await getMany({ returnAll: true, filters: { primaryUserIds: byId(ada.id) } })).toEqual([{}]);
    expect(wire()).toMatchObject([
      { status: 404, answer: { errors: ["No calls found corresponding to the provided filters"] } },
    ]);
  });

  test("with their participants and topics", async () => {
    const wanted = await richCall();
    const filters = { callIds: wanted.callId };
    const [call] = await getMany({ returnAll: true, filters, options: { properties: ["parties", "topics"] } });
    expect(call).toMatchObject({
      id: wanted.callId,
      parties: expect.arrayContaining(wanted.parties.map(({ name }) => expect.objectContaining({ name }))),
      content: { topics: expect.arrayContaining([{ name: expect.any(String), duration: expect.any(Number) }]) },
    });
    const [bare] = await getMany({ returnAll: true, filters });
    expect(Object.keys(bare ?? {})).not.toContain("parties");
    expect(Object.keys(bare ?? {})).not.toContain("content");
  });

  test("not for times in the wrong order", async () => {
    const filters = { fromDateTime: "2025-04-01T00:00:00Z", toDateTime: "2025-03-01T00:00:00Z" };
    await expect(getMany({ returnAll: true, filters })).rejects.toMatchObject({
      httpCode: "400",
      description: "Double-check the value(s) in the parameter(s)",
    });
    expect(wire()).toMatchObject([
      { status: 400, answer: { errors: [expect.stringContaining("filter.fromDateTime")] } },
    ]);
  });
});

describe("n8n's Gong node gets a call", () => {
  const get = (call: Json, properties: readonly string[] = []) =>
    n8n.run({ resource: "call", operation: "get", call, options: { properties } });

  test.each([
    ["its id", byId],
    ["the list", fromList],
    [
      "its address in Gong",
      (id: string) => ({ __rl: true, mode: "url", value: `https://us-1.app.gong.io/call?id=${id}` }),
    ],
  ])("by %s", async (_how, choose) => {
    const { callId, title, duration } = await richCall();
    expect(await get(choose(callId))).toMatchObject([{ metaData: { id: callId, title, duration } }]);
    expect(statuses()).toEqual([`${EXTENSIVE} 200`]);
  });

  test("with everything that it can ask for", async () => {
    const wanted = await richCall();
    const inContent = ["pointsOfInterest", "brief", "highlights", "keyPoints", "outline", "callOutcome", "structure"];
    const properties = [...inContent, "trackers", "topics", "media", "parties", "publicComments", "transcript"];
    const [call] = await get(byId(wanted.callId), properties);
    expect(call).toMatchObject({
      metaData: { id: wanted.callId },
      parties: expect.arrayContaining(wanted.parties.map((party) => expect.objectContaining(nameAndAddress(party)))),
      content: {
        brief: expect.stringMatching(/\w/),
        topics: expect.arrayContaining([{ name: expect.any(String), duration: expect.any(Number) }]),
        trackers: expect.any(Array),
      },
      collaboration: { publicComments: [] },
    });
    const transcript = call?.["transcript"] as readonly { readonly sentences: readonly { readonly text: string }[] }[];
    const said = transcript.flatMap(({ sentences }) => sentences).map(({ text }) => text);
    expect(said.toSorted()).toEqual(wanted.transcript?.sentences.map(({ text }) => text).toSorted());
    expect(statuses()).toEqual([`${EXTENSIVE} 200`, "POST /v2/calls/transcript 200"]);
  });

  test("not if there is none", async () => {
    await expect(get(byId("1"))).rejects.toMatchObject({
      message: "The required call doesn't match any existing one",
      httpCode: "404",
    });
  });
});

describe("n8n's Gong node gets users", () => {
  const getMany = (given: Json) => n8n.run({ resource: "user", operation: "getAll", ...given });

  test("all of them", async () => {
    const users = await getMany({ returnAll: true });
    expect(users).toHaveLength(SEEDED_USER_COUNT + 1);
    expect(new Set(idsOf(users)).size).toBe(SEEDED_USER_COUNT + 1);
    const hosts = shown.map(({ primaryUser }) => primaryUser.userId);
    expect(idsOf(users)).toEqual(expect.arrayContaining([ada.id, ...hosts]));
  });

  test("as many as it was told to", async () => {
    expect(await getMany({ returnAll: false, limit: 4 })).toHaveLength(4);
  });

  test("by when they were created", async () => {
    const created = await getMany({ returnAll: true, filters: { createdFromDateTime: SEEDED_UNTIL } });
    expect(idsOf(created)).toEqual([ada.id]);
    const before = await getMany({ returnAll: true, filters: { createdToDateTime: SEEDED_UNTIL } });
    expect(before).toHaveLength(SEEDED_USER_COUNT);
  });

  test("by their ids", async () => {
    const host = shown[0]?.primaryUser.userId ?? "";
    const users = await getMany({ returnAll: true, filters: { userIds: `${ada.id}, ${host}` } });
    expect(idsOf(users).toSorted()).toEqual([ada.id, host].toSorted());
    expect(wire()[0]?.sent).toEqual({ filter: { userIds: [ada.id, host] } });
  });

  test.each([
    ["its id", byId],
    ["the list", fromList],
  ])("one, by %s", async (_how, choose) => {
    const [user, ...others] = await n8n.run({ resource: "user", operation: "get", user: choose(ada.id) });
    const { created, ...said } = ada;
    expect(user).toMatchObject(said);
    expect(Date.parse(String(user?.["created"]))).toBe(Date.parse(created));
    expect(others).toEqual([]);
  });
});

describe("n8n's list pickers", () => {
  test("offer every call, a page at a time, by name", async () => {
    const first = await n8n.choices("getCalls");
    const second = await n8n.choices("getCalls", { token: first.paginationToken });
    const third = await n8n.choices("getCalls", { token: second.paginationToken });
    expect([first, second, third].map(({ results }) => results.length)).toEqual([100, 100, 30]);
    expect(third.paginationToken).toBeUndefined();
    const offered = [first, second, third].flatMap(({ results }) => results);
    const wanted = shown.map(({ callId, title }) => ({ name: title, value: callId }));
    const inOrder = (choices: readonly { readonly value: string }[]) =>
      choices.toSorted((a, b) => a.value.localeCompare(b.value));
    expect(inOrder(offered)).toEqual(inOrder(wanted));
  });

  test("find a user by a part of the name, and by the id", async () => {
    const found = [{ name: "Ada Quill (ada.quill@harrowby.example)", value: ada.id }];
    expect(await n8n.choices("getUsers", { filter: "quill" })).toEqual({ results: found });
    expect(await n8n.choices("getUsers", { filter: ada.id })).toEqual({ results: found });
    expect((await n8n.choices("getUsers")).results).toHaveLength(SEEDED_USER_COUNT + 1);
  });
});

describe("n8n's credential for an access key", () => {
  test("is found good", async () => {
    expect(await n8n.testCredential()).toMatchObject({ records: { totalRecords: SEEDED_USER_COUNT + 1 } });
    expect(statuses()).toEqual(["GET /v2/users 200"]);
  });

  test("is found bad with another secret", async () => {
    const wrong = { ...n8n.credential("gongApi"), accessKeySecret: "another" };
    await using other = await N8n.open({ gongApi: wrong, gongOAuth2Api: {} });
    await expect(other.testCredential()).rejects.toMatchObject({ httpCode: "401" });
  });
});

describe("n8n's credential for OAuth 2.0", () => {
  test("asks for what the operator can grant, works, and gets new tokens when the old one is over", async () => {
    const tokens = await n8nConnects(server);
    await using other = await N8n.open({ gongApi: {}, gongOAuth2Api: tokens });
    const user = { resource: "user", operation: "get", user: byId(ada.id) };
    expect(await other.run(user, "gongOAuth2Api")).toMatchObject([{ firstName: "Ada" }]);
    const rotten = { ...tokens, oauthTokenData: { ...tokens.oauthTokenData, access_token: "over" } };
    await using later = await N8n.open({ gongApi: {}, gongOAuth2Api: rotten });
    expect((await later.choices("getUsers", { filter: "quill" }, "gongOAuth2Api")).results).toHaveLength(1);
    const { access_token } = later.credential("gongOAuth2Api")["oauthTokenData"] as Json; // as n8n keeps tokens
    expect(access_token).not.toBe("over");
    expect(access_token).not.toBe(tokens.oauthTokenData.access_token);
  });
});

function records(currentPageSize: number, currentPageNumber: number) {
  return { totalRecords: CALL_COUNT, currentPageSize, currentPageNumber };
}

function nameAndAddress({ name, emailAddress }: ShownCall["parties"][number]) {
  return { name, ...(emailAddress === undefined ? {} : { emailAddress }) };
}
