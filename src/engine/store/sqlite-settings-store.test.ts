import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SqliteDatabase } from "../database/sqlite-database.ts";
import { SqliteSettingsStore } from "./sqlite-settings-store.ts";

let folder: string;
let database: SqliteDatabase;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tamtam-settings-"));
  database = await SqliteDatabase.open(path.join(folder, "tamtam.db"));
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

describe("SqliteSettingsStore", () => {
  test("keeps what was set last", async () => {
    const settings = new SqliteSettingsStore(database);
    expect(await settings.get("a")).toBeUndefined();
    await database.transact((transaction) => settings.set("a", "1", transaction));
    await database.transact((transaction) => settings.set("a", "2", transaction));
    expect(await settings.get("a")).toBe("2");
    expect(await settings.get("b")).toBeUndefined();
  });

  test("gives everybody who proposes a value the one that was first", async () => {
    const settings = new SqliteSettingsStore(database);
    const proposals = ["x", "y", "z"].map((value) =>
      database.transact((transaction) => settings.setIfAbsent("secret", value, transaction)),
    );
    expect(await Promise.all(proposals)).toEqual(["x", "x", "x"]);
    expect(await settings.get("secret")).toBe("x");
  });
});
