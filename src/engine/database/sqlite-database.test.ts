import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SetupError, StageError } from "../../calls/errors.ts";
import { connectionOf, SqliteDatabase } from "./sqlite-database.ts";
import type { Transaction } from "./transaction.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tamtam-database-"));
  file = path.join(folder, "deep", "tamtam.db");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const set = (transaction: Transaction, value: string) =>
  connectionOf(transaction).run("INSERT OR REPLACE INTO settings VALUES ('a', ?)", [value]);
const read = (database: SqliteDatabase) =>
  database.reader.get<{ value: string }>("SELECT value FROM settings WHERE key = 'a'")?.value;

describe("transact", () => {
  test("commits what was written when the work resolves, and readers see it only then", async () => {
    await using database = await SqliteDatabase.open(file);
    const result = await database.transact(async (transaction) => {
      set(transaction, "1");
      expect(read(database)).toBeUndefined();
      return 7;
    });
    expect(result).toBe(7);
    expect(read(database)).toBe("1");
  });

  test("takes everything back when the work throws", async () => {
    await using database = await SqliteDatabase.open(file);
    const work = database.transact(async (transaction) => {
      set(transaction, "1");
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(read(database)).toBeUndefined();
    await database.transact(async (transaction) => set(transaction, "2"));
    expect(read(database)).toBe("2");
  });

  test("has another version after a commit, also of another process, and tells of its own", async () => {
    await using database = await SqliteDatabase.open(file);
    await using other = await SqliteDatabase.open(file);
    let told = 0;
    database.onCommit(() => (told += 1));
    const before = database.version();
    expect(database.version()).toBe(before);
    await expect(database.transact(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect([database.version(), told]).toEqual([before, 0]);
    await database.transact(async (transaction) => set(transaction, "1"));
    const afterOwn = database.version();
    expect(afterOwn).not.toBe(before);
    expect(told).toBe(1);
    await other.transact(async (transaction) => set(transaction, "2"));
    // What another process does is never in the middle of a turn of this one.
    await setImmediate();
    expect(database.version()).not.toBe(afterOwn);
    expect(told).toBe(1);
  });

  test("lets nobody else in between, in the order they came", async () => {
    await using database = await SqliteDatabase.open(file);
    const steps: string[] = [];
    const work = (name: string) =>
      database.transact(async () => {
        steps.push(`${name} begins`);
        await Promise.resolve();
        steps.push(`${name} ends`);
      });
    await Promise.all([work("a"), work("b")]);
    expect(steps).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  test("waits while another process writes, and says so when that takes too long", async () => {
    await using database = await SqliteDatabase.open(file, { busyTimeoutMs: 50 });
    const other = new BetterSqlite3(file);
    other.exec("BEGIN IMMEDIATE");
    await expect(database.transact(async () => {})).rejects.toMatchObject({ code: "database-busy", isTransient: true });
    other.exec("ROLLBACK");
    other.close();
    await expect(database.transact(async () => 1)).resolves.toBe(1);
  });

  test("refuses to begin inside another one, instead of waiting for ever", async () => {
    await using database = await SqliteDatabase.open(file);
    await expect(database.transact(() => database.transact(async () => {}))).rejects.toThrow("inside another");
  });

  test("refuses writes with a transaction that is over", async () => {
    await using database = await SqliteDatabase.open(file);
    const kept = await database.transact(async (transaction) => ({ transaction }));
    expect(() => set(kept.transaction, "1")).toThrow("over");
  });

  test("says that the disk is full, loses nothing, and goes on when there is space again", async () => {
    await using database = await SqliteDatabase.open(file);
    await database.transact(async (transaction) => set(transaction, "before"));
    const limit = (pages: number) =>
      database.transact(async (transaction) => connectionOf(transaction).pragma(`max_page_count = ${pages}`));
    await limit(1);
    const full = database.transact(async (transaction) => set(transaction, "x".repeat(10_000_000)));
    await expect(full).rejects.toBeInstanceOf(StageError);
    await expect(full).rejects.toMatchObject({ code: "disk-full", isTransient: true });
    expect(read(database)).toBe("before");
    await limit(1_000_000);
    await database.transact(async (transaction) => set(transaction, "after"));
    expect(read(database)).toBe("after");
  });
});

describe("open", () => {
  test("makes the file with its folder, and finds everything there again", async () => {
    {
      await using database = await SqliteDatabase.open(file);
      await database.transact(async (transaction) => set(transaction, "kept"));
    }
    await using again = await SqliteDatabase.open(file);
    expect(read(again)).toBe("kept");
  });

  test("keeps every commit through a loss of power: WAL, synchronous FULL", async () => {
    await using database = await SqliteDatabase.open(file);
    const pragma = (name: string) => database.transact(async (transaction) => connectionOf(transaction).pragma(name));
    await expect(pragma("synchronous")).resolves.toBe(2);
    await expect(pragma("journal_mode")).resolves.toBe("wal");
    await expect(pragma("page_size")).resolves.toBe(8192);
    await expect(pragma("foreign_keys")).resolves.toBe(1);
  });

  test("can be done by many at once on a new file", async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => SqliteDatabase.open(file)));
    for (const [index, database] of opened.entries()) {
      await database.transact(async (transaction) => set(transaction, String(index)));
    }
    expect(opened.map(read)).toEqual(Array.from({ length: 8 }, () => "7"));
    await Promise.all(opened.map((database) => database[Symbol.asyncDispose]()));
  });

  test("refuses a file of a newer release, of another program, and one that is no database", async () => {
    await (await SqliteDatabase.open(file))[Symbol.asyncDispose]();
    const newer = new BetterSqlite3(file);
    newer.pragma("user_version = 999");
    newer.close();
    await expect(SqliteDatabase.open(file)).rejects.toThrow(/newer release \(schema 999/);

    const foreign = path.join(folder, "foreign.db");
    const other = new BetterSqlite3(foreign);
    other.exec("CREATE TABLE theirs(x)");
    other.close();
    await expect(SqliteDatabase.open(foreign)).rejects.toThrow("another program");

    const text = path.join(folder, "text.db");
    await writeFile(text, "not a database, but long enough to be looked at as if it were one. ".repeat(20));
    await expect(SqliteDatabase.open(text)).rejects.toBeInstanceOf(SetupError);
    await expect(SqliteDatabase.open(text)).rejects.toThrow("cannot be read as a database");
  });
});

test("whole numbers are bound as INTEGER whatever their size, so that the index can seek to them", async () => {
  await using database = await SqliteDatabase.open(file);
  const typeOf = (value: number) => database.reader.get<{ type: string }>("SELECT typeof(?) AS type", [value])?.type;
  expect([1, 2 ** 31, 1_736_760_600 * 64, -(2 ** 40), 0.5].map(typeOf)).toEqual([
    "integer",
    "integer",
    "integer",
    "integer",
    "real",
  ]);
});

describe("scrub", () => {
  test("leaves nothing of what was removed in the file or its log, and what is there stays", async () => {
    await using database = await SqliteDatabase.open(file);
    for (const value of ["a secret", "something else"]) {
      await database.transact(async (transaction) => void set(transaction, value));
    }
    const isOnDisk = async (text: string) =>
      (await Promise.all([file, `${file}-wal`].map((each) => readFile(each)))).some((bytes) => bytes.includes(text));
    expect(await isOnDisk("a secret")).toBe(true);
    await database.scrub();
    expect(await isOnDisk("a secret")).toBe(false);
    expect(read(database)).toBe("something else");
    await database.transact(async (transaction) => void set(transaction, "more"));
    expect(read(database)).toBe("more");
  });

  test("says so when another process keeps the file locked", async () => {
    await using database = await SqliteDatabase.open(file, { busyTimeoutMs: 20 });
    const other = new BetterSqlite3(file);
    other.exec("BEGIN IMMEDIATE");
    await expect(database.scrub()).rejects.toThrow("kept");
    other.exec("ROLLBACK");
    other.close();
    await database.scrub();
  });
});
