import { expect } from "vitest";
import type { AnsweredScorecard } from "../../src/calls/answered-scorecard.ts";
import type { Call } from "../../src/calls/call.ts";
import { ConflictError } from "../../src/calls/errors.ts";
import { asId, type AnsweredScorecardId, type ScorecardId, type UserId } from "../../src/calls/ids.ts";
import type { Scorecard } from "../../src/calls/scorecard.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import type {
  AnsweredScorecardQuery,
  AnsweredScorecardStore,
} from "../../src/engine/store/answered-scorecard-store.ts";
import type { CallStore, UserDirectory } from "../../src/engine/store/call-store.ts";
import type { ScorecardStore } from "../../src/engine/store/scorecard-store.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";
import { makeCall, makeParty } from "./sample-calls.ts";

export interface ScorecardStoreParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly scorecards: ScorecardStore;
  readonly answeredScorecards: AnsweredScorecardStore;
}

export function describeScorecardStoresContract(name: string, open: OpenParts<ScorecardStoreParts>): void {
  describeCases(`${name} keep reviews`, scorecardStoreCases, open);
}

const user = (id: string) => asId<UserId>(id);
const write = ({ database }: ScorecardStoreParts, work: (transaction: Transaction) => Promise<unknown>) =>
  database.transact(work);

function scorecard(id: string, name: string, given: Partial<Scorecard> = {}): Scorecard {
  return {
    id: asId<ScorecardId>(id),
    workspaceId: asId("1"),
    name,
    isEnabled: true,
    reviewMethod: "MANUAL",
    questions: [
      {
        id: asId("1"),
        revisionId: asId("2"),
        text: "How was it?",
        isOverall: true,
        form: { type: "RANGE", min: 1, max: 5 },
        answerGuide: "Be kind",
        createdMs: 3,
        updatedMs: 4,
      },
    ],
    createdMs: 5,
    updatedMs: 6,
    updaterUserId: user("host"),
    ...given,
  };
}

const answers = [
  {
    questionId: asId<never>("1"),
    questionRevisionId: asId<never>("2"),
    isOverall: true,
    score: 4,
    isNotApplicable: false,
  },
];

function answered(id: string, callId: string, given: Partial<AnsweredScorecard> = {}): AnsweredScorecard {
  return {
    id: asId<AnsweredScorecardId>(id),
    scorecardId: asId("s1"),
    callId: asId(callId),
    reviewedUserId: user("host"),
    reviewerUserId: user("boss"),
    reviewMethod: "MANUAL",
    reviewedMs: 1000,
    visibilityType: "PUBLIC",
    answers,
    ...given,
  };
}

function callAt(id: string, startMs: number, given: Partial<Call> = {}): Call {
  return makeCall({
    id: asId(id),
    startMs,
    primaryUserId: user("host"),
    parties: [makeParty({ userId: user("host") })],
    processing: { status: "Completed", warnings: [] },
    ...given,
  });
}

/** Users, two scorecards, and completed calls c1 at 100, c2 at 200 and c3 at 300. */
async function fill(parts: ScorecardStoreParts): Promise<void> {
  await write(parts, async (transaction) => {
    for (const id of ["host", "boss", "other"]) {
      await parts.users.add(
        { id: user(id), createdMs: 0, ...(id === "host" && { managerId: user("boss") }) },
        transaction,
      );
    }
    await parts.scorecards.add(scorecard("s1", "demo"), transaction);
    await parts.scorecards.add(scorecard("s2", "Closing"), transaction);
    for (const number of [1, 2, 3]) await parts.calls.add(callAt(`c${number}`, number * 100), transaction);
  });
}

async function review(parts: ScorecardStoreParts, ...all: readonly AnsweredScorecard[]): Promise<void> {
  await write(parts, async (transaction) => {
    for (const each of all) await parts.answeredScorecards.add(each, transaction);
  });
}

async function listed(parts: ScorecardStoreParts, query: Partial<AnsweredScorecardQuery> = {}): Promise<string[]> {
  const page = await parts.answeredScorecards.list({ pageSize: 10, ...query });
  return page.answered.map((each) => each.answered.id);
}

