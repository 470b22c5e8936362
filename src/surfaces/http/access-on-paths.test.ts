import { expect, test } from "vitest";
import { authorization, basic, CALL_ID, fullKey, KEY, makeServices } from "../../../test/support/http-services.ts";
import { asId, type UserId } from "../../calls/ids.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import type { AccessControl, Admission, Caller, Identification, Principal } from "../../gong-api/principal.ts";
import { createHttpApp } from "./http-app.ts";
import type { HttpServices } from "./services.ts";

const callsAnswer = { records: { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 }, calls: [] };
const gongApi = () => ({ listCalls: async () => callsAnswer }) as unknown as GongApi; // the one operation that is asked for

/** The server, for one caller. */
function serveFor(identified: Identification, changes: Partial<AccessControl> = {}) {
  const access: AccessControl = {
    identifyKey: async () => identified,
    identifyToken: async () => identified,
    admit: async () => ({ isAdmitted: true }),
    ...changes,
  };
  return createHttpApp(makeServices({ access, gongApi: gongApi as HttpServices["gongApi"] })); // answers one operation
}

const withKey = { headers: { Authorization: authorization } };
const withToken = { headers: { Authorization: "Bearer abc.def-1" } };
const scoped = (...scopes: string[]): { principal: Principal } => ({
  principal: { ...fullKey, scopes: new Set(scopes) },
});
const errorsOf = async (response: Response) => ((await response.json()) as { errors: string[] }).errors;

test.each([
  ["unknown", 401, "There is no such access key, or its secret is another."],
  ["revoked", 401, "This access key is revoked."],
  ["expired", 401, "This access key has expired."],
  ["untrusted-address", 403, "Access denied: this access key may not be used from this IP address"],
] as const)("a key that is refused as %s is told so on both kinds of paths", async (refusal, status, message) => {
  const app = serveFor({ refusal });
  const gong = await app.request("/v2/calls", withKey);
  expect(gong.status).toBe(status);
  const envelope = (await gong.json()) as { requestId: string; errors: string[] };
  expect(Object.keys(envelope)).toEqual(["requestId", "errors"]);
  expect(envelope.errors).toEqual([expect.stringContaining(message)]);
  const own = await app.request("/connection/actions/get-call", { method: "POST", ...withKey });
  expect(own.status).toBe(status);
  expect(await own.json()).toMatchObject({ error: { message: expect.stringContaining(message) } });
});

test("a token opens Gong's paths and no others", async () => {
  const seen: string[] = [];
  const identifyToken = async (token: string) => {
    seen.push(token);
    return { principal: { ...fullKey, kind: "token" as const, scopes: new Set(["api:calls:read:basic"]) } };
  };
  const app = serveFor({ refusal: "unknown" }, { identifyToken });
  expect((await app.request("/v2/calls", withToken)).status).toBe(200);
  expect((await app.request("/connection/actions/get-call", { method: "POST", ...withToken })).status).toBe(401);
  expect((await app.request(`/media/${CALL_ID}/audio`, withToken)).status).toBe(401);
  expect((await app.request("/oauth2/authorize", withToken)).status).toBe(401);
  expect(seen).toEqual(["abc.def-1"]);
});

test.each(["unknown", "revoked", "expired"] as const)("a token that is %s is challenged", async (refusal) => {
  const response = await serveFor({ refusal }).request("/v2/calls", withToken);
  expect(response.status).toBe(401);
  expect(response.headers.get("WWW-Authenticate")).toContain('error="invalid_token"');
  expect(await errorsOf(response)).toEqual([expect.stringContaining("access token")]);
});

test("a missing scope is refused with Gong's sentence, before the request is looked at", async () => {
  const response = await serveFor(scoped("api:users:read")).request("/v2/calls?fromDateTime=nonsense", withToken);
  expect(response.status).toBe(401);
  expect(await errorsOf(response)).toEqual(["You don't have permission to use 'api:calls:read:basic' in your app."]);
});

test("a scope opens its operations", async () => {
  expect((await serveFor(scoped("api:calls:read:basic")).request("/v2/calls", withKey)).status).toBe(200);
});

test("an operation that is not served is still refused for its scope first", async () => {
  const response = await serveFor(scoped()).request("/v2/flows", withToken);
  expect(await errorsOf(response)).toEqual(["You don't have permission to use 'api:flows:read' in your app."]);
});

