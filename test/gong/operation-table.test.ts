import { describe, expect, it } from "vitest";
import { operations } from "../../src/gong-api/operations.ts";
import { GongServer } from "./gong-server.ts";
import { GongDocument } from "./openapi-validator.ts";
import { gongFolder } from "./reference-data.ts";

const folder = gongFolder("the comparison of the operation table with Gong's document");

describe("the operation table", () => {
  it("has Gong's 67 operations, 23 of which are refused", () => {
    expect(operations).toHaveLength(67);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(67);
    expect(operations.filter(({ support }) => support === "refused")).toHaveLength(23);
  });

  it("serves exactly the operations that the engine has", async () => {
    await using server = await GongServer.open();
    const served = operations.filter(({ support }) => support === "served").map(({ id }) => id);
    expect(served.sort()).toEqual(Object.keys(server.services.gongApi(undefined)).sort());
  });

  it.runIf(folder !== undefined)("has the methods and paths of Gong's document", () => {
    const rows = operations.map(({ id, method, path }) => `${id} ${method} ${path}`);
    const theirs = GongDocument.read(folder ?? "")
      .operations()
      .map(({ id, method, path }) => `${id} ${method} ${path}`);
    expect(rows.sort()).toEqual([...theirs].sort());
  });
});

describe("an operation that is not served", () => {
  const unserved = operations.filter(({ support }) => support !== "served");

  it.each(unserved)("$id says so by name, whatever is sent", async ({ id, method, path, support }) => {
    await using server = await GongServer.open();
    const { status, body } = await server.send({
      method,
      path: path.replaceAll(/\{\w+\}/g, "1"),
      query: { limit: "1" },
    });
    expect(status).toBe(support === "refused" ? 403 : 501);
    expect(body).toEqual({
      requestId: expect.any(String),
      errors: [expect.stringContaining(`${id} (${method} ${path})`)],
    });
  });
});
