import { afterEach, describe, expect, it } from "vitest";
import { RemoteError } from "../../src/gong-api/remote-error.ts";
import { callIdOf } from "../support/mirror/open-mirror.ts";
import { DAY_MS, history, HOUR_MS, MINUTE_MS, MirrorWorld, NOW_MS, plan } from "./mirror-world.ts";

let world: MirrorWorld;

afterEach(() => world[Symbol.asyncDispose]());

function countOf(asked: readonly string[], operation: string): number {
  return asked.filter((each) => each === operation).length;
}

describe("the first sync", () => {
  it("reads 2,500 calls in 25 pages and their transcripts in 25 requests, beside one poll, users, workspaces and trackers", async () => {
    world = await MirrorWorld.create(history(2500));
    await world.sync();
    expect(await world.callIds()).toHaveLength(2500);
    const asked = world.takeAsked();
    // One sequence of 25 pages, since 2,500 calls are few enough for one window, and the poll of the last hours.
    expect(countOf(asked, "calls")).toBe(26);
    expect(countOf(asked, "transcripts")).toBe(25);
    expect(asked).toHaveLength(54);
    expect(await world.open.mirror.freshness()).toEqual({
      asOf: expect.stringMatching(/^2026-06-01T12:00:0/),
      coverage: { from: null, calls: 2500, expectedCalls: 2500, complete: true },
      pending: 0,
    });
  });

  it("reads longer histories in windows, newest first, with few requests above the floor", async () => {
    world = await MirrorWorld.create(history(4500));
    await world.sync();
    expect(await world.callIds()).toHaveLength(4500);
    const ends = world.asked.map(({ request }) => request.filter?.toDateTime).filter((to) => to !== undefined);
    expect([...ends].sort().reverse()).toEqual(ends);
    expect(new Set(ends).size).toBeGreaterThan(1);
    // 45 pages of calls, 45 of transcripts, users, workspaces and trackers.
    expect(world.asked.length).toBeLessThan(1.1 * 93);
  });

  it("leaves out calls from before a date, and takes them in when they are wanted after all", async () => {
    const sinceMs = NOW_MS - 40 * DAY_MS;
    world = await MirrorWorld.create([plan(1, sinceMs - 1000), plan(2, sinceMs)], sinceMs);
    await world.sync();
    expect(await world.callIds()).toEqual(["2"]);
    expect((await world.open.mirror.freshness()).coverage).toMatchObject({
      complete: true,
      from: "2026-04-22T12:00:00.000Z",
    });
    await world.restart(sinceMs - DAY_MS);
    await world.sync();
    expect(await world.callIds()).toEqual(["1", "2"]);
  });

  it("does without the users where the key may not read them", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS)]);
    world.tenant.api.listUsers = async () => {
      throw new RemoteError("remote-scope", "The key may not read users.");
    };
    await world.restart();
    await world.sync();
    expect(await world.callIds()).toEqual(["1"]);
  });

  it("goes on after the process has died, at what it had not committed", async () => {
    world = await MirrorWorld.create(history(1000));
    world.beforeRequest = (position) => {
      if (position === 8) throw new RemoteError("remote-unreachable", "gone");
    };
    await expect(world.sync()).rejects.toThrow("gone");
    world.beforeRequest = () => {};
    await world.restart();
    await world.sync();
    expect(await world.callIds()).toHaveLength(1000);
    // What a whole sync takes (users, workspaces, trackers, a poll, 10 pages, 10 requests for transcripts), and what was under way.
    expect(world.asked.length).toBeLessThanOrEqual(24 + 2);
  });

  it("begins a window again when its cursor has died, without doubling a call", async () => {
    world = await MirrorWorld.create(history(1000));
    world.beforeRequest = (position) => {
      if (position === 8) world.tenant.clock.nowMs += 2 * HOUR_MS;
    };
    await world.sync();
    const ids = await world.callIds();
    expect(ids).toHaveLength(1000);
    const found = await world.open.search.search({ match: "all", sort: "recency", pageSize: 1, matchesPerCall: 0 });
    expect(found.total).toEqual({ value: 1000, relation: "eq" });
  });

  it("says what it will take before it begins, and keeps nothing of that", async () => {
    world = await MirrorWorld.create(history(2500));
    expect(await world.open.mirror.estimate()).toEqual({ calls: 2500, requests: 55 });
    expect(world.takeAsked()).toEqual(["calls"]);
    expect(await world.open.syncState.read()).toBeUndefined();
  });
});

