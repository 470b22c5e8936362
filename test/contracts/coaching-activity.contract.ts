import { expect } from "vitest";
import type { Call } from "../../src/calls/call.ts";
import { asId, type UserId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { CallAccessStore } from "../../src/engine/store/call-access-store.ts";
import type { CallStore, UserDirectory } from "../../src/engine/store/call-store.ts";
import type { CoachingActivity, CoachingQuery } from "../../src/engine/store/coaching-activity.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";
import { makeCall, makeParty, MONDAY_MS } from "./sample-calls.ts";

export interface CoachingParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly callAccess: CallAccessStore;
  readonly coaching: CoachingActivity;
  /** Enters that somebody answered a scorecard about a user on a call. */
  readonly score: (callId: string, reviewer: string, reviewed: string, reviewedMs: number) => Promise<void>;
}

export function describeCoachingContract(name: string, open: OpenParts<CoachingParts>): void {
  describeCases(`${name} tells what managers did`, coachingCases, open);
}

const HOUR_MS = 3_600_000;
const user = (id: string) => asId<UserId>(id);

function callOf(id: string, startMs: number, ...userIds: readonly string[]): Call {
  const parties = userIds.map((userId) => makeParty({ userId: user(userId) }));
  return makeCall({ id: asId(id), startMs, primaryUserId: user(userIds[0] ?? ""), parties });
}

/** Mia manages Ann and Bob; Bob manages Cid. Calls `1` (Ann, Mia), `2` (Bob alone), `3` (Ann, Bob, Mia) an hour apart, `4` not processed. */
async function fill(parts: CoachingParts): Promise<void> {
  const managers = { mia: undefined, bob: "mia", ann: "mia", cid: "bob" };
  const calls = [
    callOf("1", MONDAY_MS, "ann", "mia"),
    callOf("2", MONDAY_MS + HOUR_MS, "bob"),
    callOf("3", MONDAY_MS + 2 * HOUR_MS, "bob", "mia", "ann"),
  ];
  await parts.database.transact(async (transaction) => {
    for (const [id, manager] of Object.entries(managers)) {
      const managerId = manager === undefined ? undefined : user(manager);
      await parts.users.add({ id: user(id), managerId, createdMs: 1 }, transaction);
    }
    for (const call of calls) {
      await parts.calls.add(call, transaction);
      await parts.calls.setProcessing(call.id, { status: "Completed", warnings: [] }, transaction);
    }
    await parts.calls.add(callOf("4", MONDAY_MS, "ann", "mia"), transaction);
  });
}

const all: CoachingQuery = {
  managerId: user("mia"),
  workspaceId: asId("1"),
  fromMs: MONDAY_MS,
  toMs: MONDAY_MS + 3 * HOUR_MS,
};

const plain = (found: ReadonlyMap<UserId, readonly string[]>) =>
  Object.fromEntries([...found].sort(([a], [b]) => a.localeCompare(b)));

export const coachingCases: readonly ContractCase<CoachingParts>[] = [
  {
    name: "knows the direct reports of a manager, and not those of theirs",
    async check(parts) {
      await fill(parts);
      expect(await parts.coaching.directReports(user("mia"))).toEqual(["ann", "bob"]);
      expect(await parts.coaching.directReports(user("cid"))).toEqual([]);
    },
  },
  {
    name: "knows which calls manager and report were both on, oldest first, the end of the time left out",
    async check(parts) {
      await fill(parts);
      const attended = async (given: Partial<CoachingQuery>) =>
        plain(await parts.coaching.attendedCalls({ ...all, ...given }));
      expect(await attended({})).toEqual({ ann: ["1", "3"], bob: ["3"] });
      expect(await attended({ fromMs: MONDAY_MS + 1 })).toEqual({ ann: ["3"], bob: ["3"] });
      expect(await attended({ toMs: MONDAY_MS + 2 * HOUR_MS })).toEqual({ ann: ["1"] });
      expect(await attended({ workspaceId: asId("2") })).toEqual({});
      expect(await attended({ managerId: user("bob") })).toEqual({});
    },
  },
  {
    name: "knows which of some calls each report was on, whenever they were",
    async check(parts) {
      await fill(parts);
      const ids = ["3", "2", "4", "9"].map((id) => asId<Call["id"]>(id));
      expect(plain(await parts.coaching.callsOfReports(all, ids))).toEqual({ ann: ["3"], bob: ["2", "3"] });
    },
  },
  {
    name: "knows which calls the manager scored a report on, by when that was",
    async check(parts) {
      await fill(parts);
      await parts.score("2", "mia", "bob", MONDAY_MS + 5);
      await parts.score("3", "mia", "ann", MONDAY_MS + 6);
      await parts.score("1", "bob", "ann", MONDAY_MS + 5);
      const scored = async (given: Partial<CoachingQuery>) =>
        plain(await parts.coaching.scoredCalls({ ...all, ...given }));
      expect(await scored({})).toEqual({ ann: ["3"], bob: ["2"] });
      expect(await scored({ fromMs: MONDAY_MS + 6 })).toEqual({ ann: ["3"] });
      expect(await scored({ toMs: MONDAY_MS + 6 })).toEqual({ bob: ["2"] });
    },
  },
  {
    name: "takes calls that are hidden for not there",
    async check(parts) {
      await fill(parts);
      await parts.score("3", "mia", "ann", MONDAY_MS);
      const without: CoachingQuery = { ...all, hidden: [asId("3")] };
      expect(plain(await parts.coaching.attendedCalls(without))).toEqual({ ann: ["1"] });
      expect(plain(await parts.coaching.scoredCalls(without))).toEqual({});
      expect(plain(await parts.coaching.callsOfReports(without, [asId("2"), asId("3")]))).toEqual({ bob: ["2"] });
    },
  },
  {
    name: "shows a user the calls that they were on or were given access to",
    async check(parts) {
      await fill(parts);
      const seen = async () => plain(await parts.coaching.attendedCalls({ ...all, visibleTo: user("bob") }));
      expect(await seen()).toEqual({ ann: ["3"], bob: ["3"] });
      await parts.database.transact((transaction) =>
        parts.callAccess.grant([{ callId: asId("1"), userIds: [user("bob")] }], transaction),
      );
      expect(await seen()).toEqual({ ann: ["1", "3"], bob: ["3"] });
    },
  },
];
