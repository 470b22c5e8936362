import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tellFrom } from "../../src/app/serving/open-sandbox.ts";
import { asId } from "../../src/calls/ids.ts";
import type { CallTranscript } from "../../src/gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall, DetailedParty } from "../../src/gong-api/schemas/list-calls-extensive.ts";
import { WORKSPACE_ID } from "./gong-server.ts";
import { addFreshCalls, HOST_ID, SandboxServer } from "./sandbox-server.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CALL_COUNT = 250;
const noCalls = { requestId: expect.any(String), errors: ["No calls found corresponding to the provided filters"] };

let server: SandboxServer;
let ids: readonly string[];

beforeEach(async () => {
  server = await SandboxServer.open();
  ids = await addFreshCalls(server, CALL_COUNT);
});

afterEach(() => server[Symbol.asyncDispose]());

function pass(ms: number): void {
  server.gong.clock.nowMs += ms;
}

/** All pages of the plain list; `between` runs before each further page. */
async function listed(between: () => void = () => {}): Promise<{ ids: string[]; totals: number[]; sizes: number[] }> {
  const seen = { ids: [] as string[], totals: [] as number[], sizes: [] as number[] };
  let cursor: string | undefined;
  do {
    if (cursor !== undefined) between();
    const { status, body } = await server.send("GET", `/v2/calls${cursor === undefined ? "" : `?cursor=${cursor}`}`);
    if (status === 404) return seen;
    const calls = body["calls"] as { id: string }[]; // what a list answers
    seen.ids.push(...calls.map(({ id }) => id));
    seen.totals.push(body.records?.totalRecords ?? -1);
    seen.sizes.push(calls.length);
    cursor = body.records?.cursor;
  } while (cursor !== undefined);
  return seen;
}

async function extensive(callIds?: readonly string[]): Promise<DetailedCall[]> {
  const exposedFields = { parties: true, content: { topics: true, brief: true }, interaction: { questions: true } };
  const body = { filter: { ...(callIds && { callIds }) }, contentSelector: { exposedFields } };
  const calls: DetailedCall[] = [];
  let cursor: string | undefined;
  do {
    const answer = await server.send("POST", "/v2/calls/extensive", { ...body, cursor });
    calls.push(...((answer.body["calls"] ?? []) as DetailedCall[])); // what this answers, but 404
    cursor = answer.body.records?.cursor;
  } while (cursor !== undefined);
  return calls;
}

async function transcripts(): Promise<CallTranscript[]> {
  const spoken: CallTranscript[] = [];
  let cursor: string | undefined;
  do {
    const answer = await server.send("POST", "/v2/calls/transcript", { filter: {}, cursor });
    spoken.push(...((answer.body["callTranscripts"] ?? []) as CallTranscript[])); // what this answers, but 404
    cursor = answer.body.records?.cursor;
  } while (cursor !== undefined);
  return spoken;
}

describe("without a switch", () => {
  it("a sandbox answers as any other server", async () => {
    for (const [method, path, body] of [
      ["GET", "/v2/calls", undefined],
      ["GET", `/v2/calls/${ids[7]}`, undefined],
      ["POST", "/v2/calls/extensive", { filter: {}, contentSelector: { exposedFields: { parties: true } } }],
      ["POST", "/v2/calls/transcript", { filter: { callIds: ids.slice(0, 3) } }],
    ] as const) {
      const plain = await server.gong.send({ method, path, ...(body && { body }) });
      const sandboxed = await server.send(method, path, body);
      expect({ ...sandboxed.body, requestId: "", records: { ...sandboxed.body.records, cursor: "" } }).toEqual({
        ...plain.body,
        requestId: "",
        records: { ...plain.body.records, cursor: "" },
      });
    }
  });
});

