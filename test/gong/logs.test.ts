import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type UserId } from "../../src/calls/ids.ts";
import type { LogEntry, ListLogsResponse } from "../../src/gong-api/schemas/list-logs.ts";
import type { Principal } from "../../src/gong-api/principal.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { authorization, CALL_ID, KEY } from "../support/http-services.ts";
import { type GongAnswer, GongServer } from "./gong-server.ts";
import { addCompleted, fillLibrary, fullCall } from "./library.ts";
import { makeCall, makeParty } from "../contracts/sample-calls.ts";
import { gongFolder } from "./reference-data.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});

afterEach(() => server[Symbol.asyncDispose]());

const query = (logType: string, more: Record<string, string> = {}) => ({
  method: "GET",
  path: "/v2/logs",
  query: { logType, fromDateTime: "2026-06-12T00:00:00Z", ...more },
});

async function read(logType: string): Promise<LogEntry[]> {
  const { status, body } = await server.send(query(logType));
  return status === 404 ? [] : [...(body as unknown as ListLogsResponse).logEntries]; // the answer of this operation
}

const recordsOf = async (logType: string) => (await read(logType)).map(({ logRecord }) => logRecord);
const actionsOf = async (logType: string) => (await recordsOf(logType)).map(({ action }) => action);

/** The same server, as these principals meet it; they come from an address. */
function appFor(principal: Partial<Principal>) {
  const identified: Principal = { kind: "key", id: "ANNS-KEY", scopes: "all", ...principal };
  const access = { ...server.services.access, identifyKey: async () => ({ principal: identified }) };
  const app = createHttpApp({ ...server.services, access });
  const incoming = { socket: { remoteAddress: "203.0.113.9" } };
  return (method: string, path: string) =>
    app.request(path, { method, headers: { authorization } }, { incoming } as never); // as much of a request as is looked at
}

describe("the access log", () => {
  it("has every operation with who asked, and from where, but no more than ids of what they asked for", async () => {
    const send = appFor({ actingUserId: asId<UserId>("501") });
    await send("GET", "/v2/calls?fromDateTime=2026-01-01T00:00:00Z&workspaceId=someones-secret");
    await send("GET", "/v2/users/ann@ours.example");
    await send("GET", "/v2/nowhere/ann@ours.example");
    const [first, second, ...others] = await read("AccessLog");
    expect(first).toEqual({
      userId: "501",
      userEmailAddress: "ann@ours.example",
      userFullName: "Ann Ford",
      eventTime: "2026-06-12T09:30:00.000Z",
      logRecord: {
        auditId: expect.stringMatching(/^\d+$/),
        action: "listCalls",
        accessKey: "ANNS-KEY",
        clientIp: "203.0.113.9",
        verb: "GET",
        endpointUri: "/v2/calls",
        status: 404,
        requestId: expect.any(String),
      },
    });
    expect(second?.logRecord).toMatchObject({ action: "getUser", endpointUri: "/v2/users/{id}" });
    expect(others).toEqual([]);
  });

  it("has command text by its actions' names alone", async () => {
    const backend = { open: async () => ({ api: {} }) } as unknown as (typeof server.services)["connections"]; // nothing is run
    const app = createHttpApp({ ...server.services, connections: backend });
    const body = '/c\naction: search-calls\nkeywords: ["a secret word"]\n';
    const headers = { authorization, "content-type": "text/plain" };
    await app.request("/connection/command", { method: "POST", body, headers }, {});
    const [record] = await recordsOf("AccessLog");
    expect(record).toMatchObject({ action: "search-calls", endpointUri: "/connection", accessKey: KEY });
    expect(JSON.stringify(record)).not.toContain("secret");
  });

  it("has who was refused, without what they sent, and only so many a minute", async () => {
    for (let number = 0; number < 70; number += 1) {
      await server.app.request("/v2/calls", { headers: { authorization: "Basic d3Jvbmc6d3Jvbmc=" } }, {});
    }
    const records = await recordsOf("AccessLog");
    expect(records).toHaveLength(60);
    expect(records[0]).toMatchObject({ action: "sign-in", accessKey: null, endpointUri: "", status: 401 });
  });

  it("has what a key may not do", async () => {
    server.withhold("api:users:read");
    await server.send({ method: "GET", path: "/v2/users" });
    expect(await recordsOf("AccessLog")).toMatchObject([{ action: "listUsers", status: 401, accessKey: KEY }]);
  });
});

