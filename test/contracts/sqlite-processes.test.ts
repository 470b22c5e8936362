import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asId, type CallId } from "../../src/calls/ids.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { SqliteCallSearch } from "../../src/engine/search/sqlite-call-search.ts";
import { SqliteCallStore } from "../../src/engine/store/sqlite-call-store.ts";
import { makeQuery } from "./call-search-parts.ts";

const WRITER = fileURLToPath(new URL("writer-process.ts", import.meta.url));

let folder: string;
let file: string;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tamtam-processes-"));
  file = path.join(folder, "tamtam.db");
});
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  await rm(folder, { recursive: true, force: true });
});

/** Starts a writer; `lines` are what it has committed so far. */
function startWriter(mode: "same" | "flood", name: string) {
  const child = spawn(process.execPath, [WRITER, file, mode, name], { stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  const ended = Promise.all([once(child, "exit"), once(reader, "close")]).finally(() => running.delete(child));
  return { child, lines, ended };
}

describe("several processes on one file", () => {
  test("add one call of 200 that come at once on a new file, and everyone gets its id", async () => {
    const writers = ["1", "2", "3", "4"].map((name) => startWriter("same", name));
    for (const writer of writers) expect((await writer.ended)[0]).toEqual([0, null]);
    const answers = writers.flatMap((writer) => writer.lines);
    expect(answers).toHaveLength(200);
    expect(new Set(answers.map((line) => line.split(" ")[0])).size).toBe(1);
    expect(answers.filter((line) => line.endsWith("added"))).toHaveLength(1);
    await using database = await SqliteDatabase.open(file);
    expect(await new SqliteCallStore(database).count()).toBe(1);
  });

  test("are killed while they write: what was committed is there, whole and found, and writing goes on", async () => {
    const committed: CallId[] = [];
    for (const round of [1, 2, 3]) {
      const writers = [`${round}1`, `${round}2`].map((name) => startWriter("flood", name));
      await expect
        .poll(() => Math.min(...writers.map((writer) => writer.lines.length)), { timeout: 20_000 })
        .toBeGreaterThan(15 * round);
      for (const writer of writers) writer.child.kill("SIGKILL");
      await Promise.all(writers.map((writer) => writer.ended));
      committed.push(
        ...writers.flatMap((writer) => writer.lines.map((line) => asId<CallId>(line.split(" ")[0] ?? ""))),
      );
      checkIntegrity();
    }
    await using database = await SqliteDatabase.open(file);
    const calls = new SqliteCallStore(database);
    const search = new SqliteCallSearch(database);
    const found = await calls.getMany(committed);
    expect(found.map((call) => call.id)).toEqual(committed);
    const page = await search.search(makeQuery({ keywords: ["word7"], pageSize: 100_000 }));
    expect(page.total.value).toBe(await calls.count());
    expect(page.hits.map((hit) => hit.callId)).toEqual(expect.arrayContaining(committed));
    expect((await calls.getTranscripts(committed)).size).toBe(committed.length);
  });
});

function checkIntegrity(): void {
  const database = new BetterSqlite3(file);
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(database.pragma("foreign_key_check")).toEqual([]);
    database.exec("INSERT INTO search_index(search_index) VALUES ('integrity-check')");
    const counts = ["calls", "transcripts", "search_entries", "jobs"].map((table) =>
      database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    expect(new Set(counts).size).toBe(1);
  } finally {
    database.close();
  }
}
