import { once } from "node:events";
import { get } from "node:http";
import type { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signLink } from "../../src/lib/signed-link.ts";
import { authorization, CALL_ID } from "../support/http-services.ts";
import { GongServer } from "./gong-server.ts";
import { addFreshCalls, LINK_SECRET, SandboxServer } from "./sandbox-server.ts";

let server: SandboxServer;

beforeEach(async () => {
  server = await SandboxServer.open();
});

afterEach(() => server[Symbol.asyncDispose]());

async function stateOf(): Promise<Record<string, unknown>> {
  return (await server.send("GET", "/tamtam/v1/sandbox")).body["sandbox"] as Record<string, unknown>; // what this answers
}

describe("the switches", () => {
  it("are shown and set while the server runs, with their usual numbers where none are given", async () => {
    expect(await stateOf()).toEqual({ enabled: true, seed: "tests", switches: {}, requests: 0, done: {} });
    const set = await server.turn({ "late-calls": true, "server-errors": { share: 0 }, "expired-cursors": {} });
    expect(set.switches).toEqual({
      "late-calls": { share: 1, maxHours: 24, asIfNew: false },
      "server-errors": { share: 0 },
      "expired-cursors": { share: 0.25, maxPages: 3 },
    });
    await server.fetch("GET", "/v2/users");
    expect(await stateOf()).toMatchObject({ switches: set.switches, requests: 1 });
    expect((await server.turn({})).switches).toEqual({});
  });

  it("that there are not, and numbers that cannot be, are refused by name and change nothing", async () => {
    const put = (switches: object) => server.send("PUT", "/tamtam/v1/sandbox", { switches });
    const unknown = await put({ "late-call": true });
    expect(unknown.status).toBe(400);
    expect(JSON.stringify(unknown.body)).toContain("switches: has no switch late-call; there are late-calls, ");
    const wrong = await put({ "server-errors": { share: 2 } });
    expect(JSON.stringify(wrong.body)).toContain("switches.server-errors.share: must be a number from 0 to 1; got 2");
    expect((await stateOf())["switches"]).toEqual({});
  });

  it("cannot be set where the server was not started as a sandbox", async () => {
    await using plain = await GongServer.open();
    const answer = await plain.send({ method: "GET", path: "/tamtam/v1/sandbox" });
    expect(answer.body["sandbox"]).toMatchObject({ enabled: false, switches: {} });
    const refused = await plain.send({ method: "PUT", path: "/tamtam/v1/sandbox", body: { switches: {} } });
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain("TAMTAM_SANDBOX=on");
  });

  it("leave everything but Gong's paths alone", async () => {
    await server.turn({ "server-errors": { share: 1 }, "cut-answers": { share: 1 } });
    expect((await server.fetch("GET", "/health")).status).toBe(200);
    expect(await stateOf()).toMatchObject({ requests: 0 });
    expect((await server.fetch("GET", "/v2/users")).status).toBeGreaterThanOrEqual(500);
  });
});

describe("rate-limit-storms", () => {
  const storms = { share: 0.1, requests: 3, retryAfterSeconds: 7, longShare: 0.5, longRetryAfterSeconds: 3600 };

  async function waits(count: number): Promise<(string | null)[]> {
    const seen: (string | null)[] = [];
    for (let sent = 0; sent < count; sent += 1) {
      const { status, headers, body } = await server.send("GET", "/v2/users");
      expect([200, 429]).toContain(status);
      if (status === 429) expect(body).toEqual({ requestId: expect.any(String), errors: [expect.any(String)] });
      seen.push(status === 429 ? headers.get("retry-after") : null);
    }
    return seen;
  }

  it("answer several requests in a row with 429 and whole seconds, short and long, and then go on", async () => {
    await server.turn({ "rate-limit-storms": storms });
    const seen = await waits(100);
    expect(new Set(seen)).toEqual(new Set([null, "7", "3600"]));
    const runs = seen
      .map((wait) => (wait === null ? " " : "x"))
      .join("")
      .trim()
      .split(/ +/)
      .slice(0, -1);
    expect(runs.length).toBeGreaterThan(3);
    for (const run of runs) expect(run.length).toBeGreaterThanOrEqual(3);
    expect((await stateOf())["done"]).toEqual({ "rate-limit-storms": seen.filter((wait) => wait !== null).length });
  });

  it("come again at the same requests when they are set again", async () => {
    await server.turn({ "rate-limit-storms": storms });
    const first = await waits(40);
    await server.turn({ "rate-limit-storms": storms });
    expect(await waits(40)).toEqual(first);
  });
});

