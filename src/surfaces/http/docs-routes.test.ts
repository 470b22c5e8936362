import { describe, expect, it } from "vitest";
import { authorization, makeServices } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";

const app = createHttpApp(makeServices());

const open = (path: string) => Promise.resolve(app.request(path, { headers: { authorization } }));

describe("the page of the reference", () => {
  it("loads all it needs from this server", async () => {
    const response = await open("/docs");
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=UTF-8");
    const html = await response.text();
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
    const own = addresses.filter((address) => !address.startsWith("data:"));
    expect(own).toHaveLength(4);
    for (const address of own) {
      const found = await open(new URL(address, "http://host/docs").pathname);
      expect([address, found.status]).toEqual([address, 200]);
    }
  });

  it("may load from nowhere else, nor run scripts of its own text", async () => {
    const policy = (await open("/docs")).headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("http");
  });

  it("asks no outside validator about the document", async () => {
    const script = await (await open("/docs/start.js")).text();
    expect(script).toContain("validatorUrl: null");
    expect(script).toContain('url: "openapi.json"');
  });

  it("serves Swagger UI as script and style, for browsers to keep", async () => {
    const script = await open("/docs/swagger-ui-bundle.js");
    expect(script.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("Cache-Control")).toContain("immutable");
    expect(await script.text()).toContain("SwaggerUIBundle");
    expect((await open("/docs/swagger-ui.css")).headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  });

  it("serves no other file of the package", async () => {
    expect((await open("/docs/index.html")).status).toBe(404);
    expect((await open("/docs/..%2f..%2fpackage.json")).status).toBe(404);
  });
});
