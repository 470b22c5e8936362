import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchAnswer } from "../support/sample-call.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, finished, TestLibrary, type TestServer, until } from "../support/tamtam.ts";

interface Freshness {
  readonly asOf: string | null;
  readonly coverage: { readonly from: string | null; readonly calls: number; readonly complete: boolean };
  readonly pending: number;
}
interface SyncAnswer {
  readonly folder: string;
  readonly requests: number;
  readonly mirror: Freshness;
}
type MirrorSearch = SearchAnswer & { readonly mirror?: Freshness };

const CALLS = 24;
const search = ["search-calls", "--connection", "acme", "--keywords", "technicians", "--include-content"];

describe("a connection to a server with Gong's limits, mirrored with tamtam sync", () => {
  let tenant: TestLibrary;
  let server: TestServer;
  let here: TestLibrary;
  let synced: SyncAnswer;

  beforeAll(async () => {
    tenant = await TestLibrary.create({ TAMTAM_LIMITS: "gong" });
    await tenant.answer(["seed", "--calls", String(CALLS), "--until", "2025-06-30"]);
    server = await tenant.serve();
    here = await TestLibrary.create({
      TAMTAM_CONNECTION_ACME_ACCESS_KEY: ACCESS_KEY,
      TAMTAM_CONNECTION_ACME_ACCESS_KEY_SECRET: ACCESS_KEY_SECRET,
      TAMTAM_CONNECTION_ACME_BASE_URL: server.url,
    });
    synced = await here.answer<SyncAnswer>(["sync", "acme"]);
  });

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await Promise.all([tenant[Symbol.asyncDispose](), here[Symbol.asyncDispose]()]);
  });

  test("has all its calls after a handful of requests, in a folder of its own", () => {
    expect(synced.mirror).toEqual({
      asOf: expect.any(String),
      coverage: { from: null, calls: CALLS, expectedCalls: CALLS, complete: true },
      pending: 0,
    });
    // Users, workspaces, trackers, the poll of the last hours, one page of history, one request for transcripts.
    expect(synced.requests).toBe(6);
    expect(synced.folder).toBe(join(here.dataDir, "mirrors", "acme"));
  });

  test("is searched in the mirror, which finds what the tenant's own index finds, and says how fresh it is", async () => {
    const found = await here.answer<MirrorSearch>(search);
    const there = await server.action<SearchAnswer>("search-calls", { keywords: ["technicians"], "page-size": 10 });
    expect(found.pagination.totalRecords).toBeGreaterThan(0);
    expect(found.calls.map(({ callId }) => callId)).toEqual(there.calls.map(({ callId }) => callId));
    expect(found.mirror).toEqual(synced.mirror);
    expect(found.calls[0]?.matches?.[0]?.text).toMatch(/technician/i);
  });

  test("says what a sync would take: nothing but looking whether there is something new", async () => {
    expect(await here.answer(["sync", "acme", "--explain"])).toMatchObject({ calls: 0, requests: 1, seconds: 0.4 });
  });

  test("is a library that can be served by itself, with the tenant's ids and addresses", async () => {
    await using mirrored = await here.serve({ TAMTAM_DATA_DIR: synced.folder });
    const [own, other] = await Promise.all(
      [mirrored, server].map(async (each) => (await each.fetch("/v2/calls")).json() as Promise<{ calls: unknown }>),
    );
    expect(own?.calls).toEqual(other?.calls);
    const found = await mirrored.action<MirrorSearch>("search-calls", {});
    expect(found.mirror?.coverage.calls).toBe(CALLS);
  });

  test("is kept in step while a server runs", async () => {
    const settings = { TAMTAM_DATA_DIR: join(here.dataDir, "other"), TAMTAM_SYNC: "acme" };
    await using following = await here.serve(settings);
    const ask = () => following.command<MirrorSearch>("/acme\naction: search-calls");
    const found = await until(ask, ({ mirror }) => mirror?.coverage.complete === true);
    expect(found.pagination.totalRecords).toBe(CALLS);
  });

  test("tells whoever has a mirror of another tenant there", async () => {
    const settings = { TAMTAM_CONNECTION_ACME_BASE_URL: "http://127.0.0.1:9" };
    const { code, stderr } = await here.run(["sync", "acme"], { settings });
    expect(code).toBe(4);
    expect(stderr).toContain(`is of ${server.url}, and the connection acme means http://127.0.0.1:9 now`);
  });
});

test("a connection to another Tamtam is searched in its mirror, once there is one", async () => {
  await using tenant = await TestLibrary.create();
  await tenant.answer(["seed", "--calls", "3", "--until", "2025-06-30"]);
  await using server = await tenant.serve();
  await using here = await TestLibrary.create();
  const connect = ["connect", "acme", "--base-url", server.url, "--kind", "tamtam"];
  await here.answer(connect, `${ACCESS_KEY}\n${ACCESS_KEY_SECRET}\n`);
  expect((await here.answer<MirrorSearch>(["search-calls", "--connection", "acme"])).mirror).toBeUndefined();
  await here.answer(["sync", "acme"]);
  expect((await here.answer<MirrorSearch>(["search-calls", "--connection", "acme"])).mirror?.coverage.calls).toBe(3);
});

test("a mirror goes with its connection", async () => {
  await using tenant = await TestLibrary.create();
  await tenant.answer(["seed", "--calls", "3", "--until", "2025-06-30"]);
  await using server = await tenant.serve();
  await using here = await TestLibrary.create();
  const connect = ["connect", "acme", "--base-url", server.url, "--kind", "gong"];
  await here.answer(connect, `${ACCESS_KEY}\n${ACCESS_KEY_SECRET}\n`);
  const folder = join(here.dataDir, "mirrors");
  await here.answer(["sync", "acme"]);
  await here.answer(["connections", "rename", "acme", "globex"]);
  expect((await here.answer<MirrorSearch>(["search-calls", "--connection", "globex"])).mirror?.coverage.calls).toBe(3);
  await here.answer(["connections", "remove", "globex"]);
  expect([existsSync(join(folder, "acme")), existsSync(join(folder, "globex"))]).toEqual([false, false]);
});

test("a mirror is synced by one process at a time, and keeps its name and place meanwhile", async () => {
  await using tenant = await TestLibrary.create();
  await tenant.answer(["seed", "--calls", "3", "--until", "2025-06-30"]);
  await using server = await tenant.serve();
  await using here = await TestLibrary.create();
  const connect = ["connect", "acme", "--base-url", server.url, "--kind", "gong"];
  await here.answer(connect, `${ACCESS_KEY}\n${ACCESS_KEY_SECRET}\n`);
  const following = here.start(["sync", "acme", "--follow"]);
  const end = finished(following);
  await until(
    () => here.answer<MirrorSearch>(["search-calls", "--connection", "acme"]),
    ({ mirror }) => mirror?.coverage.complete === true,
  );
  for (const command of [
    ["sync", "acme"],
    ["connections", "remove", "acme"],
    ["connections", "rename", "acme", "b"],
  ]) {
    const { code, stderr } = await here.run(command);
    expect([command, code]).toEqual([command, 4]);
    expect(stderr).toContain(`is being synced by process ${following.pid ?? 0} already`);
  }
  expect((await here.run(["sync", "acme", "--explain"])).code).toBe(0);
  following.kill("SIGINT");
  expect((await end).code).toBe(0);
  expect((await here.run(["sync", "acme"])).code).toBe(0);
});