describe("the activity log", () => {
  it("has what commands changed before one of them failed", async () => {
    const erasing = { deleteCall: async () => {} };
    const connections = {
      open: async () => ({ api: {}, erasing }),
    } as unknown as (typeof server.services)["connections"]; // what these commands use
    const app = createHttpApp({ ...server.services, connections });
    const send = (body: string) =>
      app.request(
        "/connection/command",
        {
          method: "POST",
          body,
          headers: { authorization, "content-type": "text/plain" },
        },
        {},
      );
    const deleteIt = `/c\naction: delete-call\ncall-id: ${fullCall.id}\n`;
    const failing = "/c\naction: search-calls\n";
    expect((await send(`${failing}\n${deleteIt}`)).status).toBeGreaterThanOrEqual(400);
    expect(await recordsOf("UserActivityLog")).toEqual([]);
    expect((await send(`${deleteIt}\n${failing}`)).status).toBeGreaterThanOrEqual(400);
    expect(await recordsOf("UserActivityLog")).toMatchObject([
      {
        action: "delete-call search-calls",
        customData: expect.arrayContaining([{ key: "call-id", values: [fullCall.id] }]),
      },
    ]);
  });

  it("has changes that were made, and none that failed or only read", async () => {
    await server.send({ method: "POST", path: "/tamtam/v1/users", body: { firstName: "Eva" } });
    await server.send({ method: "POST", path: "/tamtam/v1/users", body: { email: "wrong" } });
    await server.send({ method: "POST", path: "/v2/users/extensive", body: { filter: {} } });
    const body = { callAccessList: [{ callId: fullCall.id, userIds: ["502"] }] };
    await server.send({ method: "PUT", path: "/v2/calls/users-access", body });
    expect(await actionsOf("UserActivityLog")).toEqual(["createUser", "addUsersAccessToCalls"]);
  });
});

describe("links to recordings", () => {
  it("are in the activity log with the calls they lead to, though the request named none", async () => {
    const body = { filter: {}, contentSelector: { exposedFields: { media: true } } };
    expect((await server.send({ method: "POST", path: "/v2/calls/extensive", body })).status).toBe(200);
    const [entry] = await recordsOf("UserActivityLog");
    expect(entry).toMatchObject({
      action: "listCallsExtensive",
      customData: expect.arrayContaining([{ key: "call-id", values: expect.arrayContaining([fullCall.id]) }]),
    });
  });
});

describe("recordings", () => {
  const RANGE = { Range: "bytes=50-74" };

  /** The recording of the test product is 100 bytes; the call is 61.499 s long. */
  async function play(path: string, headers: Record<string, string>, isLost = false): Promise<number> {
    const media: typeof server.services.media = {
      ...server.services.media,
      describe: async () => ({ sizeBytes: 100, contentType: "audio/wav" }),
      ...(isLost && { read: () => Promise.reject(new Error("the disk cannot be read")) }),
    };
    const app = createHttpApp({ ...server.services, media });
    const { status } = await app.request(path.replaceAll(CALL_ID, fullCall.id), { headers }, {});
    return status;
  }
  const path = `/media/${CALL_ID}/audio`;
  const signed = `/media/${fullCall.id}/audio?expires=2000&signature=signed+${encodeURIComponent(`/media/${fullCall.id}/audio`)}`;

  it("that are fetched with a key are plays of whoever has the key, with the seconds that were sent", async () => {
    expect(await play(path, { authorization, ...RANGE })).toBe(206);
    expect(await recordsOf("UserCallPlay")).toEqual([
      {
        auditId: expect.any(String),
        callId: fullCall.id,
        action: "play-audio",
        accessKey: KEY,
        clientIp: null,
        status: 206,
        requestId: expect.any(String),
        // 50 and 75 hundredths of 61.499 s.
        fromTime: 30.75,
        toTime: 46.124,
      },
    ]);
    expect(await actionsOf("AccessLog")).toEqual(["play-audio", "listLogs"]);
  });

  it("that cannot be read are no plays, neither with a key nor by a link", async () => {
    expect(await play(path, { authorization }, true)).toBe(500);
    expect(await play(signed, {}, true)).toBe(500);
    expect(await read("UserCallPlay")).toEqual([]);
    expect(await read("ExternallySharedCallPlay")).toEqual([]);
    expect(await recordsOf("ExternallySharedCallAccess")).toMatchObject([{ callId: fullCall.id, status: 500 }]);
  });

  it("that are fetched by a signed link are plays of somebody with the link, whose link too old is an attempt", async () => {
    expect(await play(signed, {})).toBe(200);
    expect(await play(signed.replace("2000", "1999"), {})).toBe(410);
    const plays = await recordsOf("ExternallySharedCallPlay");
    expect(plays).toMatchObject([{ callId: fullCall.id, accessKey: null, fromTime: 0, toTime: 61.499 }]);
    expect(
      (await recordsOf("ExternallySharedCallAccess")).map((record) => "status" in record && record.status),
    ).toEqual([200, 410]);
    expect(await read("UserCallPlay")).toEqual([]);
  });

  it("that are asked for with links nobody made here do not fill the log", async () => {
    for (let number = 0; number < 70; number += 1) expect(await play(signed.replace("signed", "forged"), {})).toBe(403);
    expect(await read("ExternallySharedCallAccess")).toHaveLength(60);
  });
});