describe("a later sync", () => {
  it("takes one request while nothing is new, and writes no call again", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS)]);
    await world.sync();
    const before = await world.open.imported.facts([callIdOf("1")]);
    const analysed = await world.open.calls.getAnalysis(callIdOf("1"));
    world.takeAsked();
    world.tenant.clock.nowMs += 15 * MINUTE_MS;
    await world.sync();
    expect(world.takeAsked()).toEqual(["calls"]);
    expect(await world.open.imported.facts([callIdOf("1")])).toEqual(before);
    expect(await world.open.calls.getAnalysis(callIdOf("1"))).toEqual(analysed);
  });

  it("finds one late call among 1,500 of the last day with few requests", async () => {
    const calls = Array.from({ length: 1500 }, (_, index) => plan(1000 + index, NOW_MS - DAY_MS + index * 50_000));
    const late = plan(9, NOW_MS - 20 * HOUR_MS, { visibleMs: NOW_MS + HOUR_MS, readyMs: NOW_MS + HOUR_MS });
    world = await MirrorWorld.create([...calls, late]);
    await world.sync();
    expect(await world.callIds()).not.toContain("9");
    world.takeAsked();
    world.tenant.clock.nowMs = NOW_MS + 2 * HOUR_MS;
    await world.sync();
    expect(await world.callIds()).toContain("9");
    // All 16 pages of the day would find it as well.
    expect(countOf(world.takeAsked(), "calls")).toBeLessThanOrEqual(8);
  });

  it("finds a call that shows days after it began", async () => {
    const late = plan(9, NOW_MS - 3 * DAY_MS, { visibleMs: NOW_MS + DAY_MS, readyMs: NOW_MS + DAY_MS });
    world = await MirrorWorld.create([plan(1, NOW_MS - 4 * DAY_MS), late]);
    await world.sync();
    expect(await world.callIds()).toEqual(["1"]);
    world.tenant.clock.nowMs = NOW_MS + 3 * DAY_MS;
    await world.sync();
    expect(await world.callIds()).toEqual(["1", "9"]);
  });

  it("finds a call that was added a year after it was held, at the next sync, with few requests", async () => {
    const addedMs = NOW_MS + HOUR_MS;
    const added = plan(9, NOW_MS - 365 * DAY_MS, { visibleMs: addedMs, readyMs: addedMs });
    world = await MirrorWorld.create([...history(1200, 12 * HOUR_MS), added]);
    await world.sync();
    expect(await world.callIds()).not.toContain("9");
    world.takeAsked();
    world.tenant.clock.nowMs = NOW_MS + 2 * HOUR_MS;
    await world.sync();
    expect(await world.callIds()).toContain("9");
    // All calls and the last hours are counted, then at most three halves; one part of at most 300 calls is read.
    expect(countOf(world.takeAsked(), "calls")).toBeLessThanOrEqual(2 + 3 + 3);
  });

  it("takes one request more for a new call of the last hours, however many old ones there are", async () => {
    const added = plan(9, NOW_MS + MINUTE_MS);
    world = await MirrorWorld.create([...history(1200), added]);
    await world.sync();
    world.takeAsked();
    world.tenant.clock.nowMs = NOW_MS + HOUR_MS;
    await world.sync();
    // All calls, and those of the last hours; the transcript of the new one.
    expect(world.takeAsked()).toEqual(["calls", "calls", "transcripts"]);
  });

  it("finds what is new after a clock that was a year ahead was set right", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS)]);
    world.tenant.clock.nowMs = NOW_MS + 365 * DAY_MS;
    await world.sync();
    world.tenant.clock.nowMs = NOW_MS + HOUR_MS;
    world.tenant.plans.push(plan(2, NOW_MS));
    await world.sync();
    expect(await world.callIds()).toEqual(["1", "2"]);
  });

  it("looks for such calls every hour while it is followed", async () => {
    const addedMs = NOW_MS + 2 * MINUTE_MS;
    const added = plan(9, NOW_MS - 365 * DAY_MS, { visibleMs: addedMs, readyMs: addedMs });
    world = await MirrorWorld.create([plan(1, NOW_MS - DAY_MS), added]);
    const stop = new AbortController();
    const foundMs: number[] = [];
    world.onPause = async () => {
      if (foundMs.length === 0 && (await world.callIds()).includes("9")) foundMs.push(world.tenant.clock.nowMs);
      if (world.tenant.clock.nowMs > NOW_MS + 3 * HOUR_MS) stop.abort();
    };
    await world.follow(stop.signal);
    expect(foundMs[0]).toBeLessThanOrEqual(NOW_MS + HOUR_MS + 3 * 15 * MINUTE_MS);
    expect(foundMs[0]).toBeGreaterThan(addedMs + 15 * MINUTE_MS);
    const counts = world.asked.filter(
      ({ request: { filter } }) => filter && !filter.fromDateTime && !filter.toDateTime,
    );
    const ofAllTimes = counts.filter(({ request }) => request.filter.callIds === undefined);
    expect(ofAllTimes.length).toBeGreaterThanOrEqual(2);
    expect(ofAllTimes.length).toBeLessThanOrEqual(3);
  });

  it("asks again for a transcript and content that were not there", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS, { readyMs: NOW_MS + 2 * HOUR_MS })]);
    await world.sync();
    expect(await world.open.calls.getTranscript(callIdOf("1"))).toBeUndefined();
    expect((await world.open.mirror.freshness()).pending).toBe(1);
    world.tenant.clock.nowMs = NOW_MS + 3 * HOUR_MS;
    await world.sync();
    const transcript = await world.open.calls.getTranscript(callIdOf("1"));
    expect(transcript?.sentences.map(({ text }) => text)).toEqual(["We spoke about matter1 today."]);
    expect((await world.open.mirror.freshness()).pending).toBe(0);
  });

  it("gives up a transcript two weeks after the call, ever more rarely asking until then", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS, { readyMs: Infinity })]);
    for (let day = 0; day < 20; day += 1) {
      await world.sync();
      world.tenant.clock.nowMs += DAY_MS;
    }
    expect((await world.open.mirror.freshness()).pending).toBe(0);
    expect(countOf(world.takeAsked(), "transcripts")).toBeLessThanOrEqual(15);
  });

  it("takes in what was edited when it reads a window again, and indexes it anew with what was said", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - 2 * DAY_MS)]);
    await world.sync();
    world.tenant.plans[0] = plan(1, NOW_MS - 2 * DAY_MS, { brief: "Another brief." });
    world.tenant.clock.nowMs = NOW_MS + 3 * DAY_MS;
    await world.sync();
    const imported = await world.open.imported.getMany([callIdOf("1")]);
    expect(JSON.parse(imported.get(callIdOf("1"))?.sent ?? "{}")).toMatchObject({
      content: { brief: "Another brief." },
    });
    const query = { keywords: ["matter1"], match: "all", sort: "recency", pageSize: 5, matchesPerCall: 1 } as const;
    expect((await world.open.search.search(query)).hits).toEqual([
      { callId: "1", matches: [expect.objectContaining({ where: "transcript", speakerName: "Ann Ford" })] },
    ]);
  });
});

