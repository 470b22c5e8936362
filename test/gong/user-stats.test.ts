import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditEntry } from "../../src/calls/audit-entry.ts";
import type { Call } from "../../src/calls/call.ts";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import type { Principal } from "../../src/gong-api/principal.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { makeAnalysis, makeCall, makeParty } from "../contracts/sample-calls.ts";
import { authorization } from "../support/http-services.ts";
import { type GongAnswer, GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted } from "./library.ts";

const HOUR_MS = 3_600_000;
/** Noon in the company's time zone. */
const NOON_MS = Date.parse("2026-06-01T12:00:00+02:00");

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
});

afterEach(() => server[Symbol.asyncDispose]());

/** Calls at noon, each hosted by a user of its own. */
async function addHosts(hosts: readonly string[]): Promise<void> {
  const calls = hosts.map((host) => {
    const primaryUserId = asId<UserId>(host);
    const parties = [makeParty({ userId: primaryUserId })];
    return makeCall({ startMs: NOON_MS, workspaceId: asId(WORKSPACE_ID), primaryUserId, parties });
  });
  await addCompleted(
    server,
    calls.map((call) => ({ call, analysis: makeAnalysis() })),
  );
}

function numbers(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(from + index));
}

describe.each([
  ["/v2/stats/activity/aggregate", "usersAggregateActivityStats"],
  ["/v2/stats/activity/aggregate-by-period", "usersAggregateActivity"],
  ["/v2/stats/activity/day-by-day", "usersDetailedActivities"],
  ["/v2/stats/interaction", "peopleInteractionStats"],
])("pages of %s", (path, member) => {
  const ask = (cursor?: string, filter: object = {}): Promise<GongAnswer> =>
    server.send({
      method: "POST",
      path,
      body: {
        filter: { fromDate: "2026-06-01", toDate: "2026-06-03", ...filter },
        aggregationPeriod: "DAY",
        ...(cursor !== undefined && { cursor }),
      },
    });
  const usersOf = ({ body }: GongAnswer) => (body[member] as { userId: string }[]).map(({ userId }) => userId); // one each

  it("hold 100 users each, nobody twice, while users are added", async () => {
    const users = numbers(1000, 150);
    await addHosts(users);
    const first = await ask();
    await addHosts(["1", ...numbers(1000, 2)]);
    const second = await ask(first.body.records?.cursor);
    expect(first.body.records).toEqual({
      totalRecords: 150,
      currentPageSize: 100,
      currentPageNumber: 0,
      cursor: expect.any(String),
    });
    expect(second.body.records).toEqual({ totalRecords: 150, currentPageSize: 50, currentPageNumber: 1 });
    expect([...usersOf(first), ...usersOf(second)]).toEqual(users);
  });

  it("are over an hour after the first request, and belong to their filter", async () => {
    await addHosts(numbers(1000, 101));
    const cursor = (await ask()).body.records?.cursor;
    const other = await ask(cursor, { fromDate: "2026-05-31" });
    expect(other.body.errors?.join()).toContain("cursor is invalid");
    server.clock.nowMs += HOUR_MS;
    const late = await ask(cursor);
    expect([late.status, late.body.errors?.join()]).toEqual([400, expect.stringContaining("cursor has expired")]);
  });

  it("hold those users that were entered in time", async () => {
    await addHosts(["1000"]);
    const entered = (await server.parts.users.get(asId("1000")))?.createdMs ?? 0;
    const created = { createdFromDateTime: new Date(entered).toISOString() };
    expect(usersOf(await ask(undefined, created))).toEqual(["1000"]);
    const before = await ask(undefined, { createdToDateTime: new Date(entered).toISOString() });
    expect([before.status, before.body.errors]).toEqual([404, ["No stats found for the specified period"]]);
  });
});

it("refuses another period's cursor", async () => {
  await addHosts(numbers(1000, 101));
  const ask = (aggregationPeriod: string, cursor?: string) =>
    server.send({
      method: "POST",
      path: "/v2/stats/activity/aggregate-by-period",
      body: { filter: { fromDate: "2026-06-01", toDate: "2026-06-03" }, aggregationPeriod, cursor },
    });
  const { body } = await ask("DAY");
  expect((await ask("WEEK", body.records?.cursor)).body.errors?.join()).toContain("cursor is invalid");
  expect((await ask("DAY", body.records?.cursor)).status).toBe(200);
});

it("counts for a key that acts for a user only the calls that the user may see", async () => {
  await addHosts(["1000", "1001"]);
  const api = server.services.gongApi(asId<UserId>("1001"));
  const filter = { fromDate: "2026-06-01", toDate: "2026-06-03" };
  const { usersAggregateActivityStats } = await api.listMultipleUsersAggregateActivity({ filter });
  expect(usersAggregateActivityStats).toMatchObject([
    { userId: "1001", userAggregateActivityStats: { callsAsHost: 1, callsAttended: 0 } },
  ]);
  expect((await api.listInteractionStats({ filter })).peopleInteractionStats).toMatchObject([{ userId: "1001" }]);
});

