import { describe, expect, it } from "vitest";
import { answeredCall, answeredSentence } from "../../../../test/support/answered-call.ts";
import { authorization, CALL_ID, fullKey, makeServices } from "../../../../test/support/http-services.ts";
import { asId } from "../../../calls/ids.ts";
import type { CallAnswer } from "../../../connection/call-answer.ts";
import type { AuditNote } from "../../../gong-api/audit-trail.ts";
import type { Principal } from "../../../gong-api/principal.ts";
import { createHttpApp } from "../http-app.ts";
import { callPage } from "./call-page.ts";

const show = (changes: Partial<CallAnswer>) => String(callPage(answeredCall(changes)));

describe("the page of a call", () => {
  it("says who, when and how long", () => {
    const page = show({});
    expect(page).toContain("<h1>Sales Call with Jane Smith</h1>");
    expect(page).toContain("2025-01-13 01:30:00-08:00 · 31:05 · Outbound · Intro Call · Host: John Doe · Completed");
    expect(page).toContain("Jane Smith (External) +1 555-555-1212");
    expect(page).not.toMatch(/<audio|<video|Transcript/);
  });

  it("has what was said with its places, and takes nothing of it for markup", () => {
    const sentences = [
      answeredSentence(1.88, "Hello."),
      answeredSentence(3700.5, '<script>alert("1")</script> & more', { speaker: null }),
    ];
    const page = show({
      title: "<b>Title</b>",
      transcript: { engine: "e", model: "m", version: "1", sentences },
    });
    expect(page).toContain('<button data-start="1.88">0:01</button> <b>Jane Smith</b> Hello.');
    expect(page).toContain('<button data-start="3700.5">1:01:40</button> <b>External</b> &lt;script&gt;');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("<b>Title");
  });

  it("plays the recording from this server, whatever name it goes by in the link", () => {
    const media = { audioUrl: "https://elsewhere.example/media/7/audio?expires=1&signature=x", videoUrl: null };
    expect(show({ media })).toContain(
      '<audio controls preload="metadata" src="media/7/audio?expires=1&amp;signature=x">',
    );
    expect(show({ media: { ...media, videoUrl: "http://localhost:8090/media/7/video?expires=1" } })).toContain(
      '<video controls preload="metadata" src="media/7/video?expires=1">',
    );
  });

  it("says at which stage a call failed, and why", () => {
    const failure = { stage: "download", code: "media-not-found", reason: "It is gone.", retry: "retry-call" };
    expect(show({ status: "Failed", failure })).toContain('<p role="alert">Failed at download: It is gone.</p>');
  });
});

describe("the address of a call's page", () => {
  const noted: AuditNote[] = [];
  const opened: unknown[] = [];
  const services = makeServices({ audit: { note: (note) => noted.push(note) } });
  function serveFor(principal: Principal) {
    const connections: typeof services.connections = {
      open: async (name, options) => {
        opened.push(options?.actingUserId);
        return services.connections.open(name, options);
      },
    };
    const access = { ...services.access, identifyKey: async () => ({ principal }) };
    return createHttpApp({ ...services, access, connections });
  }
  const withKey = { headers: { authorization } };

  it("shows the call to who has a key, as the user whom the key acts for, and notes it", async () => {
    const app = serveFor({ ...fullKey, actingUserId: asId("501") });
    const page = await app.request(`/call?id=${CALL_ID}`, withKey);
    expect([page.status, page.headers.get("Content-Type")]).toEqual([200, "text/html; charset=UTF-8"]);
    expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'; script-src 'self'");
    expect(await page.text()).toContain("Sales Call with Jane Smith");
    expect(opened).toEqual(["501"]);
    expect(noted).toMatchObject([{ operation: "get-call", callIds: [CALL_ID], request: { verb: "GET", status: 200 } }]);
    for (const [file, type] of [
      ["call/page.css", "text/css"],
      ["call/page.js", "text/javascript"],
    ] as const) {
      expect((await app.request(`/${file}`, withKey)).headers.get("Content-Type")).toContain(type);
    }
  });

  it("is for those who have a key, and wants a call that is there", async () => {
    const app = serveFor(fullKey);
    const asked = ["/call?id=9", "/call", "/call?id="].map((path) => app.request(path, withKey));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 400, 400]);
    expect((await app.request(`/call?id=${CALL_ID}`)).status).toBe(401);
    expect((await app.request(`/call?id=${CALL_ID}`, { ...withKey, method: "POST" })).status).toBe(405);
    const noMedia = serveFor({ ...fullKey, scopes: new Set(["api:calls:read:extensive"]) });
    expect((await noMedia.request(`/call?id=${CALL_ID}`, withKey)).status).toBe(403);
  });
});
