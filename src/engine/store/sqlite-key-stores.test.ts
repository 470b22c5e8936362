import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import { SqliteDatabase } from "../database/sqlite-database.ts";
import { SqliteAccessKeyStore } from "./sqlite-access-key-store.ts";
import { SqliteSettingsStore } from "./sqlite-settings-store.ts";

let folder: string;
let database: SqliteDatabase;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tamtam-keys-"));
  database = await SqliteDatabase.open(path.join(folder, "tamtam.db"));
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

describe("SqliteAccessKeyStore", () => {
  const first = { accessKey: "B", secretHash: "hash-b", createdMs: 1 };
  const second = { accessKey: "A", secretHash: "hash-a", createdMs: 2 };

  test("gives keys back as they were added, oldest first", async () => {
    const keys = new SqliteAccessKeyStore(database);
    await database.transact(async (transaction) => {
      await keys.add(second, transaction);
      await keys.add(first, transaction);
    });
    expect(await keys.list()).toEqual([first, second]);
    expect(await keys.find("A")).toEqual(second);
    expect(await keys.find("a")).toBeUndefined();
  });

  test("does not let a key take the place of another", async () => {
    const keys = new SqliteAccessKeyStore(database);
    await database.transact((transaction) => keys.add(first, transaction));
    const again = database.transact((transaction) => keys.add({ ...first, secretHash: "other" }, transaction));
    await expect(again).rejects.toBeInstanceOf(ConflictError);
    expect(await keys.find("B")).toEqual(first);
  });

  test("keeps a revoked key with the time it was first revoked", async () => {
    const keys = new SqliteAccessKeyStore(database);
    await database.transact(async (transaction) => {
      await keys.add(first, transaction);
      await keys.revoke("B", 50, transaction);
      await keys.revoke("B", 60, transaction);
    });
    expect(await keys.find("B")).toEqual({ ...first, revokedMs: 50 });
    const unknown = database.transact((transaction) => keys.revoke("C", 50, transaction));
    await expect(unknown).rejects.toBeInstanceOf(NotFoundError);
  });
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