describe("the tenant's trackers", () => {
  const tracker = {
    trackerId: "31",
    trackerName: "Pricing",
    workspaceId: "1",
    languageKeywords: [{ language: "eng", keywords: ["matter1"], includeRelatedForms: true }],
    affiliation: "NonCompany",
    partOfQuestion: true,
    saidAt: "First",
    saidAtInterval: 10,
    saidAtUnit: "minutes",
    saidInTopics: ["Pricing"],
    filterQuery: "{}",
    created: "2025-01-31T10:00:00Z",
    creatorUserId: "404",
    updated: "2025-02-01T10:00:00Z",
    updaterUserId: null,
  };

  it("are there with what they look for, follow the tenant's changes, and go with it", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS)]);
    world.tenant.trackers = [tracker, { ...tracker, trackerId: "32" }];
    await world.sync();
    const { trackers } = await world.open.trackers.read();
    expect(trackers.map(({ id }) => id)).toEqual(["31", "32"]);
    expect(trackers[0]).toMatchObject({
      name: "Pricing",
      workspaceId: "1",
      createdMs: Date.UTC(2025, 0, 31, 10),
      updatedMs: Date.UTC(2025, 1, 1, 10),
      definition: {
        languageKeywords: tracker.languageKeywords,
        affiliation: "NonCompany",
        partOfQuestion: true,
        saidAt: { part: "First", interval: 10, unit: "minutes" },
        saidInTopics: ["Pricing"],
      },
    });
    world.tenant.trackers = [{ ...tracker, trackerName: "Prices" }];
    world.tenant.clock.nowMs += 2 * DAY_MS;
    await world.sync();
    expect((await world.open.trackers.read()).trackers.map(({ id, name }) => [id, name])).toEqual([["31", "Prices"]]);
  });

  it("are not looked for here in calls that the tenant has looked through", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS)]);
    world.tenant.trackers = [tracker];
    await world.sync();
    expect(await world.open.trackerHits.untracked(10)).toEqual([]);
  });
});

