import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectOverHttp, textOf } from "../support/mcp-client.ts";
import { type MediaHost, openMediaHost } from "../support/media-host.ts";
import { addCallParameters, readSample, type SearchAnswer } from "../support/sample-call.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary, type TestServer, until } from "../support/tamtam.ts";

interface Key {
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

interface LogAnswer {
  readonly logEntries?: readonly {
    readonly logRecord: { readonly action: string; readonly endpointUri: string; readonly status: number };
  }[];
}

let library: TestLibrary;
let server: TestServer;
let mediaHost: MediaHost;

beforeAll(async () => {
  library = await TestLibrary.create();
  mediaHost = await openMediaHost();
  await library.answer(["seed", "--calls", "40", "--until", "2025-06-30"]);
  server = await library.serve();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await library[Symbol.asyncDispose]();
  await mediaHost[Symbol.asyncDispose]();
});

const ownKey: Key = { accessKey: ACCESS_KEY, accessKeySecret: ACCESS_KEY_SECRET };

async function connect(
  { accessKey, accessKeySecret }: Key = ownKey,
  mode: "legacy" | "auto" = "legacy",
): Promise<Client & AsyncDisposable> {
  const authorization = `Basic ${Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64")}`;
  const client = await connectOverHttp(`${server.url}/mcp`, { headers: { authorization }, mode });
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

const call = async (client: Client, name: string, parameters: object = {}) => {
  const result = await client.callTool({ name, arguments: { ...parameters } });
  return { ...result, text: textOf(result) };
};

/** What was asked for over MCP, as the log has it. */
async function logged(): Promise<string[]> {
  const asked = new URLSearchParams({ logType: "AccessLog", fromDateTime: "2025-01-01T00:00:00Z" });
  const { logEntries = [] } = (await (await server.fetch(`/v2/logs?${asked}`)).json()) as LogAnswer;
  return logEntries
    .filter(({ logRecord }) => logRecord.endpointUri === "/mcp")
    .map(({ logRecord }) => `${logRecord.action} ${logRecord.status}`);
}

describe("the server's MCP", () => {
  test.each(["legacy", "auto"] as const)("does a call's whole life with %s revisions, and notes it", async (mode) => {
    await using agent = await connect(ownKey, mode);
    expect((await agent.listTools()).tools).toHaveLength(6);
    mediaHost.put(`/${mode}.wav`, { body: await readSample(), contentType: "audio/wav" });
    const added = await call(agent, "add-call", addCallParameters(`${mediaHost.url}/${mode}.wav`, `life-${mode}`));
    expect(added.text).not.toContain("tamtam serve");
    const { callId } = added.structuredContent as { callId: string }; // what the action promises
    const parameters = { "call-id": callId, "include-transcript": true };
    const read = await until(
      () => call(agent, "get-call", parameters),
      ({ text }) => text.includes("Completed"),
    );
    expect(read.text).toMatch(/\n\d:\d\d "(John Doe|Jane Smith)" \((Internal|External)\): "/);
    const found = await call(agent, "search-calls", { "participant-phone": "555-555-1212", keywords: ["call"] });
    expect(found.text).toContain(callId);
    const again = await call(agent, "retry-call", { "call-id": callId });
    expect([again.isError, again.text]).toEqual([true, expect.stringMatching(/^conflict: /)]);
    const edited = await call(agent, "edit-call", { "call-id": callId, purpose: "Renewal" });
    expect(edited.structuredContent).toEqual({ callId, edited: true });
    expect((await call(agent, "delete-call", { "call-id": callId })).structuredContent).toEqual({
      callId,
      deleted: true,
    });
    const notes = await until(logged, (entries) => entries.includes("delete-call 200"));
    expect(notes).toEqual(
      expect.arrayContaining(["add-call 200", "get-call 200", "search-calls 200", "retry-call 409"]),
    );
  });

  test("shows a key that acts for a user the calls that the user may see, and no others", async () => {
    const { calls } = await server.action<SearchAnswer>("search-calls", { "page-size": 1 });
    const { userId = "" } = (calls[0]?.["primaryUser"] ?? {}) as { userId?: string }; // of every call
    const key = await library.answer<Key>(["keys", "create", "--user", userId]);
    await using agent = await connect(key);
    const found = await call(agent, "search-calls");
    const { pagination } = found.structuredContent as unknown as SearchAnswer; // what the action promises
    expect(pagination.totalRecords).toBeGreaterThan(0);
    expect(pagination.totalRecords).toBeLessThan(40);
    const shown = new Set((found.structuredContent as unknown as SearchAnswer).calls.map(({ callId }) => callId));
    const all = await server.action<SearchAnswer>("search-calls", { "page-size": 100 });
    const other = all.calls.find((one) => !JSON.stringify(one).includes(userId) && !shown.has(one.callId));
    const hidden = await call(agent, "get-call", { "call-id": other?.callId });
    expect([hidden.isError, hidden.text]).toEqual([true, expect.stringMatching(/^not-found: /)]);
  });

  test("runs for a key with scopes what these allow", async () => {
    const key = await library.answer<Key>(["keys", "create", "--scopes", "api:calls:create"]);
    await using agent = await connect(key);
    const refused = await call(agent, "search-calls");
    expect([refused.isError, refused.text]).toEqual([
      true,
      expect.stringMatching(/^scope-missing: search-calls needs/),
    ]);
    const added = await call(agent, "add-call", addCallParameters(`${mediaHost.url}/gone.wav`, "scoped"));
    expect(added.isError).toBeUndefined();
    expect(await until(logged, (entries) => entries.includes("search-calls 403"))).toContain("search-calls 403");
  });

  test("is closed to strangers and to pages of other sites", async () => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
    const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
    expect((await fetch(`${server.url}/mcp`, { method: "POST", headers, body })).status).toBe(401);
    const page = { ...headers, origin: "https://evil.example" };
    expect((await server.fetch("/mcp", { method: "POST", headers: page, body })).status).toBe(403);
    const opened = await server.fetch("/mcp", { headers: { accept: "text/event-stream" } });
    expect([opened.status, opened.headers.get("allow")]).toEqual([405, "POST"]);
    await expect(connect({ accessKey: "NOBODYNOBODY", accessKeySecret: "wrong" })).rejects.toThrow();
  });
});
