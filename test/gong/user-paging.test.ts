import { afterEach, beforeEach, expect, it } from "vitest";
import { asId, type UserId } from "../../src/calls/ids.ts";
import { type GongAnswer, type GongRequest, GongServer } from "./gong-server.ts";

const HOUR_MS = 3_600_000;

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
});

afterEach(() => server[Symbol.asyncDispose]());

async function enter(ids: readonly string[]): Promise<void> {
  await server.parts.database.transact(async (transaction) => {
    for (const id of ids) await server.parts.users.add({ id: asId<UserId>(id), createdMs: 0 }, transaction);
  });
}

const byGet = (cursor?: string): GongRequest => ({
  method: "GET",
  path: "/v2/users",
  ...(cursor !== undefined && { query: { cursor } }),
});

const byPost = (cursor?: string): GongRequest => ({
  method: "POST",
  path: "/v2/users/extensive",
  body: { filter: { createdToDateTime: "2026-01-01" }, ...(cursor !== undefined && { cursor }) },
});

function idsOf({ body }: GongAnswer): string[] {
  return (body["users"] as { id: string }[]).map(({ id }) => id); // only asked of lists of users
}

const numbers = Array.from({ length: 205 }, (_, index) => String(index + 1));

it.each([
  ["GET with the cursor in the query", byGet],
  ["POST with the cursor in the body", byPost],
])("answers 100 users a page in order of their ids, by %s", async (_name, ask) => {
  await enter(numbers.toReversed());
  const first = await server.send(ask());
  const second = await server.send(ask(first.body.records?.cursor));
  await enter(["0"]);
  const third = await server.send(ask(second.body.records?.cursor));
  expect([first, second, third].flatMap(idsOf)).toEqual(numbers);
  expect([first, second, third].map(({ body }) => body.records)).toEqual([
    { totalRecords: 205, currentPageSize: 100, currentPageNumber: 0, cursor: expect.any(String) },
    { totalRecords: 205, currentPageSize: 100, currentPageNumber: 1, cursor: expect.any(String) },
    { totalRecords: 206, currentPageSize: 5, currentPageNumber: 2 },
  ]);
});

it("ends without a cursor when exactly full, and takes none that is over or of another request", async () => {
  await enter(numbers.slice(0, 100));
  expect((await server.send(byGet())).body.records?.cursor).toBeUndefined();
  await enter(["101"]);
  const cursor = (await server.send(byGet())).body.records?.cursor;
  expect((await server.send(byPost(cursor))).body.errors?.join()).toContain("cursor is invalid");
  server.clock.nowMs += HOUR_MS;
  expect((await server.send(byGet(cursor))).body.errors?.join()).toContain("cursor has expired");
});