describe("late-calls", () => {
  it("shows no call at first, then more and more, and all of them after the longest time", async () => {
    await server.turn({ "late-calls": { maxHours: 10 } });
    expect((await server.send("GET", "/v2/calls")).body).toEqual(noCalls);
    expect((await server.send("POST", "/v2/calls/extensive", { filter: {} })).body).toEqual(noCalls);
    expect((await server.send("GET", `/v2/calls/${ids[0]}`)).body.errors).toEqual([`Call ID ${ids[0]} was not found`]);
    const counts: number[] = [];
    let before: string[] = [];
    for (let hour = 1; hour <= 10; hour += 1) {
      pass(HOUR_MS);
      const now = (await listed()).ids;
      expect(now).toEqual(expect.arrayContaining(before));
      counts.push(now.length);
      before = now;
    }
    expect(before.toSorted()).toEqual(ids);
    // Spread over the time: about 25 an hour, of which each hour has some.
    expect(counts.every((count, hour) => count > (counts[hour - 1] ?? 0))).toBe(true);
  });

  it("has full pages and right totals, and moves nothing while somebody pages", async () => {
    await server.turn({ "late-calls": { maxHours: 10 } });
    pass(7 * HOUR_MS);
    const still = await listed();
    const paged = await listed(() => pass(20 * MINUTE_MS));
    expect(paged).toEqual(still);
    const total = paged.ids.length;
    expect(total).toBeGreaterThan(100);
    expect(new Set(paged.ids).size).toBe(total);
    expect(paged.totals).toEqual(paged.sizes.map(() => total));
    expect(paged.sizes.slice(0, -1)).toEqual(paged.sizes.slice(0, -1).map(() => 100));
    expect((await listed()).ids.length).toBeGreaterThan(total);
  });

  it("says the same of a call on each path", async () => {
    await server.turn({ "late-calls": { maxHours: 10 } });
    pass(5 * HOUR_MS);
    const there = (await listed()).ids;
    expect((await extensive()).map(({ metaData }) => metaData.id)).toEqual(there);
    expect((await transcripts()).map(({ callId }) => callId)).toEqual(there);
    for (const id of ids.slice(0, 20)) {
      expect((await server.send("GET", `/v2/calls/${id}`)).status).toBe(there.includes(id) ? 200 : 404);
    }
  });

  it("keeps a call out of the library's folders until it is there", async () => {
    const folder = { id: "1", name: "Good ones" };
    expect((await server.send("POST", "/tamtam/v1/library/folders", folder)).status).toBe(201);
    const chosen = ids.slice(0, 10);
    for (const callId of chosen) {
      expect((await server.send("POST", "/tamtam/v1/library/folders/1/calls", { callId })).status).toBe(201);
    }
    const inFolder = async () => {
      const { body } = await server.send("GET", "/v2/library/folder-content?folderId=1");
      return (body["calls"] as { id: string }[]).map(({ id }) => id); // what this answers
    };
    expect(await inFolder()).toHaveLength(10);
    await server.turn({ "late-calls": { maxHours: 10 } });
    expect(await inFolder()).toEqual([]);
    pass(5 * HOUR_MS);
    const there = (await listed()).ids;
    expect((await inFolder()).toSorted()).toEqual(chosen.filter((id) => there.includes(id)).toSorted());
  });

  it("counts in statistics and coaching the calls that are there, and no others", async () => {
    // All calls are of one moment; the days that are asked for are over when they appear.
    const today = new Date(server.gong.clock.nowMs).toISOString().slice(0, 10);
    const later = new Date(server.gong.clock.nowMs + 48 * HOUR_MS).toISOString().slice(0, 10);
    const bornMs = server.gong.clock.nowMs;
    const filter = { fromDate: today, toDate: later };
    server.gong.clock.nowMs = bornMs + 72 * HOUR_MS;
    await server.turn({ "late-calls": { maxHours: 10, asIfNew: true } });
    const counted = async () => {
      const { status, body } = await server.send("POST", "/v2/stats/activity/aggregate", { filter });
      if (status === 404) return 0;
      const users = body["usersAggregateActivityStats"] as { userAggregateActivityStats: { callsAsHost: number } }[]; // what this answers
      return users[0]?.userAggregateActivityStats.callsAsHost;
    };
    expect(await counted()).toBe(0);
    pass(5 * HOUR_MS);
    const there = (await listed()).ids;
    expect(there.length).toBeGreaterThan(0);
    expect(await counted()).toBe(there.length);
    const { body } = await server.send("POST", "/v2/stats/activity/day-by-day", { filter });
    const [user] = body["usersDetailedActivities"] as { userDailyActivityStats: { callsAsHost: string[] }[] }[]; // what this answers
    expect(user?.userDailyActivityStats.flatMap(({ callsAsHost }) => callsAsHost).toSorted()).toEqual(there.toSorted());
    pass(5 * HOUR_MS);
    expect(await counted()).toBe(CALL_COUNT);
  });

  it("answers scorecards and coaching of the calls that are there, and no others", async () => {
    const own = async (path: string, body: object) =>
      expect((await server.send("POST", `/tamtam/v1/${path}`, body)).status).toBe(201);
    const [one = "", other = ""] = ids;
    await own("users", { id: "700", firstName: "Mia" });
    expect((await server.send("PATCH", `/tamtam/v1/users/${HOST_ID}`, { managerId: "700" })).status).toBe(200);
    const questions = [{ questionId: "1", questionText: "How was it?", isOverall: true }];
    await own("scorecards", { id: "910", scorecardName: "Demo", questions });
    const reviewTime = new Date(server.gong.clock.nowMs).toISOString();
    for (const callId of [one, other]) {
      const answers = [{ questionId: "1", score: 4 }];
      await own("answered-scorecards", { callId, scorecardId: "910", reviewerUserId: "700", reviewTime, answers });
    }
    const reviewed = async () => {
      const { body } = await server.send("POST", "/v2/stats/activity/scorecards", { filter: {} });
      return ((body["answeredScorecards"] ?? []) as { callId: string }[]).map(({ callId }) => callId); // none with an error
    };
    const span = `from=${reviewTime}&to=${new Date(server.gong.clock.nowMs + HOUR_MS).toISOString()}`;
    const scored = async () => {
      const asked = `workspace-id=${WORKSPACE_ID}&manager-id=700&${span}`;
      const { body } = await server.send("GET", `/v2/coaching?${asked}`);
      const [coaching] = body["coachingData"] as {
        directReportsMetrics: { metrics: { callsWithScorecardFilled: string[] } }[];
      }[]; // what this answers
      return coaching?.directReportsMetrics.flatMap(({ metrics }) => metrics.callsWithScorecardFilled);
    };
    expect([await reviewed(), await scored()]).toEqual([
      [one, other],
      [one, other],
    ]);
    await server.turn({ "late-calls": { maxHours: 10 } });
    expect([await reviewed(), await scored()]).toEqual([[], []]);
    pass(10 * HOUR_MS);
    expect(await reviewed()).toEqual([one, other]);
  });

  it("keeps others from being told of a call until it is there", async () => {
    await server.turn({ "late-calls": { maxHours: 10 } });
    const { sandbox, gong } = server;
    const whenTold = tellFrom(sandbox, gong.parts);
    const nowMs = gong.clock.nowMs;
    const times = new Map<string, number>();
    for (const id of ids) times.set(id, (await whenTold(asId(id))) ?? nowMs);
    pass(5 * HOUR_MS);
    const there = (await listed()).ids;
    expect(ids.filter((id) => (times.get(id) ?? 0) <= nowMs + 5 * HOUR_MS).toSorted()).toEqual(there.toSorted());
    await server.turn({});
    expect(await whenTold(asId(ids[0] ?? ""))).toBeUndefined();
    expect(await tellFrom(undefined, gong.parts)(asId(ids[0] ?? ""))).toBeUndefined();
  });

  it("is repeated by its seed, and different with another", async () => {
    const seeds = ["one", "two", "one"];
    const seen: string[][] = [];
    for (const seed of seeds) {
      await server.send("PUT", "/tamtam/v1/sandbox", { seed, switches: { "late-calls": { maxHours: 10 } } });
      server.gong.clock.nowMs += seen.length === 0 ? 5 * HOUR_MS : 0;
      seen.push((await listed()).ids);
    }
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[1]).not.toEqual(seen[0]);
  });

  it("takes calls of long ago for new where it is told to", async () => {
    pass(1000 * HOUR_MS);
    await server.turn({ "late-calls": { maxHours: 10 } });
    expect((await listed()).ids).toEqual(ids);
    await server.turn({ "late-calls": { maxHours: 10, asIfNew: true } });
    expect((await listed()).ids).toEqual([]);
    pass(5 * HOUR_MS);
    const half = (await listed()).ids.length;
    expect(half).toBeGreaterThan(100);
    expect(half).toBeLessThan(150);
    pass(5 * HOUR_MS);
    expect((await listed()).ids).toEqual(ids);
  });

  it("keeps only its share back", async () => {
    await server.turn({ "late-calls": { share: 0.2 } });
    const count = (await listed()).ids.length;
    expect(count).toBeGreaterThan(175);
    expect(count).toBeLessThan(225);
  });
});

