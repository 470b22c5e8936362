import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type CallId } from "../../src/calls/ids.ts";
import { keptPagesFirst } from "../../src/surfaces/http/gong/kept-pages-first.ts";
import type { HttpServices } from "../../src/surfaces/http/services.ts";
import { listen, type Listener } from "../../src/surfaces/http/listen.ts";
import { makeAnalysis, makeCall, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { authorization, basic, KEY } from "../support/http-services.ts";
import { type GongBody, GongServer, WORKSPACE_ID } from "./gong-server.ts";

let server: GongServer;
let listener: Listener;
/** What the app was asked for: nothing of what is sent before it is. */
let askedApp: string[];
/** What is counted before the app is asked. */
let admit: HttpServices["access"]["admit"];
beforeEach(async () => {
  askedApp = [];
  admit = async () => ({ isAdmitted: true });
  server = await GongServer.open();
  for (let number = 0; number < 40; number += 1) await addCall(asId(String(1000 + number)));
  const { app, services } = server;
  const fetch: typeof app.fetch = (asked, ...others) => {
    askedApp.push(`${asked.method} ${new URL(asked.url).pathname}`);
    return app.fetch(asked, ...others);
  };
  const access = { ...services.access, admit: () => admit() };
  const answerFirst = keptPagesFirst({ ...services, access });
  listener = await listen({ fetch }, { host: "127.0.0.1", port: 0, closeWithinMs: 100, answerFirst });
});
afterEach(async () => {
  await listener.close();
  await server[Symbol.asyncDispose]();
});

/** With enough talk that a page is not sent in one piece. */
async function addCall(id: CallId): Promise<void> {
  const { database, calls } = server.parts;
  const call = makeCall({ id, workspaceId: asId(WORKSPACE_ID), title: `Call ${id}` });
  const sentences = Array.from({ length: 10 }, (_, index) => `Sentence ${index} of the brambleflux in call ${id}.`);
  await database.transact(async (transaction) => {
    await calls.add(call, transaction);
    await calls.setTranscript(id, makeTranscript(sentences, [makeSpeaker("71")]), transaction);
    await calls.setAnalysis(id, makeAnalysis(), transaction);
    await calls.setProcessing(id, { status: "Completed", warnings: [] }, transaction);
  });
}

const json = { authorization, "content-type": "application/json", "accept-encoding": "identity" };

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${listener.url}${path}`, { headers: json, ...init });
}

const askTranscripts = () => ask("/v2/calls/transcript", { method: "POST", body: '{"filter":{}}' });

async function titlesOf(answer: Response): Promise<readonly unknown[]> {
  const { calls } = (await answer.json()) as GongBody & { calls: readonly { title: string }[] };
  return calls.map(({ title }) => title);
}

describe("a page that is asked for again", () => {
  it("is the same but for the request's id, which each answer has for itself", async () => {
    const answers = await Promise.all([1, 2, 3].map(askTranscripts));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    const ids = answers.map((answer) => answer.headers.get("X-TraceId"));
    expect(new Set(ids).size).toBe(3);
    expect(texts.map((text) => (JSON.parse(text) as GongBody).requestId)).toEqual(ids);
    const rest = texts.map((text, index) => text.replace(`{"requestId":"${ids[index]}",`, "{"));
    expect(new Set(rest).size).toBe(1);
    expect(answers.map((answer) => Number(answer.headers.get("Content-Length")))).toEqual(
      texts.map((text) => Buffer.byteLength(text)),
    );
    expect(server.keptPages.sizeBytes).toBeGreaterThan(16_384);
  });

  it("is kept for either way of asking, and HEAD says how long it is", async () => {
    const { length } = await (await ask("/v2/calls")).text();
    const head = await ask("/v2/calls", { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("Content-Length")]).toEqual([200, "", String(length)]);
    expect(await titlesOf(await ask("/v2/calls"))).toHaveLength(40);
  });

  it("is packed for who takes gzip", async () => {
    const plain = await titlesOf(await ask("/v2/calls"));
    const packed = await ask("/v2/calls", { headers: { ...json, "accept-encoding": "gzip" } });
    expect(packed.headers.get("Content-Encoding")).toBe("gzip");
    expect(await titlesOf(packed)).toEqual(plain);
  });

  it("shows at once what was added", async () => {
    expect(await titlesOf(await ask("/v2/calls"))).not.toContain("Call 2000");
    await addCall(asId("2000"));
    expect(await titlesOf(await ask("/v2/calls"))).toContain("Call 2000");
  });

  it("is noted in the audit log each time", async () => {
    await ask("/v2/calls");
    await ask("/v2/calls");
    const span = { fromMs: 0, toMs: server.clock.nowMs + 1, pageSize: 10 };
    const { entries } = await server.parts.auditLog.page({ log: "AccessLog", ...span });
    expect(entries.map(({ operation }) => operation)).toEqual(["listCalls", "listCalls"]);
  });

  it("is asked for anew when a cursor goes on, whose time is looked at each time", async () => {
    for (let number = 0; number < 70; number += 1) await addCall(asId(String(3000 + number)));
    const { records } = (await (await ask("/v2/calls")).json()) as GongBody;
    const next = `/v2/calls?cursor=${encodeURIComponent(records?.cursor ?? "")}`;
    expect((await ask(next)).status).toBe(200);
    server.clock.nowMs += 3_600_001;
    expect((await ask(next)).status).toBe(400);
  });
});

describe("the list of calls that is kept", () => {
  async function askTwice(path: string, init: RequestInit = {}): Promise<readonly [Response, Response]> {
    return [await ask(path, init), await ask(path, init)];
  }

  it.each(["identity", "gzip"])("is sent before the app is asked, and as the app sends it (%s)", async (encoding) => {
    const answers = await askTwice("/v2/calls", { headers: { ...json, "accept-encoding": encoding } });
    expect(askedApp).toEqual(["GET /v2/calls"]);
    const ids = answers.map(({ headers }) => headers.get("X-Request-Id"));
    expect(new Set(ids).size).toBe(2);
    const [fromApp, kept] = answers.map(({ status, headers }, index) => {
      const shown = [...headers].map(([name, value]) => [name, value === ids[index] ? "its id" : value]);
      return { status, headers: Object.fromEntries(shown.filter(([name]) => name !== "date")) };
    });
    expect(kept).toEqual(fromApp);
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as GongBody[];
    expect(bodies.map(({ requestId }) => requestId)).toEqual(ids);
    expect({ ...bodies[1], requestId: ids[0] }).toEqual(bodies[0]);
  });

  it("is noted in the audit log as the app notes it", async () => {
    await askTwice("/v2/calls?workspaceId=300");
    expect(askedApp).toHaveLength(1);
    const span = { fromMs: 0, toMs: server.clock.nowMs + 1, pageSize: 10 };
    const { entries } = await server.parts.auditLog.page({ log: "AccessLog", ...span });
    const [fromApp, kept] = entries.map((entry) => ({ ...entry, key: 0, request: { ...entry.request, id: "its id" } }));
    expect(kept).toEqual(fromApp);
    expect(kept).toMatchObject({ operation: "listCalls", request: { verb: "GET", path: "/v2/calls", status: 200 } });
  });

  it("is for who it was written for alone", async () => {
    await askTwice("/v2/calls");
    const stranger = { ...json, authorization: basic(KEY, "another secret") };
    expect((await ask("/v2/calls", { headers: stranger })).status).toBe(401);
    expect((await ask("/v2/calls", { headers: { ...json, authorization: "Bearer of-nobody" } })).status).toBe(401);
    expect((await ask("/v2/calls", { headers: { "accept-encoding": "identity" } })).status).toBe(401);
    server.withhold("api:calls:read:basic");
    expect((await ask("/v2/calls")).status).toBe(401);
    expect(askedApp).toHaveLength(5);
  });

  it("counts against the company's limits", async () => {
    await askTwice("/v2/calls");
    admit = async () => ({ isAdmitted: false, limit: "second", retryAfterSeconds: 1 });
    await ask("/v2/calls");
    expect(askedApp).toHaveLength(2);
  });

  it("is the app's to answer when anything but it is asked for", async () => {
    await askTwice("/v2/calls");
    await ask("/v2/calls", { method: "HEAD" });
    await ask("/v2/calls?workspaceId=300");
    await ask("/v2/calls/1007");
    server.clock.nowMs += 5001;
    await ask("/v2/calls");
    const list = "GET /v2/calls";
    expect(askedApp).toEqual([list, "HEAD /v2/calls", list, "GET /v2/calls/1007", list]);
  });

  it("is the app's to answer where a GET has a body, which somebody has to read", async () => {
    await askTwice("/v2/calls");
    const sent = request(`${listener.url}/v2/calls`, { headers: { ...json, "content-length": 2 } });
    sent.end("{}");
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    answer.resume();
    expect([answer.statusCode, askedApp.length]).toEqual([200, 2]);
  });

  it("is the app's to answer when something breaks on the way", async () => {
    await askTwice("/v2/calls");
    admit = () => Promise.reject(new Error("the disk is gone"));
    expect(await titlesOf(await ask("/v2/calls"))).toHaveLength(40);
    expect(askedApp).toHaveLength(2);
  });
});

describe("an erasure", () => {
  it("leaves nothing of a call in pages that were kept, before anybody asks again", async () => {
    expect(await (await askTranscripts()).text()).toContain("in call 1007.");
    expect(server.keptPages.sizeBytes).toBeGreaterThan(0);
    const erased = await ask("/tamtam/v1/calls/1007", { method: "DELETE" });
    expect(erased.status).toBe(200);
    expect(server.keptPages.sizeBytes).toBe(0);
    expect(await (await askTranscripts()).text()).not.toContain("1007");
  });
});
