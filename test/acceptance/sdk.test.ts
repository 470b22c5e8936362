import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, createClient, InvalidInputError, isPassing, RemoteError } from "../../src/index.ts";
import { type MeddlingProxy, gongError, startProxy } from "../support/meddling-proxy.ts";
import { samplePath } from "../support/sample-call.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary, type TestServer } from "../support/tamtam.ts";

const credentials = { accessKey: ACCESS_KEY, accessKeySecret: ACCESS_KEY_SECRET };
const CALL_COUNT = 120;

let tenant: TestLibrary;
let server: TestServer;
let proxy: MeddlingProxy;
let gong: Client;

beforeAll(async () => {
  tenant = await TestLibrary.create({ TAMTAM_LIMITS: "gong" });
  await tenant.answer(["seed", "--calls", String(CALL_COUNT), "--until", "2025-06-30"]);
  server = await tenant.serve();
  proxy = await startProxy(server.url);
  gong = createClient({ baseUrl: `${proxy.url}/v2`, credentials });
});

afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await tenant[Symbol.asyncDispose]();
});

describe("a client made with what the package exports", () => {
  test("reads all calls of a list, page after page, each once, within Gong's limits", async () => {
    proxy.seen.length = 0;
    const ids = [];
    for await (const { id } of gong.calls({ fromDateTime: "2024-01-01T00:00:00Z" })) ids.push(id);
    expect([ids.length, new Set(ids).size]).toEqual([CALL_COUNT, CALL_COUNT]);
    expect(proxy.seen.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("stops asking where reading stops", async () => {
    proxy.seen.length = 0;
    const fromDateTime = "2024-01-01T00:00:00Z";
    for await (const call of gong.detailedCalls({ filter: { fromDateTime } })) {
      expect(call.metaData.id).toMatch(/^\d+$/);
      break;
    }
    expect(proxy.seen).toHaveLength(1);
  });

  test("gives an empty list for Gong's 404", async () => {
    const found = [];
    for await (const call of gong.calls({ fromDateTime: "2031-01-01T00:00:00Z" })) found.push(call);
    expect(found).toEqual([]);
  });

  test("adds a call and sends its recording", async () => {
    const { api } = gong;
    const { callId } = await api.addCall({
      clientUniqueId: "sdk-1",
      actualStart: "2025-08-01T09:00:00Z",
      direction: "Outbound",
      primaryUser: "u1",
      parties: [{ userId: "u1", name: "John Doe" }, { name: "Jane Smith" }],
    });
    const bytes = await readFile(samplePath);
    const file = { name: "sample.wav", sizeBytes: bytes.length, isRepeatable: true, ...chunksOf(bytes) } as const;
    expect(await api.addCallRecording({ id: callId, file })).toMatchObject({ callId });
  });

  test("waits out a refusal for the limit, and tries again what failed", async () => {
    let asked = 0;
    proxy.meddle = () => {
      asked += 1;
      if (asked === 1) return gongError(429, "Too many requests", { "Retry-After": "1" });
      return asked === 2 ? "reset" : undefined;
    };
    const workspaces = await gong.api.listWorkspaces({});
    proxy.meddle = () => undefined;
    expect([asked, workspaces.workspaces.length]).toEqual([3, 1]);
  });

  test("says by type and code what went wrong, and that a pause of hours is one", async () => {
    const wrong = createClient({ baseUrl: proxy.url, credentials: { accessKey: "KEY", accessKeySecret: "wrong" } });
    const refused: unknown = await wrong.api.listUsers({}).catch((error: unknown) => error);
    expect([refused instanceof RemoteError, isPassing(refused)]).toEqual([true, false]);
    expect(refused).toMatchObject({ code: "remote-key", status: 401, requestId: expect.any(String) });
    const input: unknown = await gong.api.listCalls({ fromDateTime: "never" }).catch((error: unknown) => error);
    expect(input).toBeInstanceOf(InvalidInputError);
    proxy.meddle = () => gongError(429, "Too many requests", { "Retry-After": "7200" });
    const limited: unknown = await gong.api.listUsers({}).catch((error: unknown) => error);
    proxy.meddle = () => undefined;
    expect([isPassing(limited), limited]).toEqual([true, expect.objectContaining({ code: "remote-limit" })]);
  });

  test("sends no credentials over plain http to another machine", () => {
    expect(() => createClient({ baseUrl: "http://calls.example", credentials })).toThrow(/plain http/);
    expect(createClient({ baseUrl: "http://calls.example", credentials, isInsecure: true })).toHaveProperty("api");
  });
});

/** A recording, as it is read from a disk. */
function chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  };
}
