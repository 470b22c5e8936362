import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { operations } from "../../src/gong-api/operations.ts";
import { GongServer, type GongRequest } from "./gong-server.ts";
import { setUpRecorded } from "./recorded-state.ts";
import { gongFolder } from "./reference-data.ts";

/** A real exchange with Gong, of a tenant without calls. */
interface Recording {
  readonly test: string;
  readonly method: string;
  readonly path: string;
  readonly request: { readonly params?: Readonly<Record<string, string>>; readonly data?: unknown };
  readonly status: number;
  readonly response: unknown;
}

const folder = gongFolder("the replay of Gong's recorded answers");
const served = operations.filter(({ support }) => support === "served");

function isServed({ method, path }: Recording): boolean {
  return served.some((row) => {
    const pattern = new RegExp(`^${row.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    const isOther = served.some((other) => other.path === path && other.method === method && other !== row);
    return row.method === method && pattern.test(path) && !isOther;
  });
}

/** The answer of `list-library-folders` a second time, with `records` that the recording program put in: Gong sent none. */
const rewritten = new Set(["library-folders"]);

/** Its entries tell of the tables of Gong's own database: `logs.test.ts` compares their members. */
const comparedElsewhere = new Set(["get-logs"]);

function read(): readonly Recording[] {
  if (folder === undefined) return [];
  const file = JSON.parse(readFileSync(join(folder, "recordings.json"), "utf8")) as Record<string, unknown>;
  const list = Object.values(file).find((member) => Array.isArray(member)) as readonly Recording[]; // the file's one list
  return list.filter(
    (recording) => isServed(recording) && !rewritten.has(recording.test) && !comparedElsewhere.has(recording.test),
  );
}

/** The phone number of two requests was taken out of the recording; the answer of one of them still has it. */
function withPhoneNumber(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return params["phoneNumber"] === "REDACTED" ? { ...params, phoneNumber: "+15550000001" } : params;
}

/** The same keys with the same JSON types; `requestId` is another each time. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isUnordered(name) ? inAnyOrder(member) : shapeOf(member)]),
  );
}

/** Gong: call outcomes come in another order each time. */
function isUnordered(name: string): boolean {
  return name === "outcomes";
}

function inAnyOrder(list: unknown): unknown {
  return (list as readonly unknown[]).map((item) => JSON.stringify(shapeOf(item))).toSorted(); // a list by its name
}

describe.runIf(folder !== undefined)("a request that Gong was seen to answer", () => {
  const recordings = read();

  it("is there for the operations that are served", () => {
    expect(recordings).toHaveLength(54);
  });

  it.each(recordings)("$test: $method $path gets the same answer here", async (recording) => {
    await using server = await GongServer.open();
    await setUpRecorded(server, recording);
    const { params, data } = recording.request;
    const request: GongRequest = {
      method: recording.method,
      path: recording.path,
      ...(params && { query: withPhoneNumber(params) }),
      ...(data !== undefined && { body: data }),
    };
    const { errors } = recording.response as { errors?: readonly string[] }; // there when it is an error
    const withheld = /permission to use '(.+)'/.exec(errors?.[0] ?? "")?.[1];
    if (withheld !== undefined) server.withhold(withheld);
    const { status, body } = await server.send(request);
    expect(status).toBe(recording.status);
    expect(shapeOf(body)).toEqual(shapeOf(recording.response));
    expect(body.errors).toEqual(errors);
  });
});
