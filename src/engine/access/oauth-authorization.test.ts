import { expect, test } from "vitest";
import { openOAuthWorld, operator, REDIRECT_URI, rightRequest } from "../../../test/support/oauth-world.ts";
import { asId, type UserId } from "../../calls/ids.ts";
import { OAuthError, type AuthorizationRequest } from "../../gong-api/oauth.ts";

async function errorOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof OAuthError ? error.code : String(error);
}

const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

test("the operator is asked for what the app wants, or for all it may have", async () => {
  await using world = await openOAuthWorld();
  const all = await world.server.ask(rightRequest, operator);
  expect(all).toEqual({
    appName: "An <App>",
    redirectUri: REDIRECT_URI,
    scopes: ["api:calls:read:basic", "api:users:read"],
    ticket: expect.any(String),
  });
  const some = await world.server.ask({ ...rightRequest, scope: "api:users:read  api:users:read" }, operator);
  expect(some).toMatchObject({ scopes: ["api:users:read"] });
});

test("who allows sends the browser back with a code and the state", async () => {
  await using world = await openOAuthWorld();
  const asked = await world.server.ask(rightRequest, operator);
  const ticket = "ticket" in asked ? asked.ticket : "";
  const decided = await world.server.decide(rightRequest, { isAllowed: true, ticket }, operator);
  expect(decided.redirectTo).toBe("https://app.example.com/callback?from=gong&code=secret1&state=s+t%261");
});

test("who refuses sends the browser back with the refusal", async () => {
  await using world = await openOAuthWorld();
  const asked = await world.server.ask(rightRequest, operator);
  const ticket = "ticket" in asked ? asked.ticket : "";
  const { redirectTo } = await world.server.decide(rightRequest, { isAllowed: false, ticket }, operator);
  const { searchParams } = new URL(redirectTo);
  expect([searchParams.get("error"), searchParams.get("state"), searchParams.get("code")]).toEqual([
    "access_denied",
    "s t&1",
    null,
  ]);
});

test("a browser is not sent to an address that is not the app's, to the letter", async () => {
  await using world = await openOAuthWorld();
  const changes: Partial<AuthorizationRequest>[] = [
    { redirectUri: undefined },
    { redirectUri: "https://evil.example.com/callback" },
    { redirectUri: "https://app.example.com/callback" },
    { redirectUri: `${REDIRECT_URI}#` },
    { redirectUri: REDIRECT_URI.toUpperCase() },
  ];
  for (const change of changes) {
    expect(await errorOf(world.server.ask({ ...rightRequest, ...change }, operator))).toBe("invalid_request");
  }
  expect(await errorOf(world.server.ask({ ...rightRequest, clientId: "app9" }, operator))).toBe("invalid_client");
  expect(await errorOf(world.server.ask({ ...rightRequest, clientId: undefined }, operator))).toBe("invalid_client");
});

test("a revoked app is unknown", async () => {
  await using world = await openOAuthWorld();
  const { database, oauth } = world.parts;
  await database.transact((transaction) => oauth.revokeApp("app1", 5, transaction));
  expect(await errorOf(world.server.ask(rightRequest, operator))).toBe("invalid_client");
});

test("only a key that may do everything for the company can allow an app", async () => {
  await using world = await openOAuthWorld();
  const lesser = [
    { ...operator, scopes: new Set(["api:users:read"]) },
    { ...operator, actingUserId: asId<UserId>("u1") },
    { ...operator, kind: "token" as const },
  ];
  for (const principal of lesser) {
    expect(await errorOf(world.server.ask(rightRequest, principal))).toBe("access_denied");
  }
});

test.each<[string, Partial<AuthorizationRequest>]>([
  ["invalid_request", { responseType: undefined }],
  ["unsupported_response_type", { responseType: "token" }],
  ["invalid_scope", { scope: "api:users:read api:logs:read" }],
  ["invalid_request", { codeChallenge: CHALLENGE }],
  ["invalid_request", { codeChallenge: CHALLENGE, codeChallengeMethod: "plain" }],
  ["invalid_request", { codeChallengeMethod: "S256" }],
  ["invalid_request", { codeChallenge: "short", codeChallengeMethod: "S256" }],
])("the app is told %s of %j", async (code, change) => {
  await using world = await openOAuthWorld();
  const answer = await world.server.ask({ ...rightRequest, ...change }, operator);
  const { searchParams } = new URL("redirectTo" in answer ? answer.redirectTo : "about:blank");
  expect([searchParams.get("error"), searchParams.get("state")]).toEqual([code, "s t&1"]);
});

test("a ticket is good for its operator, its question and ten minutes", async () => {
  await using world = await openOAuthWorld();
  const asked = await world.server.ask(rightRequest, operator);
  const ticket = "ticket" in asked ? asked.ticket : "";
  const decide = (change: Partial<AuthorizationRequest>, given = ticket, by = operator) =>
    errorOf(world.server.decide({ ...rightRequest, ...change }, { isAllowed: true, ticket: given }, by));
  const [expires = "", signature = ""] = ticket.split(".");
  expect(await decide({}, "")).toBe("invalid_request");
  expect(await decide({}, `${Number(expires) + 1}.${signature}`)).toBe("invalid_request");
  expect(await decide({}, ticket, { ...operator, id: "OTHER" })).toBe("invalid_request");
  expect(await decide({ scope: "api:users:read" })).toBe("invalid_request");
  expect(await decide({ state: "other" })).toBe("invalid_request");
  world.clock.nowMs += 599_999;
  expect(await decide({})).toBe("undefined");
  world.clock.nowMs += 1;
  expect(await decide({})).toBe("invalid_request");
});