describe("a call that the tenant has deleted", () => {
  it("goes, from the last hours and from history", async () => {
    const goneMs = NOW_MS + HOUR_MS;
    const kept = [plan(1, NOW_MS - HOUR_MS), plan(2, NOW_MS - 5 * DAY_MS)];
    world = await MirrorWorld.create([
      ...kept,
      plan(3, NOW_MS - HOUR_MS, { goneMs }),
      plan(4, NOW_MS - 5 * DAY_MS, { goneMs }),
    ]);
    await world.sync();
    expect(await world.callIds()).toHaveLength(4);
    world.tenant.clock.nowMs = NOW_MS + 4 * DAY_MS;
    await world.sync();
    expect(new Set(await world.callIds())).toEqual(new Set(["1", "2"]));
    const found = await world.open.search.search({ match: "all", sort: "recency", pageSize: 5, matchesPerCall: 0 });
    expect(found.total.value).toBe(2);
  });

  it("goes at the next sync, however old it is", async () => {
    const gone = plan(3, NOW_MS - 300 * DAY_MS, { goneMs: NOW_MS + HOUR_MS });
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS), plan(2, NOW_MS - 400 * DAY_MS), gone]);
    await world.sync();
    world.tenant.clock.nowMs = NOW_MS + 2 * HOUR_MS;
    await world.sync();
    expect(await world.callIds()).toEqual(["2", "1"]);
  });

  it("stays when the key has only lost its eyes", async () => {
    const goneMs = NOW_MS + HOUR_MS;
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS, { goneMs }), plan(2, NOW_MS - 5 * DAY_MS, { goneMs })]);
    await world.sync();
    world.tenant.clock.nowMs = NOW_MS + 4 * DAY_MS;
    await world.sync();
    expect(await world.callIds()).toHaveLength(2);
  });
});
