import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connections } from "../../src/app/connections.ts";
import { linkCheck } from "../../src/app/open-sandbox.ts";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { LogEntry } from "../../src/gong-api/schemas/list-logs.ts";
import type { Principal } from "../../src/gong-api/principal.ts";
import { signLink } from "../../src/lib/signed-link.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { type Listener, listen } from "../../src/surfaces/http/listen.ts";
import { makeCall, makeParty, makeTranscript, makeSpeaker, MONDAY_MS } from "../contracts/sample-calls.ts";
import { addCompleted, bareCall, fillLibrary, fullCall, waitingCall } from "../gong/library.ts";
import { GongServer, WORKSPACE_ID } from "../gong/gong-server.ts";
import { authorization } from "../support/http-services.ts";

const SECRET = "a secret for links";
const LINK_LIFETIME_MS = 8 * 3_600_000;

let server: GongServer;
let principal: Principal;
let listener: Listener;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
  const clock = () => server.clock.nowMs;
  const signed = async (callId: CallId, madeFor?: UserId) =>
    signLink(SECRET, { path: `/media/${callId}/audio`, madeFor }, clock() + LINK_LIFETIME_MS);
  const engine = createEngine({
    ...server.parts,
    mediaLinks: async (madeFor) => async (call) => ({ audioUrl: await signed(call.id, madeFor), videoUrl: null }),
  });
  const tenants = { list: async () => [{}], find: async (name: string) => (name === "acme" ? {} : undefined) };
  const app = createHttpApp({
    ...server.services,
    gongApi: engine.apiFor,
    access: { ...server.services.access, identifyKey: async () => ({ principal }) },
    media: engine.media,
    checkLink: linkCheck(SECRET, undefined, clock),
    connections: connections({
      tenants: tenants as never, // as much of them as is asked before a connection is opened
      mirrors: { finding: async () => undefined },
      openEmbedded: async (userId) => (userId === undefined ? engine : engine.actingFor(userId)),
      acceptsFiles: false,
      defaultName: undefined,
    }),
  });
  listener = await listen(app, { host: "127.0.0.1", port: 0, closeWithinMs: 100 });
  actAs("501");
});

afterEach(async () => {
  await listener.close();
  await server[Symbol.asyncDispose]();
});

function actAs(userId: string | undefined, scopes: Principal["scopes"] = "all"): void {
  const actingUserId = userId === undefined ? undefined : asId<UserId>(userId);
  principal = { kind: "key", id: "K", scopes, ...(actingUserId && { actingUserId }) };
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly calls?: readonly { readonly callId: string }[];
    readonly pagination?: { readonly totalRecords: number; readonly cursor?: string };
    readonly error?: { readonly code: string; readonly message: string };
    readonly [member: string]: unknown;
  };
}

