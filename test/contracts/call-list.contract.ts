import { expect } from "vitest";
import type { Call } from "../../src/calls/call.ts";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { CallAccessStore } from "../../src/engine/store/call-access-store.ts";
import type { CallList, CallListQuery } from "../../src/engine/store/call-list.ts";
import type { CallStore } from "../../src/engine/store/call-store.ts";
import { describeCases, type ContractCase, type OpenParts } from "./contract-cases.ts";
import { makeCall, makeParty, MONDAY_MS } from "./sample-calls.ts";

export interface CallListParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly callList: CallList;
  readonly callAccess: CallAccessStore;
}

export function describeCallListContract(name: string, open: OpenParts<CallListParts>): void {
  describeCases(`${name} list calls`, callListCases, open);
}

const HOUR_MS = 3_600_000;

async function complete({ database, calls }: CallListParts, ...completed: readonly Call[]): Promise<void> {
  await database.transact(async (transaction) => {
    for (const call of completed) {
      await calls.add(call, transaction);
      await calls.setProcessing(call.id, { status: "Completed", warnings: [] }, transaction);
    }
  });
}

async function idsOf({ callList }: CallListParts, query: Partial<CallListQuery>): Promise<CallId[]> {
  const page = await callList.list({ by: "start", pageSize: 100, ...query });
  expect(page.total).toBe(page.calls.length);
  return page.calls.map((call) => call.id);
}

const user = (id: string) => asId<UserId>(id);

