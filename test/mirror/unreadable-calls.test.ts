import { afterEach, describe, expect, it } from "vitest";
import type { DetailedCall } from "../../src/gong-api/schemas/list-calls-extensive.ts";
import { DAY_MS, history, HOUR_MS, MINUTE_MS, MirrorWorld, NOW_MS, plan } from "./mirror-world.ts";

let world: MirrorWorld;
/** Calls that the tenant shows without a start that can be read. */
let broken: Set<string>;

afterEach(() => world[Symbol.asyncDispose]());

async function open(...plans: Parameters<typeof MirrorWorld.create>): Promise<void> {
  world = await MirrorWorld.create(...plans);
  const { listCallsExtensive } = world.tenant.api;
  world.tenant.api.listCallsExtensive = async (request) => {
    const page = await listCallsExtensive(request);
    return { ...page, calls: page.calls.map((call) => (broken.has(call.metaData.id) ? withoutStart(call) : call)) };
  };
  await world.restart();
}

function withoutStart(call: DetailedCall): DetailedCall {
  return { ...call, metaData: { ...call.metaData, started: "yesterday" } };
}

const isNoTime = (id: string) => ({ id, reason: "metaData.started is not a date-time" });

describe("a call whose start cannot be read", () => {
  it("is passed over and named, and the others of its page are there", async () => {
    broken = new Set(["2", "1000003"]);
    await open([...history(5), plan(1, NOW_MS - HOUR_MS), plan(2, NOW_MS - 2 * HOUR_MS)]);
    await world.sync();
    expect(await world.callIds()).toEqual(["1000000", "1000001", "1000002", "1000004", "1"]);
    expect(await world.open.mirror.unreadable()).toEqual([isNoTime("2"), isNoTime("1000003")]);
    expect(await world.open.mirror.freshness()).toMatchObject({
      coverage: { calls: 5, complete: true },
      unreadable: 2,
    });
  });

  it("costs each later sync one request more, in which it is asked for by its id", async () => {
    broken = new Set(["2"]);
    await open([plan(1, NOW_MS - HOUR_MS), plan(2, NOW_MS - 2 * HOUR_MS)]);
    await world.sync();
    world.takeAsked();
    world.tenant.clock.nowMs += 15 * MINUTE_MS;
    await world.sync();
    const filters = world.asked.map(({ request }) => request.filter);
    // By its id, and the poll of all times, which knows that it is one of those that are counted.
    expect(filters).toEqual([{ callIds: ["2"] }, { fromDateTime: undefined, toDateTime: undefined }]);
  });

  it("comes in as soon as it can be read, with its transcript", async () => {
    broken = new Set(["2"]);
    await open([plan(1, NOW_MS - HOUR_MS), plan(2, NOW_MS - 2 * HOUR_MS)]);
    await world.sync();
    broken.clear();
    await world.restart();
    world.tenant.clock.nowMs += 15 * MINUTE_MS;
    await world.sync();
    expect(await world.callIds()).toEqual(["2", "1"]);
    expect(await world.open.mirror.unreadable()).toEqual([]);
    expect(await world.open.mirror.freshness()).toMatchObject({ pending: 0 });
  });

  it("is forgotten once the tenant shows it no more", async () => {
    broken = new Set(["2"]);
    await open([plan(1, NOW_MS - HOUR_MS), plan(2, NOW_MS - 2 * HOUR_MS, { goneMs: NOW_MS + MINUTE_MS })]);
    await world.sync();
    world.tenant.clock.nowMs += 15 * MINUTE_MS;
    await world.sync();
    expect(await world.open.mirror.unreadable()).toEqual([]);
    expect(await world.callIds()).toEqual(["1"]);
  });

  it("that was here before stays as it was", async () => {
    broken = new Set();
    await open([plan(1, NOW_MS - HOUR_MS)]);
    await world.sync();
    broken.add("1");
    world.tenant.clock.nowMs += DAY_MS;
    await world.sync();
    expect(await world.callIds()).toEqual(["1"]);
    expect(await world.open.mirror.unreadable()).toEqual([]);
  });
});