async function act(action: string, parameters: object = {}, query = ""): Promise<Answer> {
  const response = await fetch(`${listener.url}/connection/actions/${action}${query}`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

const search = (parameters: object = {}) => act("search-calls", parameters);
const idsOf = ({ body }: Answer) => (body.calls ?? []).map(({ callId }) => callId);

async function index(...ids: CallId[]): Promise<void> {
  const { calls, search: searched, database } = server.parts;
  for (const id of ids) {
    const call = await calls.get(id);
    const transcript = await calls.getTranscript(id);
    if (call) await database.transact((transaction) => searched.put(call, transcript, undefined, transaction));
  }
}

async function grant(callId: CallId, userId: string): Promise<void> {
  const access = [{ callId, userIds: [asId<UserId>(userId)] }];
  await server.parts.database.transact((transaction) => server.parts.callAccess.grant(access, transaction));
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
    actAs(undefined);
    expect((await search()).body.pagination?.totalRecords).toBe(40);
  });

  it("finds a call from when access is given, and cannot go on with another user's cursor", async () => {
    await addMany(6);
    await index(fullCall.id, bareCall.id);
    actAs("999");
    expect((await search()).body.pagination?.totalRecords).toBe(0);
    await grant(fullCall.id, "999");
    expect(idsOf(await search())).toEqual([fullCall.id]);
    actAs("501");
    const { body } = await search({ "page-size": 1 });
    actAs("502");
    const other = await search({ "page-size": 1, cursor: body.pagination?.cursor });
    expect([other.status, other.body.error?.message]).toEqual([400, expect.stringContaining("of another query")]);
  });

  it("gets a call that it sees, also by its client-unique-id and while it is processed, and no other", async () => {
    expect((await act("get-call", { "call-id": fullCall.id })).body).toMatchObject({ callId: fullCall.id });
    expect((await act("get-call", { "client-unique-id": "recorder-1" })).status).toBe(200);
    expect((await act("get-call", { "call-id": waitingCall.id })).status).toBe(404);
    await grant(waitingCall.id, "501");
    expect((await act("get-call", { "call-id": waitingCall.id })).body).toMatchObject({ status: "Processing" });
    for (const by of [{ "call-id": bareCall.id }, { "client-unique-id": "recorder-2" }]) {
      expect((await act("get-call", by)).status).toBe(404);
    }
  });

  it("runs command text as that user", async () => {
    const run = async (callId: string) => {
      const body = `/your-gong-connection\naction: get-call\ncall-id: ${callId}\n`;
      const headers = { authorization, "content-type": "text/plain" };
      const url = `${listener.url}/connection/command`;
      return (await fetch(url, { method: "POST", headers, body: body.replace("your-gong-connection", "embedded") })).status;
    };
    expect([await run(fullCall.id), await run(bareCall.id)]).toEqual([200, 404]);
  });

  it("adds a call, which the user sees when they are on it", async () => {
    const add = (clientUniqueId: string, userId: string) =>
      act("add-call", {
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
    expect((await act("get-call", { "call-id": own.body["callId"] })).status).toBe(200);
    expect((await act("get-call", { "call-id": others.body["callId"] })).status).toBe(404);
  });

  it.each([
    ["delete-call", {}],
    ["edit-call", { "call-title": "Mine" }],
    ["retry-call", {}],
  ])("may %s only calls that the user hosted, and is told whose the others are", async (action, more) => {
    const change = (callId: string) => act(action, { "call-id": callId, ...more });
    expect((await change(bareCall.id)).status).toBe(404);
    await grant(bareCall.id, "501");
    const refused = await change(bareCall.id);
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({
      code: "acting-user",
      message: expect.stringContaining(`user 502 hosted call ${bareCall.id}`),
    });
    expect(await server.parts.calls.get(bareCall.id)).toEqual(bareCall);
    const own = await change(fullCall.id);
    // A call that is completed has nothing to retry, whoever asks.
    expect(own.status).toBe(action === "retry-call" ? 409 : 200);
  });

  it("needs the scopes of the action, and every scope for what has none", async () => {
    actAs("501", new Set(["api:calls:create"]));
    expect((await act("get-call", { "call-id": fullCall.id })).body.error?.code).toBe("scope-missing");
    expect((await act("edit-call", { "call-id": fullCall.id, "call-title": "x" })).body.error?.code).toBe("scope-missing");
  });

  it("is refused on other connections, whose own key sees everything, and under /tamtam/v1", async () => {
    const { status, body } = await act("search-calls", {}, "?connection=acme");
    expect([status, body.error?.code]).toEqual([403, "acting-user"]);
    expect(body.error?.message).toContain('the connection "acme" is for keys that act for the company');
    const own = await fetch(`${listener.url}/tamtam/v1/trackers`, { headers: { authorization } });
    expect(own.status).toBe(403);
  });
});

describe("a recording", () => {
  const RECORDING = new Uint8Array(1000);

  beforeEach(async () => {
    const { media, mediaReceiver } = server.parts;
    for (const { id } of [fullCall, bareCall]) {
      await mediaReceiver.receive(bytes(), await media.stagingPath(id, "original"));
      await media.commit(id, "original");
    }
  });

  async function* bytes() {
    yield RECORDING;
  }

  const fetchMedia = (path: string, withKey: boolean) =>
    fetch(`${listener.url}${path}`, { headers: withKey ? { authorization } : {} });

  async function logged(logType: string): Promise<readonly (LogEntry & { logRecord: { callId?: string } })[]> {
    actAs(undefined);
    const from = new URLSearchParams({ logType, fromDateTime: "2026-06-12T00:00:00Z" });
    const response = await fetch(`${listener.url}/v2/logs?${from}`, { headers: { authorization } });
    const { logEntries = [] } = (await response.json()) as { logEntries?: LogEntry[] };
    return logEntries;
  }

  async function linkOf(callId: string): Promise<string> {
    const { body } = await act("get-call", { "call-id": callId });
    return (body["media"] as { audioUrl: string }).audioUrl;
  }

  it("is fetched with the key where the user sees the call, and is a play of theirs", async () => {
    expect((await fetchMedia(`/media/${fullCall.id}/audio`, true)).status).toBe(200);
    expect((await fetchMedia(`/media/${bareCall.id}/audio`, true)).status).toBe(404);
    expect(await logged("UserCallPlay")).toMatchObject([{ userId: "501", logRecord: { callId: fullCall.id } }]);
  });

  it("is played by a link that was made for the user, as a play of theirs that names no key", async () => {
    const link = await linkOf(fullCall.id);
    expect(new URLSearchParams(link.split("?")[1]).get("user")).toBe("501");
    expect((await fetchMedia(link, false)).status).toBe(200);
    expect((await fetchMedia(link.replace("user=501", "user=502"), false)).status).toBe(403);
    expect(await logged("UserCallPlay")).toMatchObject([
      { userId: "501", logRecord: { callId: fullCall.id, accessKey: null, action: "play-audio" } },
    ]);
    expect(await logged("ExternallySharedCallPlay")).toEqual([]);
    // The one that somebody changed: whose it was is not believed.
    expect(await logged("ExternallySharedCallAccess")).toMatchObject([{ userId: null, logRecord: { status: 403 } }]);
  });

  it("is noted once where a key comes along with a link that works", async () => {
    expect((await fetchMedia(await linkOf(fullCall.id), true)).status).toBe(200);
    expect(await logged("UserCallPlay")).toHaveLength(1);
  });

  it("is not played any more by a user's link once they do not see the call", async () => {
    await grant(bareCall.id, "501");
    const link = await linkOf(bareCall.id);
    expect((await fetchMedia(link, false)).status).toBe(200);
    const access = [{ callId: bareCall.id, userIds: [asId<UserId>("501")] }];
    await server.parts.database.transact((transaction) => server.parts.callAccess.revoke(access, transaction));
    expect((await fetchMedia(link, false)).status).toBe(404);
  });

  it("is played by the company's links as before: nobody knows by whom", async () => {
    actAs(undefined);
    const link = await linkOf(fullCall.id);
    expect(link).not.toContain("user=");
    expect((await fetchMedia(link, false)).status).toBe(200);
    expect(await logged("ExternallySharedCallPlay")).toMatchObject([{ userId: null, logRecord: { callId: fullCall.id } }]);
    expect(await logged("UserCallPlay")).toEqual([]);
  });
});
