import { expect, test } from "vitest";
import {
  APP_SCOPES,
  client,
  openOAuthWorld,
  type OAuthWorld,
  REDIRECT_URI,
} from "../../../test/support/oauth-world.ts";
import { OAuthError, type TokenRequest } from "../../gong-api/oauth.ts";

const byCode = (code: string, changes: TokenRequest = {}): TokenRequest => ({
  grantType: "authorization_code",
  code,
  redirectUri: REDIRECT_URI,
  ...changes,
});
const byRefresh = (refreshToken: string, changes: TokenRequest = {}): TokenRequest => ({
  grantType: "refresh_token",
  refreshToken,
  ...changes,
});

async function refusal(world: OAuthWorld, request: TokenRequest, by: typeof client | undefined = client) {
  const error: unknown = await world.server.issueTokens(by, request).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof OAuthError ? error.code : String(error);
}

test("a code buys an access token for a day and a refresh token", async () => {
  await using world = await openOAuthWorld();
  const tokens = await world.server.issueTokens(client, byCode(await world.allow()));
  expect(tokens).toEqual({
    accessToken: "secret2",
    refreshToken: "secret3",
    expiresInSeconds: 86_400,
    scopes: APP_SCOPES,
  });
  expect(await world.identifyToken("secret2")).toEqual({
    principal: { kind: "token", id: "app1", scopes: new Set(APP_SCOPES) },
  });
  world.clock.nowMs += 86_399_999;
  expect(await world.identifyToken("secret2")).toHaveProperty("principal");
  world.clock.nowMs += 1;
  expect(await world.identifyToken("secret2")).toEqual({ refusal: "expired" });
});

test("codes and refresh tokens are no access tokens", async () => {
  await using world = await openOAuthWorld();
  const code = await world.allow();
  const { refreshToken } = await world.server.issueTokens(client, byCode(code));
  expect(await world.identifyToken(code)).toEqual({ refusal: "unknown" });
  expect(await world.identifyToken(refreshToken)).toEqual({ refusal: "unknown" });
});

test("an app may ask for another life of its token", async () => {
  await using world = await openOAuthWorld();
  const request = byCode(await world.allow(), { validityDuration: "60" });
  const { accessToken, expiresInSeconds } = await world.server.issueTokens(client, request);
  expect(expiresInSeconds).toBe(60);
  world.clock.nowMs += 60_000;
  expect(await world.identifyToken(accessToken)).toEqual({ refusal: "expired" });
});

test.each(["0", "-1", "1.5", "day", "31536001", "99999999999999999999"])(
  "no token lives %s seconds, and the code stays good",
  async (validityDuration) => {
    await using world = await openOAuthWorld();
    const code = await world.allow();
    expect(await refusal(world, byCode(code, { validityDuration }))).toBe("invalid_request");
    expect(await refusal(world, byCode(code))).toBe("undefined");
  },
);

test("a code is good for 10 minutes", async () => {
  await using world = await openOAuthWorld();
  const [first, second] = [await world.allow(), await world.allow()];
  world.clock.nowMs += 599_999;
  expect(await refusal(world, byCode(first))).toBe("undefined");
  world.clock.nowMs += 1;
  expect(await refusal(world, byCode(second))).toBe("invalid_grant");
});

test("a code that comes twice is refused, and what it bought ends", async () => {
  await using world = await openOAuthWorld();
  const code = await world.allow();
  const tokens = await world.server.issueTokens(client, byCode(code));
  expect(await refusal(world, byCode(code))).toBe("invalid_grant");
  expect(await world.identifyToken(tokens.accessToken)).toEqual({ refusal: "revoked" });
  expect(await refusal(world, byRefresh(tokens.refreshToken))).toBe("invalid_grant");
});

test("of several who show one code at once, one at most is answered", async () => {
  await using world = await openOAuthWorld();
  const code = await world.allow();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => refusal(world, byCode(code))));
  expect(outcomes.toSorted()).toEqual([
    "invalid_grant",
    "invalid_grant",
    "invalid_grant",
    "invalid_grant",
    "undefined",
  ]);
});

test("a code is bound to its app and to the address it was sent to", async () => {
  await using world = await openOAuthWorld();
  const code = await world.allow();
  const other = { ...client, clientId: "app2" };
  expect(await refusal(world, byCode(code), other)).toBe("invalid_grant");
  expect(await refusal(world, byCode(code, { redirectUri: "com.example.app:/callback" }))).toBe("invalid_grant");
  expect(await refusal(world, byCode(code, { redirectUri: undefined }))).toBe("invalid_grant");
  expect(await refusal(world, byCode("secret99"))).toBe("invalid_grant");
  expect(await refusal(world, byCode(code))).toBe("undefined");
});

