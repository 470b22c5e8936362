import { expect } from "vitest";
import type { CallAnalysis, InteractionStats } from "../../src/calls/call-analysis.ts";
import type { Call } from "../../src/calls/call.ts";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { CallAccessStore } from "../../src/engine/store/call-access-store.ts";
import type { CallStore, UserDirectory } from "../../src/engine/store/call-store.ts";
import type { StatsUsersQuery, TimeSpan, UserStats } from "../../src/engine/store/user-stats.ts";
import { describeCases, type ContractCase, type OpenParts } from "./contract-cases.ts";
import { makeAnalysis, makeCall, makeParty, makeTranscript, MONDAY_MS } from "./sample-calls.ts";

export interface UserStatsParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly callAccess: CallAccessStore;
  readonly userStats: UserStats;
  /** Enters that somebody answered a scorecard about the call's host. */
  readonly review: (callId: CallId, reviewer: string, reviewedMs: number) => Promise<void>;
}

export function describeUserStatsContract(name: string, open: OpenParts<UserStatsParts>): void {
  describeCases(`${name} count what users did`, userStatsCases, open);
}

const DAY_MS = 86_400_000;
const [ann, bob, cid] = ["ann", "bob", "cid"].map((id) => asId<UserId>(id)) as [UserId, UserId, UserId]; // three of them
const monday: TimeSpan = { fromMs: MONDAY_MS, toMs: MONDAY_MS + DAY_MS };
const tuesday: TimeSpan = { fromMs: monday.toMs, toMs: monday.toMs + DAY_MS };

/** `host` hosts, the others are there too; the host stands among the parties, as in an upload. */
function hostedBy(host: UserId, others: readonly UserId[] = [], given: Parameters<typeof makeCall>[0] = {}): Call {
  const parties = [host, ...others].map((userId) => makeParty({ userId, emailAddress: `${userId}@ours.example` }));
  return makeCall({ primaryUserId: host, parties, ...given });
}

async function complete({ database, calls }: UserStatsParts, ...completed: readonly Call[]): Promise<void> {
  await database.transact(async (transaction) => {
    for (const call of completed) {
      await calls.add(call, transaction);
      await calls.setProcessing(call.id, { status: "Completed", warnings: [] }, transaction);
    }
  });
}

async function analyse(parts: UserStatsParts, call: Call, stats: Partial<InteractionStats>): Promise<void> {
  const analysis: CallAnalysis = { ...makeAnalysis(), interactionStats: { ...noStats, ...stats } };
  await parts.database.transact((transaction) => parts.calls.setAnalysis(call.id, analysis, transaction));
}

const noStats: InteractionStats = {
  talkRatio: null,
  longestMonologueMs: null,
  longestCustomerStoryMs: null,
  interactivity: null,
  patienceMs: null,
  questionRate: null,
};

async function idsOf({ userStats }: UserStatsParts, query: Partial<StatsUsersQuery>): Promise<UserId[]> {
  const page = await userStats.users({ who: "active", span: monday, pageSize: 100, ...query });
  expect(page.total).toBe(page.users.length);
  return page.users.map((user) => user.id);
}

