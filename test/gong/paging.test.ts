import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type CallId } from "../../src/calls/ids.ts";
import { makeCall } from "../contracts/sample-calls.ts";
import { type GongAnswer, type GongRequest, GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted } from "./library.ts";

const HOUR_MS = 3_600_000;
const FIRST_MS = Date.parse("2026-01-01T00:00:00Z");

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
});

afterEach(() => server[Symbol.asyncDispose]());

async function addCalls(startsMs: readonly number[]): Promise<CallId[]> {
  const calls = startsMs.map((startMs) => makeCall({ startMs, workspaceId: asId(WORKSPACE_ID) }));
  await addCompleted(
    server,
    calls.map((call) => ({ call })),
  );
  return calls.map((call) => call.id);
}

/** A minute apart, three at each moment, so that the start alone does not order them. */
function minutes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => FIRST_MS + Math.floor(index / 3) * 60_000);
}

const byGet = (cursor?: string): GongRequest => ({
  method: "GET",
  path: "/v2/calls",
  query: { toDateTime: "2026-02-01T00:00:00Z", ...(cursor !== undefined && { cursor }) },
});

const byPost = (cursor?: string): GongRequest => ({
  method: "POST",
  path: "/v2/calls/extensive",
  body: { filter: { toDateTime: "2026-02-01T00:00:00Z" }, ...(cursor !== undefined && { cursor }) },
});

function idsOf({ body }: GongAnswer): string[] {
  const calls = body["calls"] as { id?: string; metaData?: { id: string } }[]; // either kind of list
  return calls.map((call) => call.id ?? call.metaData?.id ?? "");
}

describe.each([
  ["GET with the cursor in the query", byGet],
  ["POST with the cursor in the body", byPost],
])("pages by %s", (_name, ask) => {
  it("hold 100 calls each, are numbered from 0, and only the last has no cursor", async () => {
    const ids = await addCalls(minutes(250));
    const first = await server.send(ask());
    const second = await server.send(ask(first.body.records?.cursor));
    const third = await server.send(ask(second.body.records?.cursor));
    expect([first, second, third].map(({ body }) => body.records)).toEqual([
      { totalRecords: 250, currentPageSize: 100, currentPageNumber: 0, cursor: expect.any(String) },
      { totalRecords: 250, currentPageSize: 100, currentPageNumber: 1, cursor: expect.any(String) },
      { totalRecords: 250, currentPageSize: 50, currentPageNumber: 2 },
    ]);
    expect([first, second, third].flatMap(idsOf)).toEqual(ids);
  });

  it("neither double nor drop a call while calls are added before, between and after", async () => {
    const ids = await addCalls(minutes(250));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await server.send(ask(cursor));
      seen.push(...idsOf(page));
      expect(page.body.records?.totalRecords).toBe(250);
      cursor = page.body.records?.cursor;
      await addCalls([FIRST_MS - HOUR_MS, FIRST_MS, FIRST_MS + 30 * 60_000, FIRST_MS + 500 * HOUR_MS]);
    } while (cursor !== undefined);
    expect(seen).toEqual(ids);
    expect((await server.send(ask())).body.records?.totalRecords).toBe(262);
  });

  it("go on although calls were erased meanwhile", async () => {
    const ids = await addCalls(minutes(150));
    const first = await server.send(ask());
    await server.parts.database.transact(async (transaction) => {
      for (const id of ids.slice(98, 103)) await server.parts.calls.remove(id, transaction);
    });
    const second = await server.send(ask(first.body.records?.cursor));
    expect(idsOf(second)).toEqual(ids.slice(103));
  });

  it("end without a cursor when exactly full", async () => {
    await addCalls(minutes(100));
    const { body } = await server.send(ask());
    expect(body.records).toEqual({ totalRecords: 100, currentPageSize: 100, currentPageNumber: 0 });
  });

  it("are over an hour after the first request, for newer cursors too", async () => {
    await addCalls(minutes(250));
    const first = await server.send(ask());
    server.clock.nowMs += HOUR_MS - 1;
    const second = await server.send(ask(first.body.records?.cursor));
    expect(second.status).toBe(200);
    server.clock.nowMs += 1;
    for (const { body } of [first, second]) {
      const late = await server.send(ask(body.records?.cursor));
      expect(late.status).toBe(400);
      expect(late.body.errors?.join()).toContain("cursor has expired");
    }
  });

  it("refuse a cursor that was changed, and one of another request", async () => {
    await addCalls(minutes(101));
    const { body } = await server.send(ask());
    const cursor = body.records?.cursor ?? "";
    expect((await server.send(ask(`${cursor}x`))).status).toBe(400);
    expect((await server.send(ask(`e${cursor}`))).body.errors?.join()).toContain("cursor is invalid");
    const other: GongRequest = { method: "POST", path: "/v2/calls/transcript", body: { filter: {}, cursor } };
    expect((await server.send(other)).status).toBe(400);
  });
});

it("shows a call the moment it is completed, and still when it is being processed again", async () => {
  const call = makeCall({ startMs: FIRST_MS, workspaceId: asId(WORKSPACE_ID) });
  const { calls, database } = server.parts;
  await database.transact((transaction) => calls.add(call, transaction));
  expect((await server.send(byGet())).status).toBe(404);
  await database.transact((transaction) =>
    calls.setProcessing(call.id, { status: "Completed", warnings: [] }, transaction),
  );
  expect((await server.send(byGet())).status).toBe(200);
  await database.transact((transaction) =>
    calls.setProcessing(call.id, { status: "Processing", stage: "analyze", warnings: [] }, transaction),
  );
  expect(idsOf(await server.send(byGet()))).toEqual([call.id]);
});