test("a code that was asked for without a challenge is not bought with a verifier, and stays good", async () => {
  await using world = await openOAuthWorld();
  const code = await world.allow();
  expect(await refusal(world, byCode(code, { codeVerifier: "v".repeat(43) }))).toBe("invalid_grant");
  expect(await world.server.issueTokens(client, byCode(code))).toHaveProperty("accessToken");
});

test("a code that was asked for with a challenge needs its verifier", async () => {
  await using world = await openOAuthWorld();
  // RFC 7636, appendix B.
  const codeVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  const codeChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  const code = await world.allow({ codeChallenge, codeChallengeMethod: "S256" });
  expect(await refusal(world, byCode(code))).toBe("invalid_grant");
  expect(await refusal(world, byCode(code, { codeVerifier: codeChallenge }))).toBe("invalid_grant");
  expect(await refusal(world, byCode(code, { codeVerifier }))).toBe("undefined");
});

test("a refresh token buys new tokens once", async () => {
  await using world = await openOAuthWorld();
  const first = await world.server.issueTokens(client, byCode(await world.allow()));
  const second = await world.server.issueTokens(client, byRefresh(first.refreshToken));
  expect(second).toMatchObject({ expiresInSeconds: 86_400, scopes: APP_SCOPES });
  expect(await world.identifyToken(second.accessToken)).toHaveProperty("principal");
  expect(await refusal(world, byRefresh(second.refreshToken))).toBe("undefined");
});

test("a refresh token that comes twice ends the whole family", async () => {
  await using world = await openOAuthWorld();
  const first = await world.server.issueTokens(client, byCode(await world.allow()));
  const second = await world.server.issueTokens(client, byRefresh(first.refreshToken));
  expect(await refusal(world, byRefresh(first.refreshToken))).toBe("invalid_grant");
  expect(await world.identifyToken(first.accessToken)).toEqual({ refusal: "revoked" });
  expect(await world.identifyToken(second.accessToken)).toEqual({ refusal: "revoked" });
  expect(await refusal(world, byRefresh(second.refreshToken))).toBe("invalid_grant");
});

test("another family of the same app goes on", async () => {
  await using world = await openOAuthWorld();
  const first = await world.server.issueTokens(client, byCode(await world.allow()));
  const other = await world.server.issueTokens(client, byCode(await world.allow()));
  await world.server.issueTokens(client, byRefresh(first.refreshToken));
  expect(await refusal(world, byRefresh(first.refreshToken))).toBe("invalid_grant");
  expect(await world.identifyToken(other.accessToken)).toHaveProperty("principal");
  expect(await refusal(world, byRefresh(other.refreshToken))).toBe("undefined");
});

test("another app's refresh token is unknown, and stays good", async () => {
  await using world = await openOAuthWorld();
  const { refreshToken } = await world.server.issueTokens(client, byCode(await world.allow()));
  expect(await refusal(world, byRefresh(refreshToken), { ...client, clientId: "app2" })).toBe("invalid_grant");
  expect(await refusal(world, byRefresh(refreshToken))).toBe("undefined");
});

test("a refresh may ask for less, once, and never for more", async () => {
  await using world = await openOAuthWorld();
  const first = await world.server.issueTokens(client, byCode(await world.allow()));
  expect(await refusal(world, byRefresh(first.refreshToken, { scope: "api:logs:read" }))).toBe("invalid_scope");
  const request = byRefresh(first.refreshToken, { scope: "api:users:read" });
  const second = await world.server.issueTokens(client, request);
  expect(second.scopes).toEqual(["api:users:read"]);
  const third = await world.server.issueTokens(client, byRefresh(second.refreshToken));
  expect(third.scopes).toEqual(APP_SCOPES);
});

test("an app that does not say who it is, or is revoked, gets nothing", async () => {
  await using world = await openOAuthWorld();
  const request = byCode(await world.allow());
  const unknown = [undefined, { ...client, clientSecret: "" }, { ...client, clientId: "app9" }];
  for (const by of unknown) {
    await expect(world.server.issueTokens(by, request)).rejects.toMatchObject({ code: "invalid_client" });
  }
  const { accessToken } = await world.server.issueTokens(client, request);
  const { database, oauth } = world.parts;
  await database.transact((transaction) => oauth.revokeApp("app1", 5, transaction));
  expect(await refusal(world, byRefresh("secret3"))).toBe("invalid_client");
  expect(await world.identifyToken(accessToken)).toEqual({ refusal: "revoked" });
});

test.each<[string, TokenRequest]>([
  ["invalid_request", {}],
  ["invalid_request", { grantType: "authorization_code" }],
  ["invalid_request", { grantType: "refresh_token" }],
  ["unsupported_grant_type", { grantType: "client_credentials" }],
])("%s is the answer to %j", async (code, request) => {
  await using world = await openOAuthWorld();
  expect(await refusal(world, request)).toBe(code);
});