test("over the company's limit Gong's paths answer 429 with the seconds to wait, and only they", async () => {
  const refused: Admission = { isAdmitted: false, limit: "day", retryAfterSeconds: 43_200 };
  const app = serveFor({ principal: fullKey }, { admit: async () => refused });
  const response = await app.request("/v2/calls", withKey);
  expect(response.status).toBe(429);
  expect(response.headers.get("Retry-After")).toBe("43200");
  expect(await errorsOf(response)).toEqual([expect.stringContaining("limit of API calls per day")]);
  expect((await app.request("/docs", withKey)).status).toBe(200);
});

test("who is not let in costs the company nothing", async () => {
  let counted = 0;
  const admit = async (): Promise<Admission> => {
    counted += 1;
    return { isAdmitted: true };
  };
  await serveFor({ refusal: "unknown" }, { admit }).request("/v2/calls", withKey);
  expect(counted).toBe(0);
  await serveFor({ principal: fullKey }, { admit }).request("/v2/calls", withKey);
  expect(counted).toBe(1);
});

test("a key's scopes hold for actions, command text and recordings too", async () => {
  const app = serveFor(scoped("api:calls:read:extensive", "api:calls:read:media-url"));
  const post = (path: string, type: string, body: string) =>
    app.request(path, { method: "POST", body, headers: { Authorization: authorization, "Content-Type": type } });
  const act = (action: string) =>
    post(`/connection/actions/${action}`, "application/json", `{"call-id": "${CALL_ID}"}`);
  expect((await act("get-call")).status).toBe(200);
  const retry = await act("retry-call");
  expect(retry.status).toBe(403);
  expect(await retry.json()).toMatchObject({
    error: { code: "scope-missing", message: expect.stringContaining("api:calls:create") },
  });
  const text = `/gong\naction: get-call\ncall-id: ${CALL_ID}\n\n/gong\naction: retry-call\ncall-id: ${CALL_ID}\n`;
  expect((await post("/connection/command", "text/plain", text)).status).toBe(403);
  expect((await app.request(`/media/${CALL_ID}/audio`, withKey)).status).toBe(200);
  expect((await serveFor(scoped()).request(`/media/${CALL_ID}/audio`, withKey)).status).toBe(403);
});

test("a key that acts for a user is answered as that user, and under /tamtam/v1 not at all", async () => {
  const users: (string | undefined)[] = [];
  const principal = { ...fullKey, actingUserId: asId<UserId>("u1") };
  const access = { ...makeServices().access, identifyKey: async () => ({ principal }) };
  const asUser: HttpServices["gongApi"] = (actingUserId) => {
    users.push(actingUserId);
    return gongApi();
  };
  const services = makeServices({ access, gongApi: asUser });
  const open: typeof services.connections.open = (name, caller) => {
    users.push(caller?.actingUserId);
    return services.connections.open(name);
  };
  const describeMedia: typeof services.media.describe = async (callId, visibleTo) => {
    users.push(visibleTo);
    return services.media.describe(callId);
  };
  const media = { ...services.media, describe: describeMedia };
  const app = createHttpApp({ ...services, connections: { open }, media });
  expect((await app.request("/v2/calls", withKey, {})).status).toBe(200);
  const command = `/embedded\naction: get-call\ncall-id: ${CALL_ID}`;
  const headers = { ...withKey.headers, "content-type": "text/plain" };
  await app.request("/connection/actions/get-call", { method: "POST", ...withKey });
  expect((await app.request("/connection/command", { method: "POST", body: command, headers })).status).toBe(200);
  expect((await app.request(`/media/${CALL_ID}/audio`, withKey)).status).toBe(200);
  expect(users).toEqual(["u1", "u1", "u1", "u1"]);
  const refused = await app.request("/tamtam/v1/trackers", withKey);
  expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: "acting-user" } }]);
});

test("where a request came from is handed on with the key", async () => {
  const seen: unknown[] = [];
  const identifyKey = async (accessKey: string, secret: string, caller: Caller): Promise<Identification> => {
    seen.push([accessKey, secret, caller]);
    return { principal: fullKey };
  };
  const app = serveFor({ refusal: "unknown" }, { identifyKey });
  const headers = { Authorization: basic(KEY, "s"), "X-Forwarded-For": "203.0.113.9" };
  await app.request("/v2/calls", { headers }, { incoming: { socket: { remoteAddress: "192.0.2.7" } } });
  await app.request("/v2/calls", { headers: { Authorization: basic(KEY, "s") } });
  expect(seen).toEqual([
    [KEY, "s", { address: "192.0.2.7", forwardedFor: "203.0.113.9" }],
    [KEY, "s", { address: undefined, forwardedFor: undefined }],
  ]);
});
