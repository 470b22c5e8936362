import { beforeEach, describe, expect, it } from "vitest";
import {
  authorization,
  CALL_ID,
  fullKey,
  makeServices,
  type TestServices,
} from "../../../test/support/http-services.ts";
import { connectOverHttp, textOf } from "../../../test/support/mcp-client.ts";
import { asId, type UserId } from "../../calls/ids.ts";
import type { Caller } from "../../connection/backend.ts";
import type { AuditNote } from "../../gong-api/audit-trail.ts";
import type { Principal } from "../../gong-api/principal.ts";
import { createHttpApp } from "./http-app.ts";
import type { HttpServices } from "./services.ts";

const URL_OF_MCP = "http://127.0.0.1:8090/mcp";

let notes: AuditNote[];
let services: TestServices;

beforeEach(() => {
  notes = [];
  services = servicesWith({});
});

function servicesWith(changes: Partial<HttpServices>): TestServices {
  return makeServices({ audit: { note: (note) => notes.push(note) }, ...changes });
}

function servicesFor(principal: Principal): TestServices {
  return servicesWith({ access: { ...services.access, identifyKey: async () => ({ principal }) } });
}

/** The app in the place of the network. */
const send: typeof fetch = async (address, init) => createHttpApp(services).request(new Request(address, init));

const connect = (mode: "legacy" | "auto" = "legacy", url = URL_OF_MCP) =>
  connectOverHttp(url, { headers: { authorization }, mode, fetch: send });

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
};

function post(headers: Record<string, string> = {}, body: unknown = initialize): Promise<Response> {
  const usual = { authorization, "content-type": "application/json", accept: "application/json, text/event-stream" };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return send(URL_OF_MCP, { method: "POST", headers: { ...usual, ...headers }, body: text });
}

const getCall = { name: "get-call", arguments: { "call-id": CALL_ID } };

