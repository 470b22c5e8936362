import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gongError, type MeddlingProxy, startProxy } from "../support/meddling-proxy.ts";
import type { CallAnswer, SearchAnswer } from "../support/sample-call.ts";
import { samplePath } from "../support/sample-call.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, finished, TestLibrary, type TestServer } from "../support/tamtam.ts";

/** A Gong tenant: another Tamtam with Gong's limits, of which Gong's API alone is used. */
let tenant: TestLibrary;
let server: TestServer;
let proxy: MeddlingProxy;
/** The machine that is connected to it. */
let own: TestLibrary;

const KEY_LINES = `${ACCESS_KEY}\n${ACCESS_KEY_SECRET}\n`;
const CALL_COUNT = 120;

beforeAll(async () => {
  tenant = await TestLibrary.create({ TAMTAM_LIMITS: "gong" });
  await tenant.answer(["seed", "--calls", String(CALL_COUNT), "--until", "2025-06-30"]);
  server = await tenant.serve();
  proxy = await startProxy(server.url);
  own = await TestLibrary.create();
});

afterAll(async () => {
  await own[Symbol.asyncDispose]();
  await proxy[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await tenant[Symbol.asyncDispose]();
});

const connect = (name: string, input = KEY_LINES, ...options: string[]) =>
  own.run(["connect", name, "--base-url", `${proxy.url}/v2/`, "--kind", "gong", ...options], { input });
const onAcme = <T = SearchAnswer>(...args: string[]) => own.answer<T>([...args, "--connection", "acme"]);
const told = (stderr: string) =>
  JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as { error: Record<string, unknown> };

test("a key that is wrong is not kept, and the error says what to do", async () => {
  const { code, stderr } = await connect("acme", `${ACCESS_KEY}\nanother-secret-than-that\n`);
  expect(code).toBe(5);
  expect(told(stderr).error).toMatchObject({ code: "remote-key", status: 401, requestId: expect.any(String) });
  expect(stderr).not.toContain("another-secret-than-that");
  expect(await own.answer(["connections"])).toEqual([]);
});

test("a connection is tried scope by scope, says what it sees, and is kept for its owner alone", async () => {
  proxy.seen.length = 0;
  const { code, stdout, stderr } = await connect("acme");
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    {
      name: "acme",
      kind: "gong",
      baseUrl: proxy.url,
      limits: { perSecond: 3, perDay: 10_000 },
      credentials: "access-key",
      isFromSettings: false,
      callCount: 0,
      missingScope: null,
      scopes: null,
      abilities: [
        { does: "add-call", state: "untried", missingScopes: [] },
        { does: "get-call", state: "works", missingScopes: [] },
        { does: "search-calls", state: "works", missingScopes: [] },
        { does: "sync", state: "works", missingScopes: [] },
      ],
      requestsToday: 8,
    },
  ]);
  // One for the calls, and one for each scope that can be tried.
  expect(proxy.seen).toHaveLength(7);
  expect(stdout + stderr).not.toContain(ACCESS_KEY_SECRET);
  const files = (await readdir(own.dataDir)).filter((name) => /^(?:connections|requests)\.db/.test(name));
  const modes = await Promise.all(files.map(async (name) => (await stat(join(own.dataDir, name))).mode & 0o777));
  expect(files).toContain("connections.db");
  expect(new Set(modes)).toEqual(new Set([0o600]));
});

test("a key does not go to another machine over plain http unless that is said to be wanted", async () => {
  const args = ["connect", "far", "--base-url", "http://calls.invalid:8090", "--kind", "gong"];
  const refused = await own.run(args, { input: KEY_LINES });
  expect(refused.code).toBe(2);
  expect(told(refused.stderr).error["message"]).toMatch(/--base-url: is plain http.*--insecure/);
  const insecure = await own.run([...args, "--insecure"], { input: KEY_LINES });
  expect(told(insecure.stderr).error["code"]).toBe("remote-unreachable");
});

