import { expect } from "vitest";
import type { AnsweredScorecard } from "../../src/calls/answered-scorecard.ts";
import { asId, type UserId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { AnsweredScorecardStore } from "../../src/engine/store/answered-scorecard-store.ts";
import type { CallStore, UserDirectory } from "../../src/engine/store/call-store.ts";
import type { ScorecardStore } from "../../src/engine/store/scorecard-store.ts";
import type { UserStats } from "../../src/engine/store/user-stats.ts";
import type { ContractCase } from "./contract-cases.ts";
import { makeCall, makeParty } from "./sample-calls.ts";

export interface ReviewActivityParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly scorecards: ScorecardStore;
  readonly answeredScorecards: AnsweredScorecardStore;
  readonly userStats: UserStats;
}

const DAY_MS = 86_400_000;
const [first, second, third] = [0, 1, 2].map((day) => ({ fromMs: day * DAY_MS, toMs: (day + 1) * DAY_MS })) as [
  Span,
  Span,
  Span,
]; // three days, three spans
type Span = { readonly fromMs: number; readonly toMs: number };
const [host, boss, peer] = ["host", "boss", "peer"].map((id) => asId<UserId>(id)) as [UserId, UserId, UserId]; // three of them

/** Calls c1 and c2 of the first day, hosted by `host`; reviews on the second day and one by nobody. */
async function fill(parts: ReviewActivityParts): Promise<void> {
  const { database, calls, users, scorecards, answeredScorecards } = parts;
  const scorecard = { workspaceId: asId<never>("1"), isEnabled: true, questions: [], createdMs: 0, updatedMs: 0 };
  const review = (id: string, given: Partial<AnsweredScorecard>): AnsweredScorecard => ({
    id: asId(id),
    scorecardId: asId("s1"),
    callId: asId("c1"),
    reviewedUserId: host,
    reviewerUserId: boss,
    reviewMethod: "MANUAL",
    reviewedMs: second.fromMs,
    visibilityType: "PUBLIC",
    answers: [],
    ...given,
  });
  await database.transact(async (transaction) => {
    for (const id of [host, boss, peer]) await users.add({ id, createdMs: 0 }, transaction);
    for (const id of ["s1", "s2"]) {
      await scorecards.add({ ...scorecard, id: asId(id), name: id, reviewMethod: "MANUAL" }, transaction);
    }
    for (const [id, startMs] of [
      ["c1", 1000],
      ["c2", 2000],
    ] as const) {
      const parties = [makeParty({ userId: host })];
      const processing = { status: "Completed", warnings: [] } as const;
      await calls.add(makeCall({ id: asId(id), startMs, primaryUserId: host, parties, processing }), transaction);
    }
    for (const each of [
      review("r1", {}),
      review("r2", { scorecardId: asId("s2") }),
      review("r3", { callId: asId("c2"), reviewedMs: second.toMs - 1, reviewerUserId: peer }),
      review("r4", {
        callId: asId("c2"),
        reviewMethod: "AUTOMATIC",
        reviewerUserId: undefined,
        reviewedMs: third.fromMs,
      }),
    ]) {
      await answeredScorecards.add(each, transaction);
    }
  });
}

export const reviewActivityCases: readonly ContractCase<ReviewActivityParts>[] = [
  {
    name: "counts a reviewed call for who reviewed it and for who was reviewed, each once, when the review was made",
    async check(parts) {
      await fill(parts);
      const userIds = [host, boss, peer];
      const found = await parts.userStats.listReviewedCalls({ userIds, spans: [first, second, third] });
      const shown = found.map(
        ({ userId, spanIndex, callId, isReviewer }) => `${userId} ${spanIndex} ${callId} ${isReviewer}`,
      );
      expect(shown.toSorted()).toEqual(["boss 1 c1 true", "host 1 c1 false", "host 1 c2 false", "peer 1 c2 true"]);
      expect(shown.map((each) => each.split(" ")[2]).toSorted()).toEqual(["c1", "c1", "c2", "c2"]);
      expect(await parts.userStats.listReviewedCalls({ userIds: [peer], spans: [second] })).toEqual([
        { userId: peer, spanIndex: 0, callId: "c2", isReviewer: true },
      ]);
      expect(await parts.userStats.listReviewedCalls({ userIds, spans: [second], visibleTo: boss })).toEqual([]);
    },
  },
  {
    name: "takes a user for active on the day of a review, on either side of it",
    async check(parts) {
      await fill(parts);
      const active = async (span: Span, visibleTo?: UserId) => {
        const page = await parts.userStats.users({ who: "active", span, pageSize: 10, visibleTo });
        expect(page.total).toBe(page.users.length);
        return page.users.map(({ id }) => id);
      };
      expect(await active(first)).toEqual(["host"]);
      expect(await active(second)).toEqual(["boss", "host", "peer"]);
      expect(await active(third)).toEqual([]);
      expect(await active(second, boss)).toEqual([]);
      expect(await active(second, host)).toEqual(["boss", "host", "peer"]);
    },
  },
];
