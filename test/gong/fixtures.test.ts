import { describe, expect, it } from "vitest";
import { operations } from "../../src/gong-api/operations.ts";
import { readFixtures } from "./fixtures.ts";
import { GongServer } from "./gong-server.ts";
import { fillLibrary } from "./library.ts";
import { GongDocument } from "./openapi-validator.ts";
import { gongFolder } from "./reference-data.ts";

const fixtures = readFixtures();
const folder = gongFolder("the check of every answer against Gong's document");
const document = folder === undefined ? undefined : GongDocument.read(folder);

/** `listCalls` is in `fixtures/list-calls`. */
function fixtureFolder(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `"<any text>"` in what is expected takes any text, `"<any number>"` any number. */
function expected(value: unknown): unknown {
  if (value === "<any text>") return expect.any(String);
  if (value === "<any number>") return expect.any(Number);
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, expected(member)]));
}

describe.each(operations.filter((operation) => operation.support === "served"))("$id", ({ id }) => {
  const own = fixtures.filter((fixture) => fixture.operationId === fixtureFolder(id));

  it("has fixtures", () => {
    expect(own.length).toBeGreaterThan(0);
  });

  it.each(own)("$does", async ({ before = [], request, answer }) => {
    await using server = await GongServer.open();
    await fillLibrary(server);
    for (const each of before) expect((await server.send(each)).status).toBeLessThan(300);
    const { status, headers, body } = await server.send(request);
    expect({ status, body }).toEqual({
      status: answer.status,
      body: { requestId: expect.stringMatching(/^[a-z0-9]{17,20}$/), ...(expected(answer.body) as object) }, // a body is an object
    });
    expect(headers.get("content-type")).toBe("application/json;charset=UTF-8");
    expect(headers.get("x-traceid")).toBe(body.requestId);
    if (document && status < 300) expect(document.problems(id, status, body)).toEqual([]);
  });
});

it("belongs to a served operation, every fixture", () => {
  const served = operations.flatMap(({ id, support }) => (support === "served" ? [fixtureFolder(id)] : []));
  expect(fixtures.filter(({ operationId }) => !served.includes(operationId))).toEqual([]);
});

it.runIf(document !== undefined)("notices an answer that is not Gong's", () => {
  const call = { id: 5, started: "yesterday", direction: null, mood: "good", scheduled: null };
  expect(document?.problems("getCall", 200, { requestId: "r", call })).toEqual([
    "/call/mood must NOT have additional properties",
    "/call/id must be string",
    '/call/started must match format "date-time"',
    "/call/direction must be string",
    "/call/direction must be equal to one of the allowed values",
  ]);
});
