import { expect, test } from "vitest";
import type { AnsweredScorecardStore } from "../../src/engine/store/answered-scorecard-store.ts";
import type { ScorecardStore } from "../../src/engine/store/scorecard-store.ts";
import { failedCases, override } from "./contract-cases.ts";
import {
  describeScorecardStoresContract,
  scorecardStoreCases,
  type ScorecardStoreParts,
} from "./scorecard-stores.contract.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

const open = (): Promise<ScorecardStoreParts> => openSqliteParts();

describeScorecardStoresContract("SqliteScorecardStore and SqliteAnsweredScorecardStore", open);

const cards = (breakIt: (store: ScorecardStore) => Partial<ScorecardStore>) => (parts: ScorecardStoreParts) => ({
  ...parts,
  scorecards: override<ScorecardStore>(parts.scorecards, breakIt(parts.scorecards)),
  [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
});
const reviews =
  (breakIt: (store: AnsweredScorecardStore) => Partial<AnsweredScorecardStore>) => (parts: ScorecardStoreParts) => ({
    ...parts,
    answeredScorecards: override<AnsweredScorecardStore>(parts.answeredScorecards, breakIt(parts.answeredScorecards)),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  });

const broken: [string, (parts: ScorecardStoreParts) => ScorecardStoreParts][] = [
  ["lists scorecards the other way round", cards((s) => ({ list: async () => (await s.list()).toReversed() }))],
  ["changes no scorecard", cards(() => ({ replace: async () => {} }))],
  ["removes no scorecard", cards(() => ({ remove: async () => {} }))],
  ["changes no review", reviews(() => ({ replace: async () => {} }))],
  ["passes over the method", reviews((s) => ({ list: (q) => s.list({ ...q, reviewMethod: undefined }) }))],
  ["passes over who was reviewed", reviews((s) => ({ list: (q) => s.list({ ...q, reviewedUserIds: undefined }) }))],
  [
    "takes the end of a range in",
    reviews((s) => ({ list: (q) => s.list({ ...q, callToMs: (q.callToMs ?? 9e9) + 1 }) })),
  ],
  ["passes over the time of the review", reviews((s) => ({ list: (q) => s.list({ ...q, reviewFromMs: undefined }) }))],
  ["shows everybody everything", reviews((s) => ({ list: (q) => s.list({ ...q, visibleTo: undefined }) }))],
  ["shows reviews of hidden calls", reviews((s) => ({ list: (q) => s.list({ ...q, hidden: undefined }) }))],
  ["begins every page anew", reviews((s) => ({ list: (q) => s.list({ ...q, after: undefined }) }))],
  [
    "lets what comes meanwhile onto the next page",
    reviews((s) => ({ list: (q) => s.list({ ...q, after: q.after && { ...q.after, upToKey: 9e9 } }) })),
  ],
];

test.each(broken)("the contract notices stores of which one %s", async (_, breakIt) => {
  const failed = await failedCases(scorecardStoreCases, async () => breakIt(await open()));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(scorecardStoreCases.length);
});
