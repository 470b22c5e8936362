import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type UserId } from "../../src/calls/ids.ts";
import type { Principal } from "../../src/gong-api/principal.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { authorization } from "../support/http-services.ts";
import { type GongBody, GongServer } from "./gong-server.ts";
import { bareCall, fillLibrary, fullCall, waitingCall } from "./library.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});

afterEach(() => server[Symbol.asyncDispose]());

/** Sends as somebody else than the company's own key. */
async function sendAs(principal: Partial<Principal>, method: string, path: string, body?: unknown) {
  const identified: Principal = { kind: "key", id: "K", scopes: "all", ...principal };
  const access = { ...server.services.access, identifyKey: async () => ({ principal: identified }) };
  const isForm = body instanceof FormData;
  const init = {
    method,
    headers: { authorization, ...(isForm ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  };
  const response = await createHttpApp({ ...server.services, access }).request(path, init, {});
  return { status: response.status, body: (await response.json()) as GongBody };
}

function asUser(userId: string): Partial<Principal> {
  return { actingUserId: asId<UserId>(userId) };
}

const access = (callId: string, userId: string) => ({ callAccessList: [{ callId, userIds: [userId] }] });

describe("a key that acts for a user", () => {
  it("sees the calls that the user was on, and no others", async () => {
    const { body } = await sendAs(asUser("502"), "GET", "/v2/calls");
    expect(body).toMatchObject({ records: { totalRecords: 1 }, calls: [{ id: bareCall.id }] });
    expect((await sendAs(asUser("502"), "GET", `/v2/calls/${bareCall.id}`)).status).toBe(200);
    expect((await sendAs(asUser("502"), "GET", `/v2/calls/${fullCall.id}`)).body.errors).toEqual([
      `Call ID ${fullCall.id} was not found`,
    ]);
    for (const path of ["/v2/calls/extensive", "/v2/calls/transcript"]) {
      const answer = await sendAs(asUser("502"), "POST", path, { filter: { callIds: [fullCall.id] } });
      expect(answer.body.errors).toEqual(["No calls found corresponding to the provided filters"]);
    }
  });

  it("sees nothing when the user was on no call, in Gong's sentence", async () => {
    const { status, body } = await sendAs(asUser("999"), "GET", "/v2/calls");
    expect(status).toBe(404);
    expect(body.errors).toEqual(["No calls found corresponding to the provided filters"]);
  });

  it("sees a call from when access to it is given until it is taken back", async () => {
    const look = async () => (await sendAs(asUser("999"), "GET", `/v2/calls/${fullCall.id}`)).status;
    expect(await look()).toBe(404);
    await sendAs({}, "PUT", "/v2/calls/users-access", access(fullCall.id, "999"));
    expect(await look()).toBe(200);
    await sendAs({}, "DELETE", "/v2/calls/users-access", access(fullCall.id, "999"));
    expect(await look()).toBe(404);
  });

  it("cannot give access to a call that the user does not see, nor take it", async () => {
    const own = await sendAs(asUser("999"), "PUT", "/v2/calls/users-access", access(fullCall.id, "999"));
    expect(own.body.errors).toEqual(["Some calls not found"]);
    await sendAs({}, "PUT", "/v2/calls/users-access", access(fullCall.id, "777"));
    expect((await sendAs(asUser("999"), "DELETE", "/v2/calls/users-access", access(fullCall.id, "777"))).status).toBe(
      200,
    );
    expect((await sendAs(asUser("777"), "GET", `/v2/calls/${fullCall.id}`)).status).toBe(200);
  });

  it("cannot send a recording for a call that the user does not see", async () => {
    const form = new FormData();
    form.append("mediaFile", new Blob(["RIFF"]), "call.wav");
    const { status, body } = await sendAs(asUser("999"), "PUT", `/v2/calls/${waitingCall.id}/media`, form);
    expect([status, body.errors]).toEqual([404, [`Call ID ${waitingCall.id} was not found`]]);
  });
});

describe("a clientUniqueId that is taken", () => {
  const added = {
    clientUniqueId: "dialler-9",
    actualStart: "2026-06-11T10:00:00Z",
    direction: "Outbound",
    primaryUser: "501",
    parties: [{ userId: "501" }],
  };
  const addAs = (user: string, given: object = {}) => sendAs(asUser(user), "POST", "/v2/calls", { ...added, ...given });

  it("answers the call's id to who adds it again, on it or not, and to who may see it", async () => {
    const { callId } = (await addAs("999")).body;
    const again = { status: 200, body: { callId, duplicate: true } };
    expect(callId).toEqual(expect.any(String));
    expect(await addAs("999", { actualStart: "2026-06-11T12:00:00+02:00", title: "Later known" })).toMatchObject(again);
    expect(await addAs("501", { actualStart: "2026-06-12T10:00:00Z" })).toMatchObject(again);
    expect(
      await sendAs({}, "POST", "/v2/calls", { ...added, primaryUser: "502", parties: [{ userId: "502" }] }),
    ).toMatchObject(again);
  });

  it("is refused, without that id, to a user who may not see the call and does not know it", async () => {
    const { callId } = (await addAs("501")).body;
    for (const other of [
      { actualStart: "2026-06-11T10:00:01Z" },
      { primaryUser: "999", parties: [{ userId: "999" }] },
    ]) {
      const { status, body } = await addAs("999", other);
      expect([status, body.errors]).toEqual([
        409,
        ['clientUniqueId: belongs to another call already, which user 999 may not see; got "dialler-9"'],
      ]);
      expect(JSON.stringify(body)).not.toContain(callId);
    }
  });
});

describe("a key with few scopes", () => {
  it("needs the operation's scope, and says which in Gong's sentence", async () => {
    const { status, body } = await sendAs({ scopes: new Set(["api:calls:create"]) }, "GET", "/v2/calls");
    expect(status).toBe(401);
    expect(body.errors).toEqual(["You don't have permission to use 'api:calls:read:basic' in your app."]);
  });

  it("needs another scope for links to recordings", async () => {
    const ask = (scopes: readonly string[], media: boolean) =>
      sendAs({ scopes: new Set(scopes) }, "POST", "/v2/calls/extensive", {
        filter: {},
        contentSelector: { exposedFields: { media } },
      });
    expect((await ask(["api:calls:read:extensive"], false)).status).toBe(200);
    const refused = await ask(["api:calls:read:extensive"], true);
    expect(refused.status).toBe(401);
    expect(refused.body.errors).toEqual(["You don't have permission to use 'api:calls:read:media-url' in your app."]);
    expect((await ask(["api:calls:read:extensive", "api:calls:read:media-url"], true)).status).toBe(200);
  });
});
