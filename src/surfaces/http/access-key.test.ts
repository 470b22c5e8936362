import { describe, expect, it } from "vitest";
import { authorization, basic, KEY, makeServices, SECRET } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";

const app = createHttpApp(makeServices());

function openDocument(header?: string): Promise<Response> {
  return Promise.resolve(
    app.request("/openapi.json", { headers: header === undefined ? {} : { Authorization: header } }),
  );
}

describe("the access key", () => {
  it("opens the door, with letters beyond ASCII and a colon in the secret", async () => {
    expect((await openDocument(authorization)).status).toBe(200);
    expect((await openDocument(authorization.replace("Basic", "basic"))).status).toBe(200);
  });

  it("is asked for, with how to get one and how to send it", async () => {
    const response = await openDocument();
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe('Basic realm="Tamtam", charset="UTF-8"');
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe("access-key");
    expect(error.message).toContain("tamtam keys create");
    expect(error.message).toContain("curl -u");
  });

  it.each([
    ["another scheme", "Bearer abc"],
    ["no credentials", "Basic"],
    ["what is not base64", "Basic %%%"],
    ["no colon", `Basic ${Buffer.from("KEY").toString("base64")}`],
    ["an empty value", ""],
  ])("is refused with %s, saying what the header must be", async (_, header) => {
    const response = await openDocument(header);
    expect(response.status).toBe(401);
    expect(await response.text()).toContain("the base64 of <access-key>:<secret>");
  });

  it.each([
    ["another key", basic("OTHER", SECRET)],
    ["another secret", basic(KEY, "other")],
    ["an empty secret", basic(KEY, "")],
    ["bytes that are not UTF-8", `Basic ${Buffer.from([0x4b, 0x3a, 0xff, 0xfe]).toString("base64")}`],
  ])("is refused with %s", async (_, header) => {
    const response = await openDocument(header);
    expect(response.status).toBe(401);
    expect(await response.text()).toContain("no such access key, or its secret is another");
  });

  it.each(["/docs", "/docs/start.js", "/openapi.json", "/connection/command", "/nowhere"])(
    "guards %s",
    async (path) => {
      expect((await app.request(path)).status).toBe(401);
      expect((await app.request(path, { method: "POST", body: "x" })).status).toBe(401);
    },
  );

  it("is not needed to ask for health", async () => {
    const response = await app.request("/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", version: "1.2.3" });
  });
});
