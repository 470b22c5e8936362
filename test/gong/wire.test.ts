import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { basic } from "../support/http-services.ts";
import { GongServer } from "./gong-server.ts";
import { fillLibrary } from "./library.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});

afterEach(() => server[Symbol.asyncDispose]());

const envelope = (sentence: string) => ({ requestId: expect.any(String), errors: [expect.stringContaining(sentence)] });

describe("who may ask", () => {
  it.each([
    ["nobody", undefined],
    ["a wrong secret", basic("KEY", "wrong")],
    ["a bearer token", "Bearer abc"],
  ])("%s is refused with 401 in Gong's envelope, on every path alike", async (_name, credentials) => {
    for (const path of ["/v2/calls", "/v2/nowhere"]) {
      const response = await server.app.request(
        path,
        { headers: credentials ? { authorization: credentials } : {} },
        {},
      );
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^(Basic|Bearer) realm=/);
      expect(await response.json()).toEqual(envelope("access "));
    }
  });

  it("is not a page of another web site", async () => {
    const { status, body } = await server.send({
      method: "POST",
      path: "/v2/calls",
      body: {},
      headers: { origin: "https://elsewhere.example" },
    });
    expect(status).toBe(403);
    expect(body).toEqual(envelope("another web site"));
  });
});

describe("the envelope", () => {
  it("answers 404 where no operation is", async () => {
    const { status, body } = await server.send({ method: "GET", path: "/v2/nowhere" });
    expect(status).toBe(404);
    expect(body).toEqual(envelope("Not Found"));
  });

  it.each([
    ["DELETE", "/v2/calls/1", "GET, HEAD"],
    ["PATCH", "/v2/calls", "GET, POST, HEAD"],
    ["PUT", "/v2/calls/transcript", "POST"],
    ["POST", "/v2/calls/1/media", "PUT"],
  ])("answers 405 to %s %s and says what is allowed", async (method, path, allowed) => {
    const { status, body, headers } = await server.send({ method, path });
    expect(status).toBe(405);
    expect(body).toEqual(envelope("Method Not Allowed"));
    expect(headers.get("allow")?.split(", ").sort()).toEqual(allowed.split(", ").sort());
  });

  it("hides what went wrong in the server, and reports it under the request's id", async () => {
    const broken = { ...server.services, gongApi: () => ({ ...server.services.gongApi(undefined), listCalls: fail }) };
    const { createHttpApp } = await import("../../src/surfaces/http/http-app.ts");
    const authorization = basic("KEY", "sécret:with colon");
    const response = await createHttpApp(broken).request("/v2/calls", { headers: { authorization } }, {});
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual(envelope("Internal server error occurred"));
    expect(server.services.reported).toHaveLength(1);
  });

  it("refuses a body that is too large", async () => {
    const body = JSON.stringify({ filter: { callIds: ["1".repeat(6_000_000)] } });
    expect((await server.send({ method: "POST", path: "/v2/calls/extensive", body })).status).toBe(413);
  });

  it.each(["/v2/calls/extensive", "/v2/crm/entity-schema?integrationId=1&objectType=ACCOUNT", "/tamtam/v1/workspaces"])(
    "refuses a body that is nested beyond all sense, on %s",
    async (path) => {
      const body = `{"filter":{},"name":"A","x":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
      const headers = { "content-type": "application/json" };
      const answer = await server.send({ method: "POST", path, body, headers });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).toContain("nested more than 500 levels deep");
    },
  );
});

function fail(): never {
  throw new Error("the disk at /secret/place is broken");
}

describe("an answer", () => {
  const request = {
    method: "POST",
    path: "/v2/calls/extensive",
    body: { filter: {}, contentSelector: { exposedFields: { parties: true } } },
  };

  it("is compressed for who takes gzip, and the same", async () => {
    const plain = await server.fetch(request);
    const zipped = await server.fetch({ ...request, headers: { "accept-encoding": "br;q=1.0, gzip;q=0.8" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    const text = gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString("utf8");
    const { requestId: _first, ...one } = JSON.parse(text) as { requestId: string };
    const { requestId: _second, ...other } = (await plain.json()) as { requestId: string };
    expect(one).toEqual(other);
  });

  it("is not compressed for who refuses gzip", async () => {
    const response = await server.fetch({ ...request, headers: { "accept-encoding": "gzip;q=0" } });
    expect(response.headers.get("content-encoding")).toBeNull();
  });

  it("to HEAD has the headers of GET and no body", async () => {
    const response = await server.fetch({ method: "HEAD", path: "/v2/calls" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json;charset=UTF-8");
    expect(await response.text()).toBe("");
  });

  it("begins with the request's id", async () => {
    expect(await (await server.fetch(request)).text()).toMatch(/^\{"requestId":"[a-z0-9]{17,20}","records":/);
  });
});