export const callListCases: readonly ContractCase<CallListParts>[] = [
  {
    name: "shows calls by their start, however they were added, those of one moment too",
    async check(parts) {
      const [late, early, second, first] = [2, 0, 1, 1].map((hour) =>
        makeCall({ startMs: MONDAY_MS + hour * HOUR_MS }),
      );
      if (!late || !early || !second || !first) throw new Error("four calls were made");
      await complete(parts, late, early, second, first);
      expect(await idsOf(parts, {})).toEqual([early.id, second.id, first.id, late.id]);
    },
  },
  {
    name: "shows a call from its first completion on, whatever becomes of it then, until it is removed",
    async check(parts) {
      const { database, calls, callList } = parts;
      const call = makeCall();
      await database.transact((transaction) => calls.add(call, transaction));
      expect(await callList.get(call.id)).toBeUndefined();
      expect(await idsOf(parts, {})).toEqual([]);
      for (const status of ["Completed", "Processing", "Completed"] as const) {
        await database.transact((transaction) => calls.setProcessing(call.id, { status, warnings: [] }, transaction));
        expect(await idsOf(parts, {})).toEqual([call.id]);
        expect(await callList.get(call.id)).toEqual(await calls.get(call.id));
      }
      await database.transact((transaction) => calls.remove(call.id, transaction));
      expect(await idsOf(parts, {})).toEqual([]);
      expect(await callList.get(call.id)).toBeUndefined();
    },
  },
  {
    name: "shows a call that was complete when it was added",
    async check(parts) {
      const call = makeCall({ processing: { status: "Completed", warnings: [] } });
      await parts.database.transact((transaction) => parts.calls.add(call, transaction));
      expect(await idsOf(parts, {})).toEqual([call.id]);
    },
  },
  {
    name: "takes the start of a range in and leaves its end out",
    async check(parts) {
      const call = makeCall();
      await complete(parts, call);
      expect(await idsOf(parts, { fromMs: MONDAY_MS, toMs: MONDAY_MS + 1 })).toEqual([call.id]);
      expect(await idsOf(parts, { toMs: MONDAY_MS })).toEqual([]);
      expect(await idsOf(parts, { fromMs: MONDAY_MS + 1 })).toEqual([]);
    },
  },
  {
    name: "goes by the schedule of conferences alone",
    async check(parts) {
      const scheduledStart = { epochMs: MONDAY_MS - HOUR_MS, offsetMinutes: 0 };
      const planned = makeCall({ direction: "Conference", scheduledStart });
      const spontaneous = makeCall({ direction: "Conference" });
      const phoned = makeCall({ direction: "Outbound", scheduledStart });
      await complete(parts, spontaneous, phoned, planned);
      expect(await idsOf(parts, { by: "schedule" })).toEqual([planned.id, spontaneous.id, phoned.id]);
      expect(await idsOf(parts, { by: "schedule", toMs: MONDAY_MS })).toEqual([planned.id]);
      expect(await idsOf(parts, { by: "start", toMs: MONDAY_MS })).toEqual([]);
    },
  },
  {
    name: "filters by workspace, host and ids, all at once",
    async check(parts) {
      const make = (workspaceId: string, host: string) =>
        makeCall({ workspaceId: asId(workspaceId), primaryUserId: user(host) });
      const [a, b, c] = [make("1", "ann"), make("1", "bob"), make("2", "ann")];
      await complete(parts, a, b, c);
      expect(await idsOf(parts, { workspaceId: asId("2") })).toEqual([c.id]);
      expect(await idsOf(parts, { primaryUserIds: [user("bob"), user("eve")] })).toEqual([b.id]);
      expect(await idsOf(parts, { primaryUserIds: [] })).toEqual([]);
      expect(await idsOf(parts, { callIds: [c.id, asId("1"), a.id, c.id] })).toEqual([a.id, c.id]);
      expect(await idsOf(parts, { callIds: [] })).toEqual([]);
      const all = { workspaceId: asId<Call["workspaceId"]>("1"), primaryUserIds: [user("ann")], callIds: [a.id, b.id] };
      expect(await idsOf(parts, all)).toEqual([a.id]);
    },
  },
  {
    name: "goes on where a page ended, without what came since and without what went",
    async check(parts) {
      const calls = [0, 0, 0, 1, 1, 2].map((hour) => makeCall({ startMs: MONDAY_MS + hour * HOUR_MS }));
      await complete(parts, ...calls);
      const first = await parts.callList.list({ by: "start", pageSize: 2 });
      expect(first.total).toBe(6);
      await complete(
        parts,
        makeCall({ startMs: MONDAY_MS - 1 }),
        makeCall(),
        makeCall({ startMs: MONDAY_MS + HOUR_MS }),
      );
      await parts.database.transact((transaction) => parts.calls.remove(calls[3]?.id ?? asId(""), transaction));
      const second = await parts.callList.list({ by: "start", pageSize: 2, after: first.next });
      const third = await parts.callList.list({ by: "start", pageSize: 2, after: second.next });
      const shown = [first, second, third].flatMap((page) => page.calls.map((call) => call.id));
      expect(shown).toEqual([0, 1, 2, 4, 5].map((index) => calls[index]?.id));
      expect([second.total, third.total, third.next]).toEqual([6, 6, undefined]);
    },
  },
  {
    name: "shows a user the calls they were on and those they were given, until that is taken back",
    async check(parts) {
      const { database, callList, callAccess } = parts;
      const attended = makeCall({ parties: [makeParty({ userId: user("ann") })] });
      const given = makeCall();
      const waiting = makeCall({ parties: [makeParty({ userId: user("ann") })] });
      await complete(parts, attended, given);
      await database.transact((transaction) => parts.calls.add(waiting, transaction));
      const ids = [given.id, attended.id, waiting.id, asId<CallId>("1")];
      const grants = [{ callId: given.id, userIds: [user("ann")] }];
      expect(await idsOf(parts, { visibleTo: user("ann") })).toEqual([attended.id]);
      expect(await callList.get(given.id, user("ann"))).toBeUndefined();
      expect(await callAccess.seen(ids)).toEqual(new Set([given.id, attended.id, waiting.id]));
      await database.transact((transaction) => callAccess.grant(grants, transaction));
      expect(await idsOf(parts, { visibleTo: user("ann") })).toEqual([attended.id, given.id]);
      expect((await callList.get(given.id, user("ann")))?.id).toBe(given.id);
      expect(await callAccess.seen(ids, user("ann"))).toEqual(new Set([given.id, attended.id, waiting.id]));
      expect(await callAccess.seen(ids, user("bob"))).toEqual(new Set());
      await database.transact((transaction) => callAccess.revoke(grants, transaction));
      expect(await idsOf(parts, { visibleTo: user("ann") })).toEqual([attended.id]);
      expect(await callAccess.seen(ids, user("ann"))).toEqual(new Set([attended.id, waiting.id]));
    },
  },
  {
    name: "remembers who was given access to which call, and each only once",
    async check(parts) {
      const { database, callAccess } = parts;
      const [one, other] = [makeCall(), makeCall()];
      await complete(parts, one, other);
      const [ann, bob] = [user("ann"), user("bob")];
      await database.transact(async (transaction) => {
        await callAccess.grant([{ callId: one.id, userIds: [bob, ann, ann] }], transaction);
        await callAccess.grant([{ callId: one.id, userIds: [ann] }], transaction);
        await callAccess.revoke([{ callId: other.id, userIds: [ann] }], transaction);
      });
      expect(await callAccess.list([other.id, one.id])).toEqual([
        { callId: other.id, userIds: [] },
        { callId: one.id, userIds: [ann, bob] },
      ]);
      await database.transact((transaction) => callAccess.revoke([{ callId: one.id, userIds: [ann] }], transaction));
      expect(await callAccess.list([one.id])).toEqual([{ callId: one.id, userIds: [bob] }]);
    },
  },
];
