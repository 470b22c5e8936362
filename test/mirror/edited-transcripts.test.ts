import { afterEach, describe, expect, it } from "vitest";
import { callIdOf } from "../support/mirror/open-mirror.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, MirrorWorld, NOW_MS, plan } from "./mirror-world.ts";

let world: MirrorWorld;

afterEach(() => world[Symbol.asyncDispose]());

async function textOf(id: string): Promise<string | undefined> {
  return (await world.open.calls.getTranscript(callIdOf(id)))?.sentences[0]?.text;
}

async function found(word: string): Promise<readonly string[]> {
  const query = { match: "all", sort: "recency", pageSize: 10, matchesPerCall: 1, keywords: [word] } as const;
  return (await world.open.search.search(query)).hits.map(({ callId }) => callId);
}

/** The tenant's people edit what was said. */
function edit(id: string, text: string): void {
  const { plans } = world.tenant;
  const position = plans.findIndex((each) => each.id === id);
  const before = plans[position];
  if (before) plans[position] = { ...before, text };
}

const askedIds = () =>
  world.asked.flatMap(({ operation, request }) => (operation === "transcripts" ? [request.filter?.callIds] : []));

describe("a transcript that was edited at the tenant", () => {
  it("is not asked for again by itself", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - 2 * DAY_MS)]);
    await world.sync();
    world.takeAsked();
    edit("1", "We spoke about bicycles.");
    world.tenant.clock.nowMs += DAY_MS;
    await world.sync();
    expect(askedIds()).toEqual([]);
    expect(await textOf("1")).toBe("We spoke about matter1 today.");
  });

  it("comes with the others since a date that are asked for once more, and is searched", async () => {
    world = await MirrorWorld.create([
      plan(1, NOW_MS - 2 * DAY_MS),
      plan(2, NOW_MS - DAY_MS),
      plan(3, NOW_MS - 9 * DAY_MS),
    ]);
    await world.sync();
    edit("1", "We spoke about bicycles.");
    edit("3", "We spoke about bicycles, too.");
    world.takeAsked();
    await world.restart(undefined, NOW_MS - 3 * DAY_MS);
    expect((await world.open.mirror.estimate()).requests).toBe(2);
    await world.sync();
    expect(askedIds()).toEqual([["2", "1"]]);
    expect([await textOf("1"), await textOf("2"), await textOf("3")]).toEqual([
      "We spoke about bicycles.",
      "We spoke about matter2 today.",
      "We spoke about matter3 today.",
    ]);
    expect(await found("bicycles")).toEqual(["1"]);
    expect(await world.open.mirror.freshness()).toMatchObject({ pending: 0 });
  });

  it("that is gone there stays here, and is not waited for", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - 2 * DAY_MS)]);
    await world.sync();
    world.tenant.plans[0] = plan(1, NOW_MS - 2 * DAY_MS, { readyMs: NOW_MS + DAY_MS });
    await world.restart(undefined, NOW_MS - 3 * DAY_MS);
    await world.sync();
    expect(await textOf("1")).toBe("We spoke about matter1 today.");
    expect(await world.open.imported.waitingCount("transcript", NOW_MS)).toMatchObject({ count: 0 });
  });

  it("is asked for when other voices are said to be the parties'", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS)]);
    await world.sync();
    const { listCallsExtensive } = world.tenant.api;
    world.tenant.api.listCallsExtensive = async (request) => {
      const page = await listCallsExtensive(request);
      const calls = page.calls.map((call) => ({
        ...call,
        parties: (call.parties ?? []).map((party) => ({ ...party, speakerId: "4711" })),
      }));
      return { ...page, calls };
    };
    edit("1", "We spoke about bicycles.");
    await world.restart();
    world.takeAsked();
    // Settled calls are read again from time to time, which finds the change.
    world.tenant.clock.nowMs += 3 * DAY_MS;
    await world.sync();
    world.tenant.clock.nowMs += 3 * DAY_MS;
    await world.sync();
    expect(askedIds()).toEqual([["1"]]);
    expect(await textOf("1")).toBe("We spoke about bicycles.");
  });
});

describe("a transcript that cannot be read", () => {
  it("is waited for, and the others are there", async () => {
    world = await MirrorWorld.create([plan(1, NOW_MS - HOUR_MS), plan(2, NOW_MS - 2 * HOUR_MS)]);
    const { getCallTranscripts } = world.tenant.api;
    const wrong = { start: "soon", end: 2, text: "Hello." } as unknown as { start: number; end: number; text: string };
    world.tenant.api.getCallTranscripts = async (request) => {
      const { records, callTranscripts } = await getCallTranscripts(request);
      const transcript = [{ speakerId: "7", topic: null, sentences: [wrong] }];
      return {
        records,
        callTranscripts: callTranscripts.map((each) => (each.callId === "1" ? { ...each, transcript } : each)),
      };
    };
    await world.restart();
    await world.sync();
    expect([await textOf("1"), await textOf("2")]).toEqual([undefined, "We spoke about matter2 today."]);
    expect(await world.open.mirror.freshness()).toMatchObject({ pending: 1 });
    world.tenant.api.getCallTranscripts = getCallTranscripts;
    await world.restart();
    world.tenant.clock.nowMs += 15 * MINUTE_MS;
    await world.sync();
    expect(await textOf("1")).toBe("We spoke about matter1 today.");
  });
});
