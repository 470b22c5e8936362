import { expect, test } from "vitest";
import { makeCall as makeOtherCall } from "../../../test/contracts/sample-calls.ts";
import { openSqliteParts, type SqliteParts } from "../../../test/contracts/sqlite-parts.ts";
import { ConflictError } from "../../calls/errors.ts";
import { asId } from "../../calls/ids.ts";
import { trackerSearch } from "../../app/tracker-search.ts";
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
  return writeSeed(
    { ...parts, analyze, makeTrackerSearch: trackerSearch(), workspaceId: asId("1") },
    { ...options, ...given },
  );
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

test("makes a few library folders with calls that fit them, and nothing more when it is done again", async () => {
  await using parts = await openSqliteParts();
  await seed(parts, { callCount: 120 });
  const folders = await parts.library.folders();
  const nameOf = new Map(folders.map(({ id, name }) => [id, name]));
  expect(folders.map(({ name, parentId }) => [parentId && nameOf.get(parentId), name])).toEqual([
    [undefined, "Sales onboarding"],
    ["Sales onboarding", "Discovery calls"],
    ["Sales onboarding", "Talking about price"],
    [undefined, "Win/Loss"],
    ["Win/Loss", "Won"],
    ["Win/Loss", "Lost"],
  ]);
  const entries = await Promise.all(folders.map(({ id }) => parts.library.entries(id)));
  expect(entries.map(({ length }) => length)).toEqual([0, 4, 4, 0, 4, 4]);
  const lost = await parts.calls.getMany((entries[5] ?? []).map(({ callId }) => callId));
  expect(new Set(lost.map(({ disposition }) => disposition))).toEqual(new Set(["Closed lost"]));
  const snippets = (entries[2] ?? []).flatMap(({ snippet }) => snippet ?? []);
  expect(snippets.length).toBeGreaterThan(0);
  for (const { startMs, endMs } of snippets) {
    expect(endMs).toBeGreaterThan(startMs);
    expect(endMs - startMs).toBeLessThanOrEqual(121_000);
  }
  await seed(parts, { callCount: 130 });
  expect(await parts.library.folders()).toEqual(folders);
  expect(await Promise.all(folders.map(({ id }) => parts.library.entries(id)))).toEqual(entries);
});

test("gives first calls the outcome that fits their disposition, others none", async () => {
  await using parts = await openSqliteParts();
  await seed(parts, { callCount: 60 });
  const page = await parts.search.search(query);
  const calls = await parts.calls.getMany(page.hits.map(({ callId }) => callId));
  const outcomes = await parts.callOutcomes.ofCalls(calls.map(({ id }) => id));
  const pairs = new Set(calls.map(({ id, disposition }) => `${disposition}: ${outcomes.get(id)?.name}`));
  expect(pairs).toContain("Meeting booked: Meeting booked");
  expect(pairs).toContain("Demo held: undefined");
  expect([...outcomes.keys()].length).toBe(
    calls.filter(({ purpose }) => /Prospecting|Inquiry/.test(purpose ?? "")).length,
  );
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