describe("late-transcripts", () => {
  it("shows the call, and what was said in it later", async () => {
    await server.turn({ "late-transcripts": { maxHours: 10 } });
    expect((await listed()).ids).toEqual(ids);
    expect((await server.send("POST", "/v2/calls/transcript", { filter: {} })).body).toEqual(noCalls);
    for (const call of await extensive()) {
      expect(Object.keys(call).sort()).toEqual(["metaData", "parties"]);
      expect(call.parties?.map(({ speakerId }) => speakerId)).toEqual([null, null, null]);
    }
    pass(4 * HOUR_MS);
    const spoken = new Set((await transcripts()).map(({ callId }) => callId));
    expect(spoken.size).toBeGreaterThan(0);
    expect(spoken.size).toBeLessThan(CALL_COUNT);
    for (const { metaData, content } of await extensive()) {
      expect(content !== undefined).toBe(spoken.has(metaData.id));
    }
    pass(6 * HOUR_MS);
    expect((await transcripts()).map(({ callId }) => callId)).toEqual(ids);
  });

  it("counts from when the call appeared", async () => {
    await server.turn({ "late-calls": { maxHours: 10 }, "late-transcripts": { maxHours: 10 } });
    pass(10 * HOUR_MS);
    expect((await listed()).ids).toHaveLength(CALL_COUNT);
    expect((await transcripts()).length).toBeLessThan(CALL_COUNT);
    pass(10 * HOUR_MS);
    expect(await transcripts()).toHaveLength(CALL_COUNT);
  });
});

