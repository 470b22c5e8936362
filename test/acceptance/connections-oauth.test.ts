import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { finished, TestLibrary, type TestServer, until } from "../support/tamtam.ts";

let tenant: TestLibrary;
let server: TestServer;
let own: TestLibrary;

beforeAll(async () => {
  tenant = await TestLibrary.create();
  await tenant.answer(["seed", "--calls", "3", "--until", "2025-06-30"]);
  server = await tenant.serve();
  own = await TestLibrary.create();
});

afterAll(async () => {
  await own[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await tenant[Symbol.asyncDispose]();
});

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => listener.once("listening", resolve));
  const { port } = listener.address() as AddressInfo; // it listens on a port, not on a pipe
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** What a browser does with the page: sends its form with the button that was pressed, and goes where it is sent then. */
async function press(button: "allow" | "refuse", url: string): Promise<string> {
  const page = await (await server.fetch(url)).text();
  const body = new URLSearchParams({ decision: button });
  for (const [, name = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    body.append(name, value);
  }
  const headers = { Origin: server.url, "Sec-Fetch-Site": "same-origin" };
  const answer = await server.fetch("/oauth2/authorize", { method: "POST", body, headers, redirect: "manual" });
  return (await fetch(answer.headers.get("Location") ?? "")).text();
}

/** Connects with an app that may do these things, as somebody who presses the button. */
async function connect(scopes: string, button: "allow" | "refuse") {
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/callback`;
  const app = await tenant.answer<{ clientId: string; clientSecret: string }>([
    "oauth-apps",
    "create",
    "--name",
    "Tamtam",
    "--redirect-uri",
    redirectUri,
    "--scopes",
    scopes,
  ]);
  const options = ["--oauth", "--base-url", server.url, "--kind", "gong", "--port", String(port), "--scopes", scopes];
  const child = own.start(["connect", "acme", ...options]);
  let printed = "";
  child.stderr?.on("data", (text) => (printed += String(text)));
  const end = finished(child);
  child.stdin?.end(`${app.clientId}\n${app.clientSecret}\n`);
  const url = await until(
    async () => /^http.*\/oauth2\/authorize.*$/m.exec(printed)?.[0],
    (found) => found !== undefined,
  );
  return { page: await press(button, url ?? ""), ...(await end) };
}

test("the browser is asked, the code is taken on this machine, and the answer says what the app may not do", async () => {
  const { code, stdout, page } = await connect("api:calls:read:basic,api:calls:read:extensive,api:users:read", "allow");
  expect([code, page]).toEqual([0, "Tamtam is connected. This page can be closed.\n"]);
  const connected = JSON.parse(stdout) as { abilities: unknown[] };
  expect(connected).toMatchObject({
    credentials: "oauth",
    baseUrl: server.url,
    scopes: ["api:calls:read:basic", "api:calls:read:extensive", "api:users:read"],
  });
  expect(connected.abilities).toContainEqual({ does: "add-call", state: "fails", missingScopes: ["api:calls:create"] });
  const found = await own.answer<{ calls: { callId: string }[] }>(["search-calls", "--connection", "acme"]);
  expect(found.calls).toHaveLength(3);
  // The app may not see links to recordings; the call comes without them.
  const call = await own.answer(["get-call", "--call-id", found.calls[0]?.callId ?? "", "--connection", "acme"]);
  expect(call).not.toHaveProperty("media");
  const denied = await own.run(["search-calls", "--keywords", "pricing", "--connection", "acme"]);
  expect([denied.code, denied.stderr]).toEqual([5, expect.stringContaining("api:calls:read:transcript")]);
});

test("an operator who refuses connects nothing", async () => {
  await own.answer(["connections", "remove", "acme"]);
  const { code, stderr } = await connect("api:calls:read:basic", "refuse");
  expect([code, stderr]).toEqual([5, expect.stringContaining("access_denied")]);
  expect(await own.answer(["connections"])).toEqual([]);
});
