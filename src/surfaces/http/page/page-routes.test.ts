import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeServices } from "../../../../test/support/http-services.ts";
import { createHttpApp } from "../http-app.ts";

let folder: string;
let app: ReturnType<typeof createHttpApp>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-page-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  await writeFile(join(folder, "assets/index-1a2b.js"), "let a;");
  await writeFile(join(folder, "assets/index-1a2b.js.br"), "as brotli");
  await writeFile(join(folder, "assets/index-1a2b.js.gz"), "as gzip");
  await writeFile(join(folder, "notes.txt"), "not of the page");
  app = createHttpApp(makeServices({ pageFolder: folder }));
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  Promise.resolve(app.request(path, { method, headers }));

describe("the page for people", () => {
  it("is where the server's root leads, below a proxy's path too", async () => {
    const root = await ask("/");
    expect([root.status, root.headers.get("Location")]).toEqual([302, "calls"]);
  });

  it.each(["/calls", "/call?id=7", "/team", "/trackers", "/settings"])("is there without a key at %s", async (path) => {
    const page = await ask(path);
    expect([page.status, page.headers.get("Content-Type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.headers.get("Cache-Control")).toBe("no-cache");
    expect(await page.text()).toBe("<!doctype html>");
  });

  it("runs and loads nothing but its own files", async () => {
    const policy = (await ask("/calls")).headers.get("Content-Security-Policy");
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).not.toMatch(/unsafe|http/);
  });

  it("has files that browsers keep, in the shortest form that they take", async () => {
    const path = "/assets/index-1a2b.js";
    const forms = ["gzip, deflate, br", "gzip", "identity"].map(async (accepted) => {
      const answer = await ask(path, { "Accept-Encoding": accepted });
      return [answer.headers.get("Content-Encoding"), await answer.text()];
    });
    expect(await Promise.all(forms)).toEqual([
      ["br", "as brotli"],
      ["gzip", "as gzip"],
      [null, "let a;"],
    ]);
    const answer = await ask(path);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("Vary")).toBe("Accept-Encoding");
  });

  it("is not sent again to who has it", async () => {
    const etag = (await ask("/calls")).headers.get("ETag") ?? "";
    expect((await ask("/calls", { "If-None-Match": etag })).status).toBe(304);
    expect((await ask("/calls", { "If-None-Match": '"another"' })).status).toBe(200);
    const head = await ask("/calls", {}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("takes no other method and leaves every other address as it was", async () => {
    expect((await ask("/calls", {}, "POST")).status).toBe(405);
    expect((await ask("/assets/another.js")).status).toBe(404);
    expect((await ask("/assets/..%2fnotes.txt")).status).toBe(404);
    const unknown = await ask("/calls/of-nobody");
    expect([unknown.status, unknown.headers.get("Content-Type")]).toEqual([401, "application/json"]);
    expect((await ask("/docs")).status).toBe(401);
  });

  it("says what to do where it was not built, and is there once it is", async () => {
    const later = join(folder, "later");
    const bare = createHttpApp(makeServices({ pageFolder: later }));
    const answer = await bare.request("/calls");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("npm run build");
    await mkdir(later);
    await writeFile(join(later, "index.html"), "<!doctype html>");
    expect((await bare.request("/calls")).status).toBe(200);
  });
});
