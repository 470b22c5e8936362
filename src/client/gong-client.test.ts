import { describe, expect, test } from "vitest";
import { accessKeyCredentials, type Credentials } from "./credentials.ts";
import { createGongClient } from "./gong-client.ts";
import type { MediaFile } from "./multipart.ts";
import type { RequestBudget } from "./request-budget.ts";
import { SendError, type WireReply, type WireRequest } from "./send.ts";

type Reply = (Partial<WireReply> & { readonly status: number }) | Error;

const NOW_MS = Date.UTC(2025, 5, 30);
const json = (status: number, body: object, headers: WireReply["headers"] = {}): Reply => ({
  status,
  text: JSON.stringify(body),
  headers,
});
const refusal = (status: number, sentence: string, headers: WireReply["headers"] = {}) =>
  json(status, { requestId: "r1", errors: [sentence] }, headers);
const lost = new SendError("socket hang up", { mayHaveArrived: true });
const silent = new SendError("no answer within 60 s", { mayHaveArrived: true, wasSilence: true });
const neverLeft = new SendError("connect ECONNREFUSED", { mayHaveArrived: false });
const call = {
  clientUniqueId: "u1",
  actualStart: "2025-06-01T09:00:00Z",
  direction: "Outbound" as const,
  primaryUser: "1",
  parties: [{ userId: "1" }],
};

/** A client whose other side answers these, one after the other. */
function clientOf(replies: readonly Reply[], changes: { credentials?: Credentials } = {}) {
  const sent: WireRequest[] = [];
  const slept: number[] = [];
  const paused: number[] = [];
  let taken = 0;
  const budget: RequestBudget = {
    limits: {},
    take: async () => void (taken += 1),
    pause: async (durationMs) => void paused.push(durationMs),
    countDay: async () => taken,
  };
  const api = createGongClient({
    baseUrl: "https://us-1.api.gong.io",
    send: async (request) => {
      sent.push(request);
      const reply = replies[sent.length - 1];
      if (reply === undefined) throw new Error("asked once too often");
      if (reply instanceof Error) throw reply;
      return { headers: {}, text: "", ...reply };
    },
    credentials: accessKeyCredentials("KEY", "sécret"),
    budget,
    clock: () => NOW_MS,
    random: () => 0.5,
    sleep: async (durationMs) => void slept.push(durationMs),
    ...changes,
  });
  return { api, sent, slept, paused, taken: () => taken };
}

describe("a request", () => {
  test("is made as the operation table says: path, query, body, credentials", async () => {
    const { api, sent } = clientOf([json(200, {}), json(200, {}), json(200, {})]);
    await api.listCalls({ fromDateTime: "2025-01-01T00:00:00+01:00", cursor: "a b" });
    await api.getCall({ id: "12/3" });
    await api.deleteUsersAccessToCalls({ callAccessList: [{ callId: "1", userIds: ["2"] }] });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://us-1.api.gong.io/v2/calls?fromDateTime=2025-01-01T00%3A00%3A00%2B01%3A00&cursor=a+b",
      "GET https://us-1.api.gong.io/v2/calls/12%2F3",
      "DELETE https://us-1.api.gong.io/v2/calls/users-access",
    ]);
    expect(sent[2]?.body).toBe('{"callAccessList":[{"callId":"1","userIds":["2"]}]}');
    expect(sent[0]?.headers["Authorization"]).toBe(`Basic ${Buffer.from("KEY:sécret").toString("base64")}`);
  });

  test("has a list as its whole body where Gong wants one", async () => {
    const { api, sent } = clientOf([json(200, {}), json(200, {})]);
    const crm = { integrationId: "2271307570613351879", objectType: "DEAL" as const };
    await api.getCrmObjects({ ...crm, objectIds: ["d1", "d2"] });
    await api.uploadCrmSchemaField({ ...crm, body: [{ uniqueName: "stage", label: "Stage", type: "STRING" }] });
    const query = "integrationId=2271307570613351879&objectType=DEAL";
    expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["GET", `https://us-1.api.gong.io/v2/crm/entities?${query}`, '["d1","d2"]'],
      [
        "POST",
        `https://us-1.api.gong.io/v2/crm/entity-schema?${query}`,
        '[{"uniqueName":"stage","label":"Stage","type":"STRING"}]',
      ],
    ]);
  });

  test("loses no digit of a 64-bit number", async () => {
    const { api } = clientOf([{ status: 200, text: '{"callId":"1","integrationId":2271307570613351879}' }]);
    expect(await api.addCall(call)).toEqual({ callId: "1", integrationId: "2271307570613351879" });
  });
});

