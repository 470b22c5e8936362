import { expect, test } from "vitest";
import { basic, makeServices } from "../../../../test/support/http-services.ts";
import { APP_SECRET, openOAuthWorld, REDIRECT_URI, type OAuthWorld } from "../../../../test/support/oauth-world.ts";
import { createHttpApp } from "../http-app.ts";

const PATH = "/oauth2/generate-customer-token";
const Authorization = basic("app1", APP_SECRET);

function serve(world: OAuthWorld, publicUrl?: string) {
  const app = createHttpApp(makeServices({ oauth: world.server, publicUrl }));
  return (init: RequestInit, query = "") => app.request(`http://gong.test${PATH}${query}`, { method: "POST", ...init });
}

const form = (code: string) => ({ grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI });

test("tokens are answered as Gong does", async () => {
  await using world = await openOAuthWorld();
  const body = new URLSearchParams({ ...form(await world.allow()), client_id: "app1" });
  const response = await serve(world)({ body, headers: { Authorization } });
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("Content-Type")).toContain("application/json");
  expect(await response.json()).toEqual({
    access_token: "secret2",
    refresh_token: "secret3",
    expires_in: 86_400,
    token_type: "Bearer",
    scope: "api:calls:read:basic api:users:read",
    api_base_url_for_customer: "http://gong.test",
  });
});

test("the base URL is the one that others reach the server by", async () => {
  await using world = await openOAuthWorld();
  const body = new URLSearchParams(form(await world.allow()));
  const response = await serve(world, "https://gong.example.com")({ body, headers: { Authorization } });
  expect(await response.json()).toMatchObject({ api_base_url_for_customer: "https://gong.example.com" });
});

test("parameters may stand in the query, with an empty body of any type", async () => {
  await using world = await openOAuthWorld();
  const query = `?${new URLSearchParams({ ...form(await world.allow()), validity_duration: "60" })}`;
  const headers = { Authorization, "Content-Type": "application/json" };
  const response = await serve(world)({ headers }, query);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ expires_in: 60 });
});

test("an app may say who it is in the form, and in no query", async () => {
  await using world = await openOAuthWorld();
  const secrets = { client_id: "app1", client_secret: APP_SECRET };
  const inForm = await serve(world)({ body: new URLSearchParams({ ...form(await world.allow()), ...secrets }) });
  expect(inForm.status).toBe(200);
  const query = `?${new URLSearchParams({ ...form(await world.allow()), ...secrets })}`;
  expect((await serve(world)({}, query)).status).toBe(401);
});

test("a client that writes its secret as a form's value is understood", async () => {
  await using world = await openOAuthWorld();
  const body = new URLSearchParams(form(await world.allow()));
  const encoded = APP_SECRET.replace("0", "%30");
  expect((await serve(world)({ body, headers: { Authorization: basic("app1", encoded) } })).status).toBe(200);
});

test("an unknown app is challenged", async () => {
  await using world = await openOAuthWorld();
  const body = new URLSearchParams(form(await world.allow()));
  const response = await serve(world)({ body, headers: { Authorization: basic("app1", "other") } });
  expect(response.status).toBe(401);
  expect(response.headers.get("WWW-Authenticate")).toContain("Basic");
  expect(await response.json()).toMatchObject({ error: "invalid_client", error_description: expect.any(String) });
});

test("refusals have the codes of RFC 6749", async () => {
  await using world = await openOAuthWorld();
  const answers = [
    await serve(world)({ body: new URLSearchParams(form("unknown")), headers: { Authorization } }),
    await serve(world)({ body: "grant_type=password", headers: { Authorization } }),
    await serve(world)({ headers: { Authorization } }),
    await serve(world)({ body: new URLSearchParams({ client_id: "app2" }), headers: { Authorization } }),
    await serve(world)({ body: "code=a&code=b", headers: { Authorization } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 415, 400, 400, 415]);
  const codes = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { error: string }).error));
  expect(codes).toEqual(["invalid_grant", "invalid_request", "invalid_request", "invalid_request", "invalid_request"]);
});

test("other methods are told which one there is", async () => {
  await using world = await openOAuthWorld();
  const response = await serve(world)({ method: "GET" });
  expect(response.status).toBe(405);
  expect(response.headers.get("Allow")).toBe("POST");
  expect(await response.json()).toMatchObject({ error: "invalid_request" });
});

test("what breaks here is reported and not told", async () => {
  const issueTokens = async () => {
    throw new Error("SQLITE_CORRUPT in /var/secret/place");
  };
  const services = makeServices();
  const app = createHttpApp({ ...services, oauth: { ...services.oauth, issueTokens } });
  const response = await app.request(PATH, { method: "POST", headers: { Authorization } });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("SQLITE");
  expect(services.reported).toHaveLength(1);
});

test("an app that was given tokens is in the audit log, and what it sent is not", async () => {
  await using world = await openOAuthWorld();
  const noted: unknown[] = [];
  const audit = { note: (note: unknown) => void noted.push(note) };
  const app = createHttpApp(makeServices({ oauth: world.server, audit }));
  const body = new URLSearchParams(form(await world.allow()));
  await app.request(`http://gong.test${PATH}`, { method: "POST", body, headers: { Authorization } });
  expect(noted).toEqual([
    expect.objectContaining({
      logs: ["AccessLog", "UserActivityLog"],
      actor: { kind: "token", id: "app1" },
      operation: "issue-tokens",
      request: { id: "request1", verb: "POST", path: PATH, status: 200 },
    }),
  ]);
});