describe("search without a mirror", () => {
  test("finds by Gong's own filters, newest first, with the tenant's ids and pages", async () => {
    const all = await onAcme("search-calls", "--page-size", "100");
    expect(all.pagination).toMatchObject({ totalRecords: CALL_COUNT, cursor: expect.any(String) });
    const rest = await onAcme("search-calls", "--page-size", "100", "--cursor", all.pagination.cursor ?? "");
    const found = [...all.calls, ...rest.calls];
    const startOf = ({ actualStart }: (typeof found)[number]) => Date.parse(String(actualStart));
    expect(new Set(found.map(({ callId }) => callId)).size).toBe(CALL_COUNT);
    const starts = found.map(startOf);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    const local = await tenant.answer<SearchAnswer>(["search-calls", "--page-size", "100"]);
    expect(all.calls.map(({ callId }) => callId)).toEqual(local.calls.map(({ callId }) => callId));
    expect(all.calls[0]).toMatchObject({ url: expect.stringContaining("/call?id="), status: "Completed" });
  });

  test("finds exactly the calls that an index finds, by what was said and who said it", async () => {
    const query = ["search-calls", "--keywords", "technicians", "--include-content", "--page-size", "100"];
    query.push("--from-date", "2025-03-01T00:00:00Z");
    const scanned = await onAcme(...query);
    const indexed = await tenant.answer<SearchAnswer>(query);
    expect(indexed.pagination.totalRecords).toBeGreaterThan(1);
    expect(scanned.calls.map(({ callId }) => callId)).toEqual(indexed.calls.map(({ callId }) => callId));
    expect(scanned.pagination.totalRecords).toBe(indexed.pagination.totalRecords);
    const [first] = scanned.calls;
    const match = first?.matches?.find(({ where }) => where === "transcript");
    expect(match).toMatchObject({ text: expect.stringMatching(/technician/i), speaker: expect.any(String) });
    expect(indexed.calls[0]?.matches).toContainEqual(match);
  });

  test("states its cost without spending it", async () => {
    proxy.seen.length = 0;
    const { cost, calls } = await onAcme<SearchAnswer & { cost: Record<string, number> }>(
      "search-calls",
      "--keywords",
      "pricing",
      "--explain",
    );
    expect(calls).toEqual([]);
    // 1 to learn the number, 2 pages of 60 x 1.3 and 5 windows that may be empty, 2 for transcripts.
    expect(cost).toMatchObject({ calls: CALL_COUNT, requests: 10, seconds: 4, shareOfDay: 0.001 });
    expect(proxy.seen).toHaveLength(1);
  });

  test("is refused above what is left of the day, with what to do", async () => {
    const { requestsToday } = await onAcme<{ requestsToday: number }>("connections", "test", "acme");
    // Seven of them try the connection, one learns the number of calls: four are left.
    const limits = ["--per-second", "3", "--per-day", String(requestsToday + 12)];
    expect((await connect("poor", KEY_LINES, ...limits)).code).toBe(0);
    const { code, stderr } = await own.run(["search-calls", "--keywords", "pricing", "--connection", "poor"]);
    expect(code).toBe(4);
    expect(told(stderr).error["message"]).toMatch(/takes up to 10 requests, and 4 are left today.*tamtam sync/);
  });

  test("keeps Gong's other limit where one is given", async () => {
    const { stdout } = await connect("slower", KEY_LINES, "--per-day", "500");
    expect(JSON.parse(stdout)).toMatchObject({ limits: { perSecond: 3, perDay: 500 } });
    await own.answer(["connections", "remove", "slower"]);
  });

  test("finds nothing in the future, and asks for it as a time that is there", async () => {
    const empty = await onAcme<SearchAnswer>("search-calls", "--from-date", "2031-01-01T00:00:00Z");
    expect(empty).toMatchObject({ calls: [], pagination: { totalRecords: 0 } });
  });

  test("says of an empty answer that the key may see nothing", async () => {
    const empty = await onAcme<SearchAnswer & { note: string }>(
      "search-calls",
      "--from-date",
      "2031-01-01T00:00:00Z",
      "--to-date",
      "2031-02-01T00:00:00Z",
    );
    expect(empty).toMatchObject({ calls: [], note: expect.stringContaining("may not see calls") });
  });
});

test("get-call joins the transcript with who said it, in two requests", async () => {
  const [found] = (await onAcme("search-calls", "--page-size", "1")).calls;
  proxy.seen.length = 0;
  const call = await onAcme<CallAnswer>(
    "get-call",
    "--call-id",
    found?.callId ?? "",
    "--include-transcript",
    "--include-content",
  );
  expect(proxy.seen.map(({ path }) => path).sort()).toEqual(["/v2/calls/extensive", "/v2/calls/transcript"]);
  const local = await tenant.answer<CallAnswer>(["get-call", "--call-id", found?.callId ?? "", "--include-transcript"]);
  const said = (answer: CallAnswer) =>
    answer.transcript?.sentences.map(({ start, speaker, text }) => [start, speaker, text]);
  expect(said(call)).toEqual(said(local));
  expect(call).toMatchObject({
    content: { interactionStats: expect.arrayContaining([{ name: "Talk Ratio", value: expect.any(Number) }]) },
  });
});