describe("missing-parties", () => {
  it("leaves people out, or without address, or strangers; never the host", async () => {
    await server.turn({ "missing-parties": { share: 1 } });
    const calls = await extensive();
    const guestsOf = (call: DetailedCall) => (call.parties ?? []).filter(({ userId }) => userId !== HOST_ID);
    for (const { parties } of calls) {
      expect(parties?.filter(({ userId }) => userId === HOST_ID)).toHaveLength(1);
    }
    const guests = calls.flatMap(guestsOf);
    const strangers = guests.filter(({ affiliation }) => affiliation === "Unknown");
    expect(strangers.length).toBeGreaterThan(0);
    for (const stranger of strangers) {
      expect(stranger).toMatchObject({ name: expect.stringMatching(/^Phone Caller #[23]$/), emailAddress: null });
      expect(stranger.speakerId).toMatch(/^7[23]$/);
    }
    const isUnreachable = ({ affiliation, emailAddress }: DetailedParty) =>
      affiliation === "External" && emailAddress === null;
    expect(guests.filter(isUnreachable).length).toBeGreaterThan(0);
    expect(guests.length).toBeLessThan(2 * CALL_COUNT);
    expect(calls.some((call) => guestsOf(call).length === 0)).toBe(true);
    expect(await extensive()).toEqual(calls);
  });

  it("leaves the other calls whole", async () => {
    const whole = await extensive();
    await server.turn({ "missing-parties": { share: 0.5 } });
    const wholeCount = (await extensive()).filter((call, at) => isSame(call, whole[at])).length;
    // Half are left alone, and a sixteenth of the others has no guest that anything happened to.
    expect(wholeCount).toBeGreaterThan(CALL_COUNT * 0.4);
    expect(wholeCount).toBeLessThan(CALL_COUNT * 0.7);
  });
});

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

describe("null-speakers", () => {
  it("leaves one voice of each call without a party, and some monologues without a voice", async () => {
    await server.turn({ "null-speakers": { share: 1 } });
    const spokenOf = new Map((await transcripts()).map((spoken) => [spoken.callId, spoken.transcript]));
    let namelessCalls = 0;
    for (const { metaData, parties = [] } of await extensive()) {
      expect(parties.filter(({ speakerId }) => speakerId === null)).toHaveLength(1);
      const known = parties.map(({ speakerId }) => speakerId).filter((id) => id !== null);
      const voices = new Set(spokenOf.get(metaData.id)?.map(({ speakerId }) => speakerId));
      const lost = [...voices].filter((voice) => voice === null || !known.includes(voice));
      expect(lost).toHaveLength(1);
      if (lost[0] === null) namelessCalls += 1;
    }
    expect(namelessCalls).toBeGreaterThan(0);
    expect(namelessCalls).toBeLessThan(CALL_COUNT);
  });
});