export const userStatsCases: readonly ContractCase<UserStatsParts>[] = [
  {
    name: "counts a call for its host as hosted and for the other users on it as attended, each once",
    async check(parts) {
      const customer = makeParty({ emailAddress: "eve@acme.example" });
      const call = hostedBy(ann, [bob, bob]);
      await complete(parts, { ...call, parties: [...call.parties, customer] }, hostedBy(ann, [cid]), hostedBy(bob));
      const counts = await parts.userStats.countCalls({ userIds: [ann, bob], spans: [monday] });
      expect(counts.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))).toEqual([
        { userId: ann, spanIndex: 0, hosted: 2, attended: 0 },
        { userId: bob, spanIndex: 0, hosted: 1, attended: 1 },
      ]);
    },
  },
  {
    name: "takes the start of a span in and leaves its end out",
    async check(parts) {
      const [first, last, next] = [monday.fromMs, monday.toMs - 1, monday.toMs].map((startMs) =>
        hostedBy(ann, [], { startMs }),
      );
      if (!first || !last || !next) throw new Error("three calls were made");
      await complete(parts, next, last, first);
      const spans = [tuesday, { fromMs: 0, toMs: monday.fromMs }, monday];
      const inMonday = { userId: ann, spanIndex: 2, isHost: true };
      expect(await parts.userStats.listCalls({ userIds: [ann], spans })).toEqual([
        { ...inMonday, callId: first.id },
        { ...inMonday, callId: last.id },
        { userId: ann, spanIndex: 0, isHost: true, callId: next.id },
      ]);
      const counts = await parts.userStats.countCalls({ userIds: [ann], spans });
      expect(counts.map(({ spanIndex, hosted }) => [spanIndex, hosted]).toSorted()).toEqual([
        [0, 1],
        [2, 2],
      ]);
      expect(await idsOf(parts, { span: { fromMs: 0, toMs: monday.fromMs } })).toEqual([]);
    },
  },
  {
    name: "counts a call from its first completion on until it is removed",
    async check(parts) {
      const { database, calls } = parts;
      const call = hostedBy(ann, [bob]);
      await database.transact((transaction) => calls.add(call, transaction));
      expect(await idsOf(parts, {})).toEqual([]);
      for (const status of ["Completed", "Processing", "Completed"] as const) {
        await database.transact((transaction) => calls.setProcessing(call.id, { status, warnings: [] }, transaction));
        await database.transact((transaction) => calls.setTranscript(call.id, makeTranscript(["Hi."]), transaction));
        expect(await parts.userStats.countCalls({ userIds: [bob], spans: [monday] })).toEqual([
          { userId: bob, spanIndex: 0, hosted: 0, attended: 1 },
        ]);
      }
      await database.transact((transaction) => calls.remove(call.id, transaction));
      expect(await idsOf(parts, {})).toEqual([]);
    },
  },
  {
    name: "knows users by activity, by figures of what they hosted, or all, with their addresses",
    async check(parts) {
      const [measured, plain, empty] = [hostedBy(bob, [cid]), hostedBy(ann), hostedBy(cid)];
      await complete(parts, measured, plain, empty);
      await analyse(parts, measured, { patienceMs: 300 });
      await analyse(parts, empty, {});
      await complete(
        parts,
        hostedBy(asId("dan"), [], { startMs: tuesday.fromMs }),
        makeCall({ primaryUserId: asId("eve") }),
      );
      expect(await idsOf(parts, { who: "active" })).toEqual([ann, bob, cid, "eve"]);
      expect(await idsOf(parts, { who: "measured" })).toEqual([bob]);
      expect(await idsOf(parts, { who: "everybody" })).toEqual([ann, bob, cid, "dan"]);
      const { users } = await parts.userStats.users({ who: "active", span: monday, pageSize: 100 });
      expect(users[0]).toEqual({ id: ann, emailAddress: "ann@ours.example" });
      expect(users[3]).toEqual({ id: "eve", emailAddress: null });
    },
  },
  {
    name: "knows the hosts of the calls that are shown, to whom they are shown",
    async check(parts) {
      const [own, others, waiting] = [hostedBy(ann, [bob]), hostedBy(bob), hostedBy(ann)];
      await complete(parts, own, others);
      await parts.database.transact((transaction) => parts.calls.add(waiting, transaction));
      const ids = [own.id, waiting.id, others.id, asId<CallId>("999")];
      const hosts = async (visibleTo?: UserId) => [...(await parts.userStats.hosts(ids, { visibleTo }))];
      expect(await hosts()).toEqual([
        [own.id, ann],
        [others.id, bob],
      ]);
      expect(await hosts(ann)).toEqual([[own.id, ann]]);
      const access = [{ callId: others.id, userIds: [ann] }];
      await parts.database.transact((transaction) => parts.callAccess.grant(access, transaction));
      expect((await hosts(ann)).length).toBe(2);
    },
  },
  {
    name: "takes users for active who are said to be, as far as they are asked for",
    async check(parts) {
      await complete(parts, hostedBy(ann), hostedBy(bob, [], { startMs: tuesday.fromMs }));
      expect(await idsOf(parts, { alsoActive: [ann, bob, cid] })).toEqual([ann, bob, cid]);
      expect(await idsOf(parts, { alsoActive: [bob, cid], userIds: [bob] })).toEqual([bob]);
      expect(await idsOf(parts, { who: "measured", alsoActive: [cid] })).toEqual([]);
    },
  },
  {
    name: "filters users by ids and by when they were entered",
    async check(parts) {
      await complete(parts, hostedBy(ann, [], { createdMs: 1000 }), hostedBy(bob, [], { createdMs: 2000 }));
      for (const who of ["active", "everybody"] as const) {
        expect(await idsOf(parts, { who, userIds: [bob, cid] })).toEqual([bob]);
        expect(await idsOf(parts, { who, userIds: [] })).toEqual([]);
        expect(await idsOf(parts, { who, createdFromMs: 2000 })).toEqual([bob]);
        expect(await idsOf(parts, { who, createdToMs: 2000 })).toEqual([ann]);
      }
    },
  },
  {
    name: "goes on after the last user of a page, with the total of the first",
    async check(parts) {
      await complete(parts, hostedBy(ann, [bob, cid]));
      const ask = { who: "active", span: monday, pageSize: 2 } as const;
      const first = await parts.userStats.users(ask);
      await complete(parts, hostedBy(asId("aaron"), [asId("zoe")]));
      const second = await parts.userStats.users({ ...ask, after: first.next });
      expect([...first.users, ...second.users].map((user) => user.id)).toEqual([ann, bob, cid, "zoe"]);
      expect([first.total, second.total, second.next]).toEqual([3, 3, undefined]);
    },
  },
  {
    name: "averages each figure over the hosted calls it can be said of",
    async check(parts) {
      const [one, two, other, late] = [
        hostedBy(ann),
        hostedBy(ann, [bob]),
        hostedBy(bob, [ann]),
        hostedBy(ann, [], { startMs: tuesday.fromMs }),
      ];
      if (!one || !two || !other || !late) throw new Error("four calls were made");
      await complete(parts, one, two, other, late, hostedBy(ann));
      await analyse(parts, one, { talkRatio: 0.25, longestMonologueMs: 1000, interactivity: 3 });
      await analyse(parts, two, { talkRatio: 0.75, longestMonologueMs: 2000, patienceMs: 200, questionRate: 6 });
      await analyse(parts, other, { talkRatio: 1, longestCustomerStoryMs: 5000 });
      await analyse(parts, late, { talkRatio: 1 });
      expect(await parts.userStats.averages({ userIds: [ann, bob, cid], span: monday })).toEqual(
        new Map([
          [
            ann,
            {
              talkRatio: 0.5,
              longestMonologueMs: 1500,
              longestCustomerStoryMs: null,
              interactivity: 3,
              patienceMs: 200,
              questionRate: 6,
            },
          ],
          [bob, { ...noStats, talkRatio: 1, longestCustomerStoryMs: 5000 }],
        ]),
      );
    },
  },
  {
    name: "takes calls that are hidden for not there, their reviews too",
    async check(parts) {
      const [shown, hidden] = [hostedBy(ann, [bob]), hostedBy(cid, [bob])];
      await complete(parts, shown, hidden);
      for (const call of [shown, hidden]) await analyse(parts, call, { talkRatio: 0.5 });
      const dan = { id: asId<UserId>("dan"), createdMs: 1 };
      await parts.database.transact((transaction) => parts.users.add(dan, transaction));
      await parts.review(hidden.id, dan.id, monday.fromMs);
      expect(await idsOf(parts, {})).toEqual([ann, bob, cid, "dan"]);
      const without = { userIds: [ann, bob, cid, dan.id], hidden: [hidden.id] };
      expect(await idsOf(parts, { ...without, who: "active" })).toEqual([ann, bob]);
      expect(await idsOf(parts, { ...without, who: "measured" })).toEqual([ann]);
      const inMonday = { ...without, spans: [monday] };
      expect((await parts.userStats.countCalls(inMonday)).map(({ userId }) => userId).toSorted()).toEqual([ann, bob]);
      expect(new Set((await parts.userStats.listCalls(inMonday)).map(({ callId }) => callId))).toEqual(
        new Set([shown.id]),
      );
      expect(await parts.userStats.listReviewedCalls(inMonday)).toEqual([]);
      expect([...(await parts.userStats.hosts([shown.id, hidden.id], { hidden: [hidden.id] }))]).toEqual([
        [shown.id, ann],
      ]);
      expect([...(await parts.userStats.averages({ ...without, span: monday })).keys()]).toEqual([ann]);
    },
  },
  {
    name: "counts with a user's eyes only calls they were on and those they were given",
    async check(parts) {
      const [own, given, hidden] = [hostedBy(ann, [bob]), hostedBy(bob), hostedBy(cid)];
      await complete(parts, own, given, hidden);
      for (const call of [own, given, hidden]) await analyse(parts, call, { talkRatio: call === own ? 0.25 : 0.75 });
      const grant = [{ callId: given.id, userIds: [ann] }];
      await parts.database.transact((transaction) => parts.callAccess.grant(grant, transaction));
      const eyes = { userIds: [ann, bob, cid], visibleTo: ann };
      for (const who of ["active", "measured"] as const)
        expect(await idsOf(parts, { who, ...eyes })).toEqual([ann, bob]);
      const calls = await parts.userStats.listCalls({ ...eyes, spans: [monday] });
      expect(new Set(calls.map((call) => call.callId))).toEqual(new Set([own.id, given.id]));
      expect(await parts.userStats.countCalls({ ...eyes, spans: [monday] })).toHaveLength(2);
      const averages = await parts.userStats.averages({ ...eyes, span: monday });
      expect([...averages].map(([id, stats]) => [id, stats.talkRatio])).toEqual([
        [ann, 0.25],
        [bob, 0.75],
      ]);
    },
  },
];