describe("adding a call to the tenant", () => {
  const add = (id: string, ...more: string[]) => [
    "add-call",
    "--connection",
    "acme",
    "--actual-start",
    "2025-08-01T09:00:00Z",
    "--client-unique-id",
    id,
    "--download-media-url",
    samplePath,
    "--call-title",
    "Uploaded call",
    "--direction",
    "Outbound",
    "--participants",
    '[{"name":"John Doe","userId":"u1","emailAddress":"john.doe@example.com","mediaChannelId":0},{"name":"Jane Smith","mediaChannelId":1}]',
    "--primary-user",
    "u1",
    ...more,
  ];

  test("sends a file of this machine, waits until the call shows, and is safe to repeat", async () => {
    const { code, stdout, stderr } = await own.run(add("pbx-1", "--wait"));
    expect([code, stderr]).toEqual([0, expect.stringContaining("is completed")]);
    const { callId } = JSON.parse(stdout) as { callId: string };
    const call = await onAcme<CallAnswer>("get-call", "--client-unique-id", "pbx-1", "--include-transcript");
    expect(call).toMatchObject({ callId, title: "Uploaded call", status: "Completed", clientUniqueId: "pbx-1" });
    expect(
      call.transcript?.sentences
        .map(({ text }) => text)
        .join(" ")
        .toLowerCase(),
    ).toContain("this is john");
    const kept = await readFile(join(own.dataDir, "requests.db"), "latin1");
    expect([kept.includes(callId), kept.includes("pbx-1")]).toEqual([true, false]);
    const again = await own.answer(add("pbx-1"));
    expect(again).toMatchObject({ callId, duplicate: true, status: "Completed" });
  });

  test("is repeated after an answer that was lost, and makes one call", async () => {
    let lost = 0;
    proxy.meddle = ({ method, path }) =>
      method === "POST" && path === "/v2/calls" && (lost += 1) === 1 ? gongError(502, "Bad gateway") : undefined;
    const { callId } = await own.answer<{ callId: string }>(add("pbx-2"));
    proxy.meddle = () => undefined;
    expect(callId).toMatch(/^\d+$/);
    expect(lost).toBe(2);
  });

  test("names the parameter that the other side refuses", async () => {
    proxy.meddle = ({ path }) =>
      path === "/v2/calls" ? gongError(400, "title: size must be between 0 and 1") : undefined;
    const { code, stderr } = await own.run(add("pbx-3"));
    proxy.meddle = () => undefined;
    expect(code).toBe(2);
    expect(told(stderr).error["problems"]).toEqual([
      { parameter: "--call-title", message: "size must be between 0 and 1" },
    ]);
  });
});

describe("what goes wrong", () => {
  const ask = async (meddled: ReturnType<typeof gongError>) => {
    proxy.meddle = () => meddled;
    const { code, stderr } = await own.run(["connections", "test", "acme"]);
    proxy.meddle = () => undefined;
    const error: Record<string, unknown> = { ...told(stderr).error, exitCode: code };
    return error;
  };

  test("is typed: a missing scope, a refusal, a gateway's page", async () => {
    const denied = await ask(gongError(403, "Access denied"));
    expect(denied).toMatchObject({ code: "remote-denied", exitCode: 5, status: 403, requestId: "5hf4xx523um0ng8yv7x" });
    proxy.meddle = ({ path }) =>
      path.startsWith("/v2/calls")
        ? gongError(401, "You don't have permission to use 'api:calls:read:basic' in your app.")
        : undefined;
    const lacking = await own.answer(["connections", "test", "acme"]);
    expect(lacking).toMatchObject({ callCount: null, missingScope: "api:calls:read:basic" });
    proxy.meddle = ({ path }) =>
      path.startsWith("/v2/calls/transcript")
        ? gongError(401, "You don't have permission to use 'api:calls:read:transcript' in your app.")
        : undefined;
    expect(await own.answer(["connections", "test", "acme"])).toMatchObject({
      abilities: expect.arrayContaining([
        { does: "get-call", state: "partly", missingScopes: ["api:calls:read:transcript"] },
        { does: "sync", state: "fails", missingScopes: ["api:calls:read:transcript"] },
      ]),
    });
    proxy.meddle = () => undefined;
    const page = await ask({ status: 407, headers: { "content-type": "text/html" }, body: "<h1>Sign in</h1>" });
    expect(page["message"]).toContain("Sign in");
  });

  test("a pause of hours ends the command, and nobody asks before it is over", async () => {
    expect((await connect("paused")).code).toBe(0);
    proxy.meddle = () => gongError(429, "Too many requests", { "Retry-After": "7200" });
    const first = await own.run(["connections", "test", "paused"]);
    proxy.meddle = () => undefined;
    expect([first.code, told(first.stderr).error["code"]]).toEqual([7, "remote-limit"]);
    proxy.seen.length = 0;
    const second = await own.run(["connections", "test", "acme"]);
    expect(second.code).toBe(7);
    const waitMs = Date.parse(String(told(second.stderr).error["retryAt"])) - Date.now();
    expect(waitMs).toBeGreaterThan(7_000_000);
    expect(proxy.seen).toEqual([]);
  });
});

