import { execFile } from "node:child_process";
import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pressConsent } from "../support/press-consent.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary, type TestServer } from "../support/tamtam.ts";

const REDIRECT_URI = "http://localhost:5678/rest/oauth2-credential/callback";
const SCOPES = "api:calls:read:basic api:users:read";

let library: TestLibrary;
let server: TestServer;
let app: { clientId: string; clientSecret: string };
beforeAll(async () => {
  library = await TestLibrary.create();
  server = await library.serve();
  const described = ["--name", "A stock client", "--scopes", SCOPES.replace(" ", ",")];
  app = await library.answer<typeof app>(["oauth-apps", "create", "--redirect-uri", REDIRECT_URI, ...described]);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await library[Symbol.asyncDispose]();
});

/** The server as the client library knows it; plain http is for this machine. */
function stockClient() {
  return {
    as: {
      issuer: server.url,
      authorization_endpoint: `${server.url}/oauth2/authorize`,
      token_endpoint: `${server.url}/oauth2/generate-customer-token`,
    },
    client: { client_id: app.clientId },
    secret: oauth.ClientSecretBasic(app.clientSecret),
    // The library's own name for it, so that nobody uses it by oversight.
    options: { [oauth.allowInsecureRequests]: true },
  };
}

async function askFor(changes: Record<string, string> = {}) {
  const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
  const url = new URL(stockClient().as.authorization_endpoint);
  const parameters = {
    client_id: app.clientId,
    redirect_uri: REDIRECT_URI,
    response_type: "code",
    scope: SCOPES,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  };
  url.search = String(new URLSearchParams({ ...parameters, ...changes }));
  return { url, state, verifier };
}

async function connect() {
  const { as, client, secret, options } = stockClient();
  const { url, state, verifier } = await askFor();
  const answer = oauth.validateAuthResponse(as, client, await pressConsent(server, "allow", url), state);
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    secret,
    answer,
    REDIRECT_URI,
    verifier,
    options,
  );
  return oauth.processAuthorizationCodeResponse(as, client, response);
}

async function refresh(refreshToken: string) {
  const { as, client, secret, options } = stockClient();
  const response = await oauth.refreshTokenGrantRequest(as, client, secret, refreshToken, options);
  return oauth.processRefreshTokenResponse(as, client, response);
}

const withToken = (token: string, path: string) =>
  fetch(new URL(path, server.url), { headers: { Authorization: `Bearer ${token}` } });

describe("a stock OAuth 2.0 client", () => {
  test("gets a code, tokens for it, and new tokens for the refresh token", async () => {
    const tokens = await connect();
    expect(tokens).toMatchObject({
      expires_in: 86_400,
      token_type: "bearer",
      scope: SCOPES,
      api_base_url_for_customer: server.url,
    });
    // No call was added: Gong's sentence says that the token was let in.
    const calls = await withToken(tokens.access_token, "/v2/calls");
    expect([calls.status, await calls.json()]).toEqual([
      404,
      { requestId: expect.any(String), errors: ["No calls found corresponding to the provided filters"] },
    ]);
    const fresh = await refresh(tokens.refresh_token ?? "");
    expect(fresh.access_token).not.toBe(tokens.access_token);
    expect((await withToken(fresh.access_token, "/v2/calls")).status).toBe(404);
  });

  test("is refused what it was not granted, with Gong's sentence", async () => {
    const { access_token } = await connect();
    const answer = await withToken(access_token, "/v2/library/folders");
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      errors: ["You don't have permission to use 'api:library:read' in your app."],
    });
  });

  test("loses everything when an old refresh token is shown again", async () => {
    const first = await connect();
    const second = await refresh(first.refresh_token ?? "");
    await expect(refresh(first.refresh_token ?? "")).rejects.toMatchObject({ error: "invalid_grant" });
    await expect(refresh(second.refresh_token ?? "")).rejects.toMatchObject({ error: "invalid_grant" });
    expect((await withToken(second.access_token, "/v2/calls")).status).toBe(401);
  });

  test("hears that the operator refused", async () => {
    const { as, client } = stockClient();
    const { url, state } = await askFor();
    const back = await pressConsent(server, "refuse", url);
    expect(() => oauth.validateAuthResponse(as, client, back, state)).toThrow(oauth.AuthorizationResponseError);
    expect(back.searchParams.get("error")).toBe("access_denied");
  });

  test("keeps its tokens through a restart, and loses them when the app is revoked", async () => {
    const { access_token, refresh_token } = await connect();
    await server.stop();
    server = await library.serve();
    expect((await withToken(access_token, "/v2/calls")).status).toBe(404);
    await library.answer(["oauth-apps", "revoke", app.clientId]);
    expect((await withToken(access_token, "/v2/calls")).status).toBe(401);
    await expect(refresh(refresh_token ?? "")).rejects.toMatchObject({ status: 401 });
  });
});

describe("access keys", () => {
  const basic = ({ accessKey, accessKeySecret }: { accessKey: string; accessKeySecret: string }) =>
    `Basic ${Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64")}`;
  const makeKey = (...options: string[]) =>
    library.answer<{ accessKey: string; accessKeySecret: string }>(["keys", "create", ...options]);
  const callsWith = (authorization: string) =>
    fetch(new URL("/v2/calls", server.url), { headers: { authorization } }).then(({ status }) => status);

  test("are bound to networks and scopes, and end when they are revoked", async () => {
    expect(await callsWith(basic(await makeKey("--trusted-ips", "127.0.0.0/8,::1")))).toBe(404);
    expect(await callsWith(basic(await makeKey("--trusted-ips", "192.0.2.0/24")))).toBe(403);
    expect(await callsWith(basic(await makeKey("--scopes", "api:users:read")))).toBe(401);
    const key = await makeKey("--name", "short", "--expires-in-days", "1");
    expect(await callsWith(basic(key))).toBe(404);
    await library.answer(["keys", "revoke", key.accessKey]);
    expect(await callsWith(basic(key))).toBe(401);
  });

  test("keep no secret on the disk", async () => {
    const key = await makeKey();
    const found = await new Promise<string>((resolve) => {
      execFile("grep", ["-rlaF", key.accessKeySecret, library.dataDir], (_error, stdout) => resolve(stdout));
    });
    expect(found).toBe("");
  });
});

test("the company's limits hold for all servers on the data together, and through a restart", async () => {
  // The count begins anew at midnight UTC; a run in which that happened says nothing.
  const today = () => new Date().toISOString().slice(0, 10);
  for (let day = ""; day !== today();) {
    day = today();
    await expectLimitsToHold().catch((error: unknown) => {
      if (day === today()) throw error;
    });
  }
});

async function expectLimitsToHold(): Promise<void> {
  await using limited = await TestLibrary.create({ TAMTAM_LIMIT_PER_DAY: "3" });
  const authorization = `Basic ${Buffer.from(`${ACCESS_KEY}:${ACCESS_KEY_SECRET}`).toString("base64")}`;
  const ask = (url: string) => fetch(new URL("/v2/calls", url), { headers: { authorization } });
  const first = await limited.serve();
  const second = await limited.serve();
  expect([(await ask(first.url)).status, (await ask(second.url)).status]).toEqual([404, 404]);
  await Promise.all([first.stop(), second.stop()]);
  await using again = await limited.serve();
  expect((await ask(again.url)).status).toBe(404);
  const over = await ask(again.url);
  expect(over.status).toBe(429);
  expect(over.headers.get("Retry-After")).toMatch(/^[1-9]\d*$/);
  expect(Object.keys((await over.json()) as object)).toEqual(["requestId", "errors"]);
}
