import { expect, test } from "vitest";
import { makeCall as makeOtherCall } from "../../../test/contracts/sample-calls.ts";
import { openSqliteParts, type SqliteParts } from "../../../test/contracts/sqlite-parts.ts";
import { ConflictError } from "../../calls/errors.ts";
import { asId } from "../../calls/ids.ts";
import { createAnalyzer } from "../analysis/create-analyzer.ts";
import { type SeedOptions, writeSeed } from "./write-seed.ts";

const options: SeedOptions = {
  seed: "any",
  callCount: 30,
  untilMs: Date.UTC(2025, 5, 30),
  mayAddToOthers: false,
  signal: new AbortController().signal,
  onProgress: () => {},
};

function seed(parts: SqliteParts, given: Partial<SeedOptions> = {}) {
  const { analyze } = createAnalyzer();
  return writeSeed({ ...parts, analyze, workspaceId: asId("1") }, { ...options, ...given });
}

const query = { match: "all", sort: "recency", pageSize: 100, matchesPerCall: 3 } as const;

test("fills an empty library with users and finished calls that search finds", async () => {
  await using parts = await openSqliteParts();
  const written = await seed(parts);
  expect(written).toMatchObject({ addedCount: 30, presentCount: 0, isComplete: true });
  expect(await parts.users.list()).toHaveLength(written.userCount);
  const { hits, total } = await parts.search.search(query);
  expect(total.value).toBe(30);
  const found = await parts.calls.getMany(hits.map(({ callId }) => callId));
  expect(found.every((call) => call.processing.status === "Completed" && call.media === undefined)).toBe(true);
  expect((await parts.calls.getAnalyses(hits.map(({ callId }) => callId))).size).toBe(30);
  const priced = await parts.search.search({ ...query, keywords: ["per user per month"] });
  expect(priced.total.value).toBeGreaterThan(0);
  expect(priced.hits[0]?.matches[0]?.text).toContain("per user per month");
  expect(await parts.queue.nextDueInMs()).toBeUndefined();
});

test("adds nothing when it is done again, and only what is new when more is asked for", async () => {
  await using parts = await openSqliteParts();
  await seed(parts);
  expect(await seed(parts)).toMatchObject({ addedCount: 0, presentCount: 30 });
  expect(await seed(parts, { callCount: 45 })).toMatchObject({ addedCount: 15, presentCount: 30 });
  expect(await parts.calls.count()).toBe(45);
});

test("puts a second seed beside the first", async () => {
  await using parts = await openSqliteParts();
  const first = await seed(parts);
  const second = await seed(parts, { seed: "another" });
  expect(second.addedCount).toBe(30);
  expect(await parts.users.list()).toHaveLength(first.userCount + second.userCount);
});

test("refuses a library with calls of another origin, unless that is allowed", async () => {
  await using parts = await openSqliteParts();
  await parts.database.transact((transaction) => parts.calls.add(makeOtherCall(), transaction));
  await expect(seed(parts)).rejects.toThrow(ConflictError);
  await expect(seed(parts)).rejects.toThrow("There is 1 call in this library that no seed made");
  expect(await parts.users.list()).toEqual([]);
  expect(await seed(parts, { mayAddToOthers: true })).toMatchObject({ addedCount: 30 });
  expect(await parts.calls.count()).toBe(31);
});

test("stops where it is interrupted, and does the rest the next time", async () => {
  await using parts = await openSqliteParts();
  const interruption = new AbortController();
  const progress: number[] = [];
  const onProgress = (doneCount: number) => {
    progress.push(doneCount);
    interruption.abort();
  };
  const broken = await seed(parts, { signal: interruption.signal, onProgress });
  expect(broken).toMatchObject({ addedCount: 25, isComplete: false });
  expect(progress).toEqual([25]);
  expect(await parts.calls.count()).toBe(25);
  expect(await seed(parts)).toMatchObject({ addedCount: 5, presentCount: 25, isComplete: true });
});