describe("naming connections", () => {
  test("a connection that is not there is an error that lists those there are", async () => {
    const { code, stderr } = await own.run(["search-calls", "--connection", "acne"]);
    expect(code).toBe(3);
    expect(told(stderr).error["message"]).toContain("acme");
    const text = await own.run(["run"], { input: "/acne search-calls" });
    expect(text.code).toBe(2);
  });

  test("the page's own text still means the library on this machine, whatever the default is", async () => {
    const settings = { TAMTAM_CONNECTION: "acme" };
    const { code, stdout } = await own.run(["run"], { input: "/your-gong-connection search-calls", settings });
    expect([code, (JSON.parse(stdout) as SearchAnswer).pagination.totalRecords]).toEqual([0, 0]);
  });

  test("they are renamed and removed", async () => {
    await own.answer(["connections", "rename", "poor", "frugal"]);
    const names = (await own.answer<{ name: string }[]>(["connections"])).map(({ name }) => name);
    expect(names).toEqual(["acme", "frugal", "paused"]);
    await own.answer(["connections", "remove", "frugal"]);
    expect((await own.run(["connections", "test", "frugal"])).code).toBe(3);
  });

  test("settings make one too, and its secret is told to nobody", async () => {
    const settings = {
      TAMTAM_CONNECTION: "second",
      TAMTAM_CONNECTION_SECOND_ACCESS_KEY: ACCESS_KEY,
      TAMTAM_CONNECTION_SECOND_ACCESS_KEY_SECRET: ACCESS_KEY_SECRET,
      TAMTAM_CONNECTION_SECOND_BASE_URL: server.url,
      TAMTAM_CONNECTION_SECOND_PER_SECOND: "3",
    };
    const listed = await own.run(["connections"], { settings });
    expect(listed.stdout).toContain('"second"');
    expect(listed.stdout + listed.stderr).not.toContain(ACCESS_KEY_SECRET);
    const { code, stdout } = await own.run(["search-calls", "--page-size", "1"], { settings });
    expect([code, (JSON.parse(stdout) as SearchAnswer).calls]).toEqual([0, [expect.anything()]]);
  });
});

test("another Tamtam server does what Gong cannot: status, index, deletion", async () => {
  const options = ["connect", "branch", "--base-url", server.url];
  const { code, stdout } = await own.run(options, { input: KEY_LINES });
  expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ kind: "tamtam", limits: {} })]);
  const found = await own.answer<SearchAnswer>(["search-calls", "--keywords", "technicians", "--connection", "branch"]);
  const indexed = await tenant.answer<SearchAnswer>(["search-calls", "--keywords", "technicians"]);
  expect(found).toEqual(indexed);
  const callId = found.calls[0]?.callId ?? "";
  expect(await own.answer(["delete-call", "--call-id", callId, "--connection", "branch"])).toEqual({
    callId,
    deleted: true,
  });
  expect((await own.run(["get-call", "--call-id", callId, "--connection", "branch"])).code).toBe(3);
  await using serving = await own.serve();
  const answer = await serving.command<SearchAnswer>("/branch\naction: search-calls\nkeywords: technicians\n");
  expect(answer.pagination.totalRecords).toBe(indexed.pagination.totalRecords - 1);
});

test("many processes at once never ask more often than the tenant allows", async () => {
  await using machine = await TestLibrary.create();
  await using counting = await startProxy(server.url);
  const args = ["connect", "acme", "--base-url", counting.url, "--kind", "gong"];
  expect((await machine.run(args, { input: KEY_LINES })).code).toBe(0);
  const commands = Array.from({ length: 4 }, () =>
    finished(machine.start(["search-calls", "--keywords", "zebra", "--connection", "acme"])),
  );
  for (const { code, stderr } of await Promise.all(commands)) expect([code, stderr]).toEqual([0, ""]);
  expect(counting.seen.length).toBeGreaterThan(12);
  expect(counting.seen.filter(({ status }) => status === 429)).toEqual([]);
  expect(counting.seen.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
});
