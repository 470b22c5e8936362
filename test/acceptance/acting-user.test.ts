import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchAnswer } from "../support/sample-call.ts";
import { TestLibrary, type TestServer } from "../support/tamtam.ts";

interface Key {
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

interface LogAnswer {
  readonly logEntries?: readonly { readonly logRecord: { readonly action: string; readonly httpRequest: unknown } }[];
}

const asBasic = ({ accessKey, accessKeySecret }: Key) => ({
  authorization: `Basic ${Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64")}`,
});

/** What was done on the command line, by the log. */
async function changesOf(server: TestServer): Promise<string[]> {
  const asked = new URLSearchParams({ logType: "UserActivityLog", fromDateTime: "2025-01-01T00:00:00Z" });
  const { logEntries = [] } = (await (await server.fetch(`/v2/logs?${asked}`)).json()) as LogAnswer;
  return logEntries.flatMap(({ logRecord }) => (logRecord.httpRequest === null ? [logRecord.action] : []));
}

describe("a seeded company's server", () => {
  let library: TestLibrary;
  let server: TestServer;

  beforeAll(async () => {
    library = await TestLibrary.create();
    await library.answer(["seed", "--calls", "40", "--until", "2025-06-30"]);
    server = await library.serve();
  });

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await library[Symbol.asyncDispose]();
  });

  test("shows a key that acts for a rep the same calls by actions as on Gong's paths", async () => {
    const { calls } = await server.action<SearchAnswer>("search-calls", { "page-size": 1 });
    const { userId = "" } = (calls[0]?.["primaryUser"] ?? {}) as { userId?: string }; // of every call
    const key = await library.answer<Key>(["keys", "create", "--user", userId]);
    const headers = asBasic(key);
    const list = await server.fetch("/v2/calls", { headers });
    const { records } = (await list.json()) as { records: { totalRecords: number } };
    const found = await server.fetch("/connection/actions/search-calls", { method: "POST", headers });
    const { pagination } = (await found.json()) as SearchAnswer;
    expect(pagination.totalRecords).toBe(records.totalRecords);
    expect(pagination.totalRecords).toBeGreaterThan(0);
    expect(pagination.totalRecords).toBeLessThan(40);
    expect((await server.fetch("/tamtam/v1/trackers", { headers })).status).toBe(403);
  });

  test("has the seed in its log, once for each time", async () => {
    expect((await changesOf(server)).filter((action) => action === "seed")).toEqual(["seed"]);
    expect((await library.run(["seed", "--calls", "40", "--until", "2025-06-30"])).code).toBe(0);
    expect((await changesOf(server)).filter((action) => action === "seed")).toEqual(["seed", "seed"]);
  });

  test("has an import in its log, and none that was refused", async () => {
    const folder = join(library.dataDir, "exported");
    await library.answer(["export", folder]);
    await using other = await TestLibrary.create();
    expect((await other.run(["import", other.dataDir])).code).not.toBe(0);
    await other.answer(["import", folder]);
    await using there = await other.serve();
    expect(await changesOf(there)).toEqual(["import"]);
  });
});