describe("pages of a log", () => {
  it("go on where the one before ended, while more is written", async () => {
    for (let number = 0; number < 120; number += 1) await server.send({ method: "GET", path: "/v2/workspaces" });
    const first = await server.send(query("AccessLog"));
    expect(first.body.records).toMatchObject({ totalRecords: 120, currentPageSize: 100, currentPageNumber: 0 });
    const second = await server.send(query("AccessLog", { cursor: first.body.records?.cursor ?? "" }));
    expect(second.body.records).toEqual({
      totalRecords: 120,
      currentPageSize: expect.any(Number),
      currentPageNumber: 1,
    });
    const ids = ({ body }: GongAnswer) =>
      (body as unknown as ListLogsResponse).logEntries.map(({ logRecord }) => logRecord.auditId); // the answer of this operation
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(ids(first).length + ids(second).length);
    const other = await server.send(query("UserActivityLog", { cursor: first.body.records?.cursor ?? "" }));
    expect(other.status).toBe(400);
  });
});

describe("a key that acts for a user", () => {
  it("is not shown what others did", async () => {
    const response = await appFor({ actingUserId: asId<UserId>("501") })(
      "GET",
      "/v2/logs?logType=AccessLog&fromDateTime=2026-01-01T00:00:00Z",
    );
    expect(response.status).toBe(403);
  });
});

describe("somebody whose data is erased", () => {
  const EMAIL = "gone-for-good@ours.example";
  const USER = "USER-TO-BE-GONE-1";

  it("is not in the log any more, nor the address they came from, and what was done is", async () => {
    const party = makeParty({ id: asId("690"), userId: asId<UserId>(USER), emailAddress: EMAIL });
    const call = makeCall({
      id: asId("1000000000000000021"),
      clientUniqueId: "gone",
      primaryUserId: asId(USER),
      parties: [party],
    });
    await addCompleted(server, [{ call }]);
    await appFor({ actingUserId: asId<UserId>(USER) })("GET", "/v2/workspaces");
    expect((await read("AccessLog"))[0]).toMatchObject({ userId: USER, userEmailAddress: EMAIL });
    const erased = await server.send({
      method: "POST",
      path: "/v2/data-privacy/erase-data-for-email-address",
      query: { emailAddress: EMAIL },
    });
    expect(erased.status).toBe(200);
    const [first] = await read("AccessLog");
    expect(first).toMatchObject({
      userId: null,
      userEmailAddress: null,
      logRecord: { action: "listWorkspaces", clientIp: null },
    });
    const files = (await readdir(server.folder)).filter((name) => name.startsWith("audit.db"));
    const texts = await Promise.all(files.map((name) => readFile(join(server.folder, name), "latin1")));
    for (const text of [EMAIL, USER]) expect(texts.filter((each) => each.includes(text))).toEqual([]);
  });
});

const folder = gongFolder("the comparison of a log entry with a recorded one");

describe.runIf(folder !== undefined)("an entry of the activity log", () => {
  it("has the members that Gong's has, no more and no fewer", async () => {
    const { recordings } = JSON.parse(readFileSync(join(folder ?? "", "recordings.json"), "utf8")) as {
      recordings: { test: string; response: { logEntries: (LogEntry & { logRecord: { httpRequest: object } })[] } }[];
    };
    const theirs = recordings.find(({ test }) => test === "get-logs")?.response.logEntries[0];
    await server.send({ method: "POST", path: "/tamtam/v1/workspaces", body: { name: "Europe" } });
    const [ours] = (await read("UserActivityLog")) as (typeof theirs)[]; // of this log
    const names = (value: object | undefined) => Object.keys(value ?? {}).sort();
    expect(names(ours)).toEqual(names(theirs));
    expect(names(ours?.logRecord)).toEqual(names(theirs?.logRecord));
    expect(names(ours?.logRecord.httpRequest)).toEqual(names(theirs?.logRecord.httpRequest));
  });
});
