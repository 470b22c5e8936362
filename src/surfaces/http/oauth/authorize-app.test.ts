import { expect, test } from "vitest";
import { authorization, basic, KEY, makeServices } from "../../../../test/support/http-services.ts";
import { openOAuthWorld, REDIRECT_URI, type OAuthWorld } from "../../../../test/support/oauth-world.ts";
import { createHttpApp } from "../http-app.ts";

const right = { client_id: "app1", redirect_uri: REDIRECT_URI, response_type: "code", state: `"><script>&` };

function serve(world: OAuthWorld) {
  const app = createHttpApp(makeServices({ oauth: world.server }));
  return {
    ask: (parameters: Record<string, string>, headers: Record<string, string> = { Authorization: authorization }) =>
      app.request(`/oauth2/authorize?${new URLSearchParams(parameters)}`, { headers }),
    decide: (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      app.request("/oauth2/authorize", {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { Authorization: authorization, ...headers },
      }),
  };
}

/** The fields of the page's form, as a browser would send them. */
function fieldsOf(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const plain = (text = "") =>
    text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  return Object.fromEntries(fields.map(([, name = "", value]) => [name, plain(value)]));
}

test("the operator is asked to sign in before anything is said", async () => {
  await using world = await openOAuthWorld();
  const { ask, decide } = serve(world);
  const strangers: Record<string, string>[] = [{}, { Authorization: basic(KEY, "other") }];
  for (const headers of strangers) {
    const response = await ask({ client_id: "app9" }, headers);
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toContain("Basic");
    expect(await response.text()).not.toContain("app9");
  }
  expect((await decide(right, { Authorization: "" })).status).toBe(401);
});

test("the page names the app, its address and its scopes, and lets no text become markup", async () => {
  await using world = await openOAuthWorld();
  const response = await serve(world).ask(right);
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).toContain("An &lt;App&gt;");
  expect(page).toContain("api:calls:read:basic");
  expect(page).not.toContain("<script>");
  expect(page).not.toContain("An <App>");
  expect(fieldsOf(page)).toMatchObject(right);
});

test("the page runs nothing, is framed by nobody and sends its form here and to the app alone", async () => {
  await using world = await openOAuthWorld();
  const { headers } = await serve(world).ask(right);
  const policy = headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self' https://app.example.com;");
  expect(policy).not.toContain("script-src");
  expect(headers.get("X-Frame-Options")).toBe("DENY");
  expect(headers.get("Cache-Control")).toBe("no-store");
  const mobile = await serve(world).ask({ ...right, redirect_uri: "com.example.app:/callback" });
  expect(mobile.headers.get("Content-Security-Policy")).toContain("form-action 'self' com.example.app:;");
});

test("Allow sends the browser to the app with a code, Refuse with the refusal", async () => {
  await using world = await openOAuthWorld();
  const { ask, decide } = serve(world);
  const fields = fieldsOf(await (await ask(right)).text());
  const allowed = await decide({ ...fields, decision: "allow" });
  expect(allowed.status).toBe(303);
  const to = new URL(allowed.headers.get("Location") ?? "");
  expect([to.origin + to.pathname, Object.fromEntries(to.searchParams)]).toEqual([
    "https://app.example.com/callback",
    { from: "gong", code: "secret1", state: right.state },
  ]);
  for (const decision of ["refuse", "", "yes"]) {
    const refused = await decide({ ...fields, decision });
    expect(new URL(refused.headers.get("Location") ?? "").searchParams.get("error")).toBe("access_denied");
  }
});

test("a form that another site made, or that was changed, allows nothing", async () => {
  await using world = await openOAuthWorld();
  const { ask, decide } = serve(world);
  const fields = fieldsOf(await (await ask(right)).text());
  const forged = [
    await decide({ ...right, decision: "allow" }),
    await decide({ ...fields, scope: "api:users:read", decision: "allow" }),
    await decide({ ...fields, decision: "allow" }, { "Sec-Fetch-Site": "cross-site" }),
    await decide({ ...fields, decision: "allow" }, { Origin: "https://evil.example.com" }),
  ];
  expect(forged.map(({ status }) => status)).toEqual([400, 400, 403, 403]);
  expect(forged.map(({ headers }) => headers.get("Location"))).toEqual([null, null, null, null]);
});

test("what the app may not be told is told to the operator", async () => {
  await using world = await openOAuthWorld();
  const { ask } = serve(world);
  const wrong: Record<string, string>[] = [
    { ...right, client_id: "app9" },
    { ...right, redirect_uri: "https://evil.example.com/" },
  ];
  for (const parameters of wrong) {
    const response = await ask(parameters);
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toContain("text/html");
    expect(await response.text()).toContain("This app cannot be connected");
  }
});

test("what the app may be told is told to the app", async () => {
  await using world = await openOAuthWorld();
  const response = await serve(world).ask({ ...right, scope: "api:logs:read" });
  expect(response.status).toBe(303);
  const { searchParams } = new URL(response.headers.get("Location") ?? "");
  expect([searchParams.get("error"), searchParams.get("state")]).toEqual(["invalid_scope", right.state]);
});

test("a parameter that comes twice is refused", async () => {
  await using world = await openOAuthWorld();
  const app = createHttpApp(makeServices({ oauth: world.server }));
  const query = `${new URLSearchParams(right)}&redirect_uri=https%3A%2F%2Fevil.example.com`;
  const response = await app.request(`/oauth2/authorize?${query}`, { headers: { Authorization: authorization } });
  expect(response.status).toBe(400);
});