describe("an answer", () => {
  test("that says there is nothing is an empty list", async () => {
    const nothing = refusal(404, "No calls found corresponding to the provided filters");
    const { api } = clientOf([nothing, nothing]);
    const records = { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 };
    expect(await api.listCallsExtensive({ filter: {} })).toEqual({ records, calls: [] });
    expect(await api.getCallTranscripts({ filter: {} })).toEqual({ records, callTranscripts: [] });
  });

  test("that says there are no statistics is about the time that was asked for, where answers say a time", async () => {
    const nothing = refusal(404, "No users found");
    const { api } = clientOf([nothing, nothing, nothing]);
    const records = { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 };
    const filter = { fromDate: "2025-05-01", toDate: "2025-06-01" };
    const span = { fromDateTime: "2025-05-01", toDateTime: "2025-06-01", timeZone: "" };
    expect(await api.listMultipleUsersAggregateActivity({ filter })).toEqual({
      ...span,
      records,
      usersAggregateActivityStats: [],
    });
    expect(await api.listInteractionStats({ filter })).toEqual({ ...span, records, peopleInteractionStats: [] });
    expect(await api.listMultipleUsersDayByDayActivity({ filter })).toEqual({ records, usersDetailedActivities: [] });
  });

  test.each([
    [401, "Unauthorized", { code: "remote-key", requestId: "r1" }],
    [
      401,
      "You don't have permission to use 'api:users:read' in your app.",
      { code: "remote-scope", scope: "api:users:read" },
    ],
    [403, "Access denied", { code: "remote-denied" }],
    [404, "Call ID 1 was not found", { code: "remote-not-found", status: 404 }],
    [409, "recording is not enabled", { code: "remote-conflict" }],
    [400, "The cursor has expired: start again.", { code: "cursor-expired" }],
    [501, "Not implemented", { code: "remote-refusal" }],
  ])("%i %s is typed", async (status, sentence, expected) => {
    const { api } = clientOf([refusal(status, sentence)]);
    await expect(api.getCall({ id: "1" })).rejects.toMatchObject(expected);
  });

  test("that names fields is a problem of the input", async () => {
    const { api } = clientOf([json(400, { errors: ["parties: must not be null", "direction: must not be null"] })]);
    await expect(api.addCall(call)).rejects.toMatchObject({
      code: "invalid-input",
      problems: [
        { parameter: "parties", message: "must not be null" },
        { parameter: "direction", message: "must not be null" },
      ],
    });
  });

  test("that is a gateway's page says so, after it was tried again", async () => {
    const page: Reply = {
      status: 200,
      text: "<html><h1>Sign in</h1></html>",
      headers: { "content-type": "text/html" },
    };
    const { api, sent } = clientOf([page, page, page, page, page]);
    await expect(api.listUsers({})).rejects.toMatchObject({
      code: "remote-unreadable",
      message: expect.stringContaining("Sign in"),
    });
    expect(sent).toHaveLength(5);
  });
});

describe("trying again", () => {
  test("waits longer each time, and each attempt takes a place of the budget", async () => {
    const { api, slept, taken } = clientOf([refusal(503, "busy"), lost, refusal(500, "x"), json(200, { users: [] })]);
    expect(await api.listUsers({})).toEqual({ users: [] });
    expect(slept).toEqual([500, 1000, 2000]);
    expect(taken()).toBe(4);
  });

  test("ends after five attempts", async () => {
    const { api, sent } = clientOf(Array.from({ length: 9 }, () => lost));
    await expect(api.listUsers({})).rejects.toMatchObject({ code: "remote-unreachable" });
    expect(sent).toHaveLength(5);
  });

  test("ends after two minutes of silence", async () => {
    const { api, sent } = clientOf(Array.from({ length: 9 }, () => silent));
    await expect(api.listUsers({})).rejects.toMatchObject({ code: "remote-unreachable" });
    expect(sent).toHaveLength(2);
  });

  test("is done for what does no harm twice, and for what surely never arrived", async () => {
    expect(await clientOf([lost, json(200, { callId: "1" })]).api.addCall(call)).toEqual({ callId: "1" });
    const erase = { emailAddress: "jane@example.com" };
    await expect(clientOf([lost, json(200, {})]).api.purgeEmailAddress(erase)).rejects.toMatchObject({
      code: "remote-unreachable",
    });
    await expect(clientOf([refusal(500, "x"), json(200, {})]).api.purgeEmailAddress(erase)).rejects.toMatchObject({
      code: "remote-broken",
    });
    expect(await clientOf([neverLeft, json(200, {})]).api.purgeEmailAddress(erase)).toEqual({});
  });

  test("keeps to Retry-After for everybody, and then goes on", async () => {
    const limited = refusal(429, "Too many", { "retry-after": "7" });
    const { api, paused, slept } = clientOf([limited, json(200, {})]);
    await api.purgePhoneNumber({ phoneNumber: "+15551234567" });
    expect([paused, slept]).toEqual([[7000], [0]]);
  });

  test("outlasts a storm of refusals, each of which says how long to wait", async () => {
    const storm = Array.from({ length: 8 }, () => refusal(429, "Too many", { "retry-after": "1" }));
    const { api, sent } = clientOf([...storm, json(200, { users: [] })]);
    expect(await api.listUsers({})).toEqual({ users: [] });
    expect(sent).toHaveLength(9);
  });

  test("waits a minute for a server that is down, and not for one that says it will be for hours", async () => {
    const { api, slept } = clientOf([refusal(503, "down", { "retry-after": "60" }), json(200, {})]);
    await api.listUsers({});
    expect(slept).toEqual([60_000]);
    const { api: other } = clientOf([refusal(503, "down", { "retry-after": "7200" })]);
    await expect(other.listUsers({})).rejects.toMatchObject({ retryAtMs: NOW_MS + 7_200_000 });
  });

  test("sends a recording again only where it can be read again", async () => {
    const file = (isRepeatable?: true): MediaFile => ({ isRepeatable, async *[Symbol.asyncIterator]() {} });
    const again = clientOf([lost, json(201, { callId: "1" })]);
    expect(await again.api.addCallRecording({ id: "1", file: file(true) })).toEqual({ callId: "1" });
    const once = clientOf([lost, json(201, {})]);
    await expect(once.api.addCallRecording({ id: "1", file: file() })).rejects.toMatchObject({
      code: "remote-unreachable",
    });
  });

  test("gets another token where one has ended, once", async () => {
    let token = "old";
    const renew = async () => ((token = "new"), true);
    const credentials = { authorization: async () => `Bearer ${token}`, renew };
    const { api, sent } = clientOf([refusal(401, "expired"), json(200, { users: [] })], { credentials });
    expect(await api.listUsers({})).toEqual({ users: [] });
    expect(sent.map(({ headers }) => headers["Authorization"])).toEqual(["Bearer old", "Bearer new"]);
  });
});