describe("server-errors", () => {
  const newCall = (clientUniqueId: string) => ({
    clientUniqueId,
    actualStart: "2026-06-12T08:00:00Z",
    direction: "Inbound",
    primaryUser: "501",
    parties: [{ userId: "501" }],
  });

  it("are Gong's own in its envelope, and a gateway's that are no JSON, after which the request may have been done", async () => {
    await server.turn({ "server-errors": { share: 1 } });
    const seen = new Map<number, string[]>();
    for (let sent = 0; sent < 24; sent += 1) {
      const response = await server.fetch("POST", "/v2/calls", newCall(`added-${sent}`));
      const text = await response.text();
      seen.set(response.status, [...(seen.get(response.status) ?? []), `added-${sent}`]);
      if (response.status === 500) {
        expect(JSON.parse(text)).toEqual({
          requestId: response.headers.get("x-traceid"),
          errors: ["Internal server error occurred"],
        });
      } else {
        expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
        expect(response.headers.get("x-traceid")).toBeNull();
        expect(text).toContain(`<h1>${response.status} `);
      }
    }
    expect([...seen.keys()].sort()).toEqual([500, 502, 503, 504]);
    const isDone = async (id: string) => (await server.gong.parts.calls.getByClientUniqueId(id)) !== undefined;
    for (const [status, added] of seen) {
      for (const id of added) expect(await isDone(id)).toBe(status === 502 || status === 504);
    }
  });
});

describe("cut-answers", () => {
  it("break off in the middle of the body with the connection", async () => {
    await addFreshCalls(server, 100);
    const whole = await (await server.fetch("GET", "/v2/calls")).text();
    await server.turn({ "cut-answers": { share: 1 } });
    const asked = get(`${server.url}/v2/calls`, { headers: { authorization } });
    const [response] = (await once(asked, "response")) as [Readable & { headers: Record<string, string> }]; // what it comes with
    expect(Number(response.headers["content-length"])).toBe(whole.length);
    const received: Buffer[] = [];
    response.on("data", (piece: Buffer) => received.push(piece));
    await expect(once(response, "end")).rejects.toThrow("aborted");
    expect(Buffer.concat(received).length).toBe(Math.floor(whole.length / 2));
    await expect(server.send("GET", "/v2/calls")).rejects.toThrow();
    expect(server.gong.services.reported).toEqual([]);
  });
});

describe("slow-answers", () => {
  it("take their time, and are right then", async () => {
    await server.turn({ "slow-answers": { share: 1, maxMs: 100 } });
    const startMs = performance.now();
    for (let sent = 0; sent < 10; sent += 1) expect((await server.send("GET", "/v2/users")).status).toBe(200);
    // Ten times 1 to 100 ms.
    expect(performance.now() - startMs).toBeGreaterThan(100);
    expect((await stateOf())["done"]).toEqual({ "slow-answers": 10 });
  });
});

describe("expired-cursors", () => {
  /** The pages that a sequence got, or what it ended with. */
  async function sequence(): Promise<string> {
    let cursor: string | undefined;
    for (let page = 1; ; page += 1) {
      const { status, body } = await server.send("POST", "/v2/calls/extensive", { filter: {}, cursor });
      if (status === 400) {
        expect(body.errors).toEqual([expect.stringContaining("cursor has expired")]);
        return `over at page ${page}`;
      }
      cursor = body.records?.cursor;
      if (cursor === undefined) return `all ${page} pages`;
      // Two sequences of one moment would be one.
      if (page === 1) server.gong.clock.nowMs += 1;
    }
  }

  it("end some sequences early, each at its own page, and a new sequence may come to its end", async () => {
    await addFreshCalls(server, 350);
    await server.turn({ "expired-cursors": { share: 0.5, maxPages: 3 } });
    const ends: string[] = [];
    for (let count = 0; count < 20; count += 1) ends.push(await sequence());
    expect(new Set(ends)).toEqual(new Set(["all 4 pages", "over at page 2", "over at page 3", "over at page 4"]));
    expect((await stateOf())["done"]).toEqual({
      "expired-cursors": ends.filter((end) => end.startsWith("over")).length,
    });
  });

  it("leave a text that is no cursor to be refused as ever", async () => {
    await server.turn({ "expired-cursors": { share: 1 } });
    const { body } = await server.send("GET", "/v2/calls?cursor=nonsense");
    expect(body.errors).toEqual([expect.stringContaining("The cursor is invalid")]);
  });
});

describe("expired-links", () => {
  it("are over long before Gong's 8 hours", async () => {
    const madeMs = server.gong.clock.nowMs;
    const path = signLink(LINK_SECRET, { path: `/media/${CALL_ID}/audio` }, madeMs + 8 * 3_600_000);
    const status = async () => (await fetch(server.url + path)).status;
    await server.turn({ "expired-links": { lifetimeSeconds: 60 } });
    expect(await status()).toBe(200);
    server.gong.clock.nowMs = madeMs + 61_000;
    expect(await status()).toBe(410);
    await server.turn({});
    expect(await status()).toBe(200);
  });
});