it("counts a call for its host and for another user on it, on the day it began", async () => {
  const call = makeCall({
    startMs: Date.parse("2026-06-01T23:59:59+02:00"),
    workspaceId: asId(WORKSPACE_ID),
    primaryUserId: asId("1"),
    parties: [makeParty({ userId: asId("1") }), makeParty({ userId: asId("2") }), makeParty()],
  });
  await addCompleted(server, [{ call }]);
  const { body } = await server.send({
    method: "POST",
    path: "/v2/stats/activity/day-by-day",
    body: { filter: { fromDate: "2026-06-01", toDate: "2026-06-03" } },
  });
  expect(body["usersDetailedActivities"]).toMatchObject([
    { userId: "1", userDailyActivityStats: [{ callsAsHost: [call.id], callsAttended: [] }, { callsAsHost: [] }] },
    { userId: "2", userDailyActivityStats: [{ callsAsHost: [], callsAttended: [call.id] }, { callsAttended: [] }] },
  ]);
});

describe("what users did with calls beside being on them", () => {
  const day = (text: string) => Date.parse(`${text}T12:00:00+02:00`);
  const filter = { fromDate: "2026-06-01", toDate: "2026-06-04" };
  const [own, others] = ["1", "2"].map((userId) =>
    makeCall({
      startMs: NOON_MS,
      workspaceId: asId(WORKSPACE_ID),
      primaryUserId: asId(userId),
      parties: [makeParty({ userId: asId(userId) })],
    }),
  ) as [Call, Call]; // one each

  function note(timeMs: number, userId: string, callId: string, given: Partial<AuditEntry> = {}): void {
    const actor = { kind: "link", userId: asId<UserId>(userId) } as const;
    const callIds = [asId<CallId>(callId)];
    server.parts.auditLog.note({ logs: ["UserCallPlay"], timeMs, actor, operation: "play-audio", callIds, ...given });
  }

  async function answer(path: string, member: string): Promise<unknown> {
    const body = { filter, aggregationPeriod: "DAY" };
    return (await server.send({ method: "POST", path: `/v2/stats/activity/${path}`, body })).body[member];
  }

  beforeEach(async () => {
    await addCompleted(server, [{ call: own }, { call: others }]);
  });

  it("counts each recording once a day, own ones and others'", async () => {
    note(day("2026-06-01"), "1", own.id);
    note(day("2026-06-01") + 1, "1", own.id);
    note(day("2026-06-03"), "1", own.id);
    note(day("2026-06-03"), "1", others.id);
    note(day("2026-06-04"), "1", others.id);
    expect(await answer("day-by-day", "usersDetailedActivities")).toMatchObject([
      {
        userId: "1",
        userDailyActivityStats: [
          { ownCallsListenedTo: [own.id], othersCallsListenedTo: [] },
          { ownCallsListenedTo: [], othersCallsListenedTo: [] },
          { ownCallsListenedTo: [own.id], othersCallsListenedTo: [others.id] },
        ],
      },
      { userId: "2", userDailyActivityStats: [{ othersCallsListenedTo: [] }, {}, {}] },
    ]);
    expect(await answer("aggregate", "usersAggregateActivityStats")).toMatchObject([
      { userAggregateActivityStats: { callsAsHost: 1, ownCallsListenedTo: 1, othersCallsListenedTo: 1 } },
      { userAggregateActivityStats: { callsAsHost: 1, ownCallsListenedTo: 0, othersCallsListenedTo: 0 } },
    ]);
    expect(await answer("aggregate-by-period", "usersAggregateActivity")).toMatchObject([
      {
        userAggregateActivity: [
          { ownCallsListenedTo: 1, othersCallsListenedTo: 0 },
          { ownCallsListenedTo: 0, othersCallsListenedTo: 0 },
          { ownCallsListenedTo: 1, othersCallsListenedTo: 1 },
        ],
      },
      {},
    ]);
  });

  it("answers users who only listened, unless the calls are gone or not to be seen", async () => {
    note(day("2026-06-02"), "9", others.id);
    note(day("2026-06-02"), "8", "123456789");
    const ids = async (userId?: string) => {
      const api = server.services.gongApi(userId === undefined ? undefined : asId<UserId>(userId));
      const { usersAggregateActivityStats } = await api.listMultipleUsersAggregateActivity({ filter });
      return usersAggregateActivityStats.map((user) => user.userId);
    };
    expect(await ids()).toEqual(["1", "2", "9"]);
    expect(await ids("1")).toEqual(["1"]);
    expect((await server.send({ method: "DELETE", path: `/tamtam/v1/calls/${others.id}` })).status).toBe(200);
    expect(await ids()).toEqual(["1"]);
  });

  it("counts the calls that a user gave others access to on Gong's path", async () => {
    const principal: Principal = { kind: "key", id: "K", scopes: "all", actingUserId: asId<UserId>("1") };
    const access = { ...server.services.access, identifyKey: async () => ({ principal }) };
    const app = createHttpApp({ ...server.services, access });
    const share = (callId: string) => {
      const body = JSON.stringify({ callAccessList: [{ callId, userIds: ["7"] }] });
      const headers = { authorization, "content-type": "application/json" };
      return app.request("/v2/calls/users-access", { method: "PUT", headers, body }, {});
    };
    server.clock.nowMs = day("2026-06-02");
    expect([(await share(own.id)).status, (await share(others.id)).status]).toEqual([200, 400]);
    server.clock.nowMs = day("2026-06-12");
    expect(await answer("aggregate", "usersAggregateActivityStats")).toMatchObject([
      { userAggregateActivityStats: { callsSharedInternally: 1, callsSharedExternally: 0 } },
      { userAggregateActivityStats: { callsSharedInternally: 0 } },
    ]);
    expect(await answer("day-by-day", "usersDetailedActivities")).toMatchObject([
      { userDailyActivityStats: [{}, { callsSharedInternally: [own.id] }, { callsSharedInternally: [] }] },
      {},
    ]);
  });
});
