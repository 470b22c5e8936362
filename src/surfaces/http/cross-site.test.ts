import { describe, expect, it } from "vitest";
import { authorization, makeServices } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";

const COMMAND = "/c get-call call-id: 1736760600000012345";

async function post(headers: Record<string, string>, path = "/connection/command", body = COMMAND): Promise<number> {
  const app = createHttpApp(makeServices());
  const url = `http://127.0.0.1:8090${path}`;
  return (await app.request(url, { method: "POST", body, headers: { authorization, ...headers } })).status;
}

describe("a request that changes something", () => {
  it.each([
    [
      "a form of another site",
      { "Content-Type": "text/plain", Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
    ],
    ["another port of the same host", { Origin: "http://127.0.0.1:3000", "Sec-Fetch-Site": "same-site" }],
    ["a browser without Sec-Fetch-Site", { Origin: "http://evil.example" }],
    ["a page without an origin", { Origin: "null" }],
    ["a host whose name starts alike", { Origin: "http://127.0.0.1:80900" }],
  ])("is refused from %s", async (_, headers) => {
    expect(await post(headers)).toBe(403);
    expect(
      await post({ ...headers, "Content-Type": "application/json" }, "/connection/actions/search-calls", "{}"),
    ).toBe(403);
  });

  it.each([
    ["a program", {}],
    ["the server's own page", { Origin: "http://127.0.0.1:8090", "Sec-Fetch-Site": "same-origin" }],
    ["the server's own page in a browser without Sec-Fetch-Site", { Origin: "http://127.0.0.1:8090" }],
    ["the server's own page behind a proxy that speaks https", { Origin: "https://127.0.0.1:8090" }],
    ["a person who typed the address", { "Sec-Fetch-Site": "none" }],
  ])("is taken from %s", async (_, headers) => {
    expect(await post(headers)).toBe(200);
  });

  it("lets no page of another site read answers", async () => {
    const app = createHttpApp(makeServices());
    const preflight = { Origin: "https://evil.example", "Access-Control-Request-Method": "POST", authorization };
    const response = await app.request("/connection/command", { method: "OPTIONS", headers: preflight });
    expect(response.status).toBe(405);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    const read = await app.request("/openapi.json", { headers: { Origin: "https://evil.example", authorization } });
    expect(read.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(read.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
  });

  it("is never a GET", async () => {
    const services = makeServices();
    const app = createHttpApp(services);
    const response = await app.request("/connection/actions/get-call", { headers: { authorization } });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("POST");
    expect(services.opened).toEqual([]);
  });
});