export const scorecardStoreCases: readonly ContractCase<ScorecardStoreParts>[] = [
  {
    name: "gives scorecards back as they were added and changed, by workspace and name",
    async check(parts) {
      await fill(parts);
      expect(await parts.scorecards.list()).toEqual([scorecard("s2", "Closing"), scorecard("s1", "demo")]);
      const changed = scorecard("s1", "Demo!", {
        isEnabled: false,
        questions: [],
        updatedMs: 9,
        updaterUserId: undefined,
      });
      await write(parts, (transaction) => parts.scorecards.replace(changed, transaction));
      expect(await parts.scorecards.get(asId("s1"))).toEqual(changed);
      expect((await parts.scorecards.getMany(["s1", "s9", "s2"].map((id) => asId(id)))).map(({ id }) => id)).toEqual([
        "s1",
        "s2",
      ]);
      const again = write(parts, (transaction) => parts.scorecards.add(scorecard("s1", "Other"), transaction));
      await expect(again).rejects.toThrow(ConflictError);
    },
  },
  {
    name: "keeps a scorecard that calls were reviewed by",
    async check(parts) {
      await fill(parts);
      await review(parts, answered("a", "c1"));
      const remove = (id: string) => write(parts, (transaction) => parts.scorecards.remove(asId(id), transaction));
      await expect(remove("s1")).rejects.toThrow(ConflictError);
      await remove("s2");
      await write(parts, (transaction) => parts.answeredScorecards.remove(asId("a"), transaction));
      await remove("s1");
      expect(await parts.scorecards.list()).toEqual([]);
    },
  },
  {
    name: "gives reviews back as they were made and changed, with their scorecard's name and their call's start",
    async check(parts) {
      await fill(parts);
      const made = answered("a", "c1");
      await review(parts, made);
      expect(await parts.answeredScorecards.list({ pageSize: 10 })).toEqual({
        answered: [{ answered: made, scorecardName: "demo", callStartMs: 100 }],
        total: 1,
      });
      const changed = { ...made, editorUserId: user("other"), visibilityType: "PRIVATE" as const, answers: [] };
      await write(parts, (transaction) => parts.answeredScorecards.replace(changed, transaction));
      expect(await parts.answeredScorecards.get(made.id)).toEqual(changed);
      expect(await parts.answeredScorecards.get(asId("b"))).toBeUndefined();
    },
  },
  {
    name: "takes one review of a call by a scorecard from each reviewer, and one from nobody",
    async check(parts) {
      await fill(parts);
      await review(parts, answered("a", "c1"), answered("b", "c1", { reviewerUserId: user("other") }));
      await review(parts, answered("c", "c1", { scorecardId: asId("s2") }), answered("d", "c2"));
      await review(parts, answered("e", "c1", { reviewerUserId: undefined, reviewMethod: "AUTOMATIC" }));
      await expect(review(parts, answered("f", "c1"))).rejects.toThrow(
        "User boss has this scorecard answered for call c1 already",
      );
      const nobody = answered("g", "c1", { reviewerUserId: undefined, reviewMethod: "AUTOMATIC" });
      await expect(review(parts, nobody)).rejects.toThrow(ConflictError);
      expect(await listed(parts)).toEqual(["a", "b", "c", "d", "e"]);
    },
  },
  {
    name: "lists by the start of the call and the time of the review, from on and before",
    async check(parts) {
      await fill(parts);
      await review(parts, answered("a", "c1", { reviewedMs: 30 }), answered("b", "c2", { reviewedMs: 20 }));
      await review(parts, answered("c", "c3", { reviewedMs: 10 }));
      expect(await listed(parts, { callFromMs: 200 })).toEqual(["b", "c"]);
      expect(await listed(parts, { callToMs: 200 })).toEqual(["a"]);
      expect(await listed(parts, { reviewFromMs: 20 })).toEqual(["a", "b"]);
      expect(await listed(parts, { reviewToMs: 20 })).toEqual(["c"]);
      expect(await listed(parts, { callFromMs: 200, reviewFromMs: 20 })).toEqual(["b"]);
    },
  },
  {
    name: "lists by method, by who was reviewed and by scorecard",
    async check(parts) {
      await fill(parts);
      const nobody = { reviewerUserId: undefined, reviewMethod: "AUTOMATIC" } as const;
      await review(parts, answered("a", "c1"), answered("b", "c2", nobody));
      await review(parts, answered("c", "c3", { scorecardId: asId("s2"), reviewedUserId: user("other") }));
      expect(await listed(parts, { reviewMethod: "MANUAL" })).toEqual(["a", "c"]);
      expect(await listed(parts, { reviewMethod: "AUTOMATIC" })).toEqual(["b"]);
      expect(await listed(parts, { reviewedUserIds: [user("other"), user("nobody")] })).toEqual(["c"]);
      expect(await listed(parts, { scorecardIds: [asId("s1")] })).toEqual(["a", "b"]);
    },
  },
  {
    name: "pages through what was there when the first page was read",
    async check(parts) {
      await fill(parts);
      await review(parts, answered("a", "c1"), answered("b", "c2"));
      const first = await parts.answeredScorecards.list({ pageSize: 1 });
      expect([first.answered.map((each) => each.answered.id), first.total]).toEqual([["a"], 2]);
      await review(parts, answered("c", "c3"));
      const second = await parts.answeredScorecards.list({ pageSize: 1, after: first.next });
      expect([second.answered.map((each) => each.answered.id), second.total, second.next]).toEqual([
        ["b"],
        2,
        undefined,
      ]);
    },
  },
  {
    name: "takes calls that are hidden for not there",
    async check(parts) {
      await fill(parts);
      await review(parts, answered("a", "c1"), answered("b", "c2"), answered("c", "c3"));
      expect(await listed(parts, { hidden: [asId("c2")] })).toEqual(["a", "c"]);
      expect((await parts.answeredScorecards.list({ pageSize: 1, hidden: [asId("c1")] })).total).toBe(2);
    },
  },
  {
    name: "leaves out calls that were not processed yet",
    async check(parts) {
      await fill(parts);
      const waiting = callAt("c4", 400, { processing: { status: "Processing", stage: "download", warnings: [] } });
      await write(parts, (transaction) => parts.calls.add(waiting, transaction));
      await review(parts, answered("a", "c4"));
      expect(await listed(parts)).toEqual([]);
      expect((await parts.answeredScorecards.get(asId("a")))?.callId).toBe("c4");
    },
  },
  {
    name: "shows a user what they may see of the calls they may see",
    async check(parts) {
      await fill(parts);
      const withBoth = [
        makeParty({ userId: user("host") }),
        makeParty({ userId: user("boss") }),
        makeParty({ userId: user("other") }),
      ];
      await write(parts, (transaction) => parts.calls.add(callAt("c4", 400, { parties: withBoth }), transaction));
      const types = ["PUBLIC", "PRIVATE", "OPT_IN_USERS", "MANAGERS", "MANAGERS_AND_REVIEWEE"] as const;
      for (const [index, visibilityType] of types.entries()) {
        const id = asId<ScorecardId>(`t${index}`);
        await write(parts, (transaction) => parts.scorecards.add(scorecard(id, id), transaction));
        await review(
          parts,
          answered(visibilityType, "c4", { visibilityType, scorecardId: id, reviewerUserId: user("other") }),
        );
      }
      await review(parts, answered("elsewhere", "c1"));
      expect(await listed(parts, { visibleTo: user("other") })).toEqual([...types]);
      expect(await listed(parts, { visibleTo: user("boss") })).toEqual(["PUBLIC", "MANAGERS", "MANAGERS_AND_REVIEWEE"]);
      expect(await listed(parts, { visibleTo: user("host") })).toEqual([
        "PUBLIC",
        "MANAGERS_AND_REVIEWEE",
        "elsewhere",
      ]);
      expect(await listed(parts, { visibleTo: user("stranger") })).toEqual([]);
    },
  },
  {
    name: "loses reviews with their call, with who made them and with whom they are about",
    async check(parts) {
      await fill(parts);
      await review(parts, answered("a", "c1"), answered("b", "c2", { reviewerUserId: user("other") }));
      await review(parts, answered("c", "c3", { reviewedUserId: user("other"), editorUserId: user("host") }));
      await write(parts, (transaction) => parts.calls.remove(asId("c1"), transaction));
      expect(await listed(parts)).toEqual(["b", "c"]);
      await write(parts, (transaction) => parts.users.remove(user("host"), transaction));
      expect(await listed(parts)).toEqual(["c"]);
      expect((await parts.answeredScorecards.get(asId("c")))?.editorUserId).toBeUndefined();
      expect((await parts.scorecards.get(asId("s1")))?.updaterUserId).toBeUndefined();
      await write(parts, (transaction) => parts.users.remove(user("boss"), transaction));
      expect(await listed(parts)).toEqual([]);
    },
  },
];