describe("POST /mcp", () => {
  it.each(["legacy", "auto"] as const)("serves the official client, which speaks %s revisions", async (mode) => {
    const client = await connect(mode);
    expect(client.getServerVersion()).toMatchObject({ name: "tamtam", version: "1.2.3" });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain("search-calls");
    const got = await client.callTool(getCall);
    expect(got.structuredContent).toMatchObject({ callId: CALL_ID, title: "Sales Call with Jane Smith" });
    expect(textOf(got)).toContain(`Call ${CALL_ID}: "Sales Call with Jane Smith"`);
    await client.close();
  });

  it("takes an app's access token as well as an access key", async () => {
    const principal: Principal = { kind: "token", id: "app", scopes: "all" };
    const identifyToken = async (token: string) => (token === "good" ? { principal } : { refusal: "expired" as const });
    services = servicesWith({ access: { ...services.access, identifyToken } });
    expect((await post({ authorization: "Bearer good" })).status).toBe(200);
    const refused = await post({ authorization: "Bearer bad" });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("WWW-Authenticate")).toBe('Bearer realm="Tamtam", error="invalid_token"');
  });

  it("is for those who have a key, and names its methods to them alone", async () => {
    for (const method of ["POST", "GET", "DELETE"]) {
      const stranger = await send(URL_OF_MCP, { method });
      expect(stranger.status).toBe(401);
      expect(stranger.headers.get("WWW-Authenticate")).toContain("Basic");
      expect(stranger.headers.get("Allow")).toBeNull();
    }
    expect(notes.map(({ operation, request }) => [operation, request?.status])).toEqual([
      ["sign-in", 401],
      ["sign-in", 401],
      ["sign-in", 401],
    ]);
    for (const method of ["GET", "DELETE", "PUT"]) {
      const response = await send(URL_OF_MCP, { method, headers: { authorization } });
      expect([response.status, response.headers.get("Allow")]).toEqual([405, "POST"]);
    }
  });

  it("refuses what another web site sends", async () => {
    expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  });

  it("refuses other types, and clients that cannot read its answers", async () => {
    expect((await post({ "content-type": "text/plain" })).status).toBe(415);
    expect((await post({ accept: "application/json" })).status).toBe(406);
    expect((await post({ accept: "text/html" })).status).toBe(406);
  });

  it("answers what is no message of the protocol with the protocol's errors", async () => {
    const broken = await post({}, "{");
    expect([broken.status, await broken.json()]).toMatchObject([400, { error: { code: -32700 } }]);
    const wrong = await post({}, { hello: "there" });
    expect(wrong.status).toBe(400);
    const huge = await post({}, JSON.stringify({ ...initialize, padding: "x".repeat(4 * 1024 * 1024) }));
    expect(huge.status).toBe(413);
  });

  it("refuses an action that the key has no scopes for, as a result, and notes that it was refused", async () => {
    services = servicesFor({ ...fullKey, scopes: new Set(["api:calls:create"]) });
    const client = await connect();
    const refused = await client.callTool(getCall);
    expect(refused.isError).toBe(true);
    expect(textOf(refused)).toContain(
      "scope-missing: get-call needs scopes that this access key does not have: api:calls:read:extensive, api:calls:read:media-url.",
    );
    expect(services.opened).toEqual([]);
    const retried = await client.callTool({ name: "retry-call", arguments: { "call-id": CALL_ID } });
    expect(retried.structuredContent).toEqual({ callId: CALL_ID, status: "Processing", stage: "transcribe" });
    expect(notes.map(({ operation, logs, request }) => [operation, logs, request?.status])).toEqual([
      ["get-call", ["AccessLog"], 403],
      ["retry-call", ["AccessLog", "UserActivityLog"], 200],
    ]);
    await client.close();
  });

  it.each(["legacy", "auto"] as const)("notes each action once it is over, by %s revisions", async (mode) => {
    const client = await connect(mode);
    await client.listTools();
    expect(notes).toEqual([]);
    await client.callTool({ name: "retry-call", arguments: { "call-id": CALL_ID } });
    await client.callTool({ name: "get-call", arguments: { "call-id": "9" } });
    expect(notes).toHaveLength(2);
    expect(notes[0]).toMatchObject({
      actor: { kind: "key", id: fullKey.id },
      operation: "retry-call",
      callIds: [CALL_ID],
      logs: ["AccessLog", "UserActivityLog"],
      request: { verb: "POST", path: "/mcp", status: 200 },
      isStranger: false,
    });
    expect(notes[1]).toMatchObject({ operation: "get-call", logs: ["AccessLog"], request: { status: 404 } });
    await client.close();
  });

  it("runs actions as the user whom the key acts for, and on the connection that is named", async () => {
    const callers: (Caller | undefined)[] = [];
    const names: (string | undefined)[] = [];
    services = servicesFor({ ...fullKey, actingUserId: asId<UserId>("501") });
    const { open } = services.connections;
    services = {
      ...services,
      connections: {
        open: (name, caller) => {
          names.push(name);
          callers.push(caller);
          return open(name, caller);
        },
      },
    };
    const client = await connect("legacy", `${URL_OF_MCP}?connection=acme`);
    await client.callTool(getCall);
    expect(names).toEqual(["acme"]);
    expect(callers.map((caller) => caller?.actingUserId)).toEqual(["501"]);
    expect(notes[0]?.actor).toMatchObject({ userId: "501" });
    await client.close();
  });

  it("tells what nobody foresaw by the request's id alone", async () => {
    const client = await connect();
    const broken = await client.callTool({
      name: "add-call",
      arguments: {
        "actual-start": "2025-01-13T01:30:00-08:00",
        "client-unique-id": "broken",
        "download-media-url": "https://example.com/call.mp3",
        "call-title": "Sales Call",
        direction: "Outbound",
        participants: [{ userId: "u1" }],
        "primary-user": "u1",
      },
    });
    expect(broken.isError).toBe(true);
    expect(textOf(broken)).not.toContain("SQLITE");
    const [{ error, requestId } = { error: undefined, requestId: "none" }] = services.reported;
    expect(String(error)).toContain("SQLITE_CORRUPT");
    expect(textOf(broken)).toContain(`under the id ${requestId}.`);
    expect(notes.at(-1)).toMatchObject({ operation: "add-call", request: { id: requestId, status: 500 } });
    await client.close();
  });
});
