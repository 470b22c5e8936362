import { expect, test } from "vitest";
import type { CallPage, CallSearch } from "../../src/engine/search/call-search.ts";
import { callSearchCases, describeCallSearchContract } from "./call-search.contract.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

describeCallSearchContract("SqliteCallSearch", openSqliteParts);

/** The slow case is left out where it is not needed to notice the breakage. */
const quickCases = callSearchCases.filter(({ name }) => !name.includes("10,000"));

const breakages: [string, (search: CallSearch) => Partial<CallSearch>][] = [
  ["takes all keywords for any", (search) => ({ search: (query) => search.search({ ...query, match: "any" }) })],
  [
    "takes a phrase for words anywhere",
    (search) => ({
      search: (query) =>
        search.search({ ...query, keywords: query.keywords?.flatMap((keyword) => keyword.split(" ")) }),
    }),
  ],
  ["shows everything to everybody", (search) => ({ search: (q) => search.search({ ...q, visibleTo: undefined }) })],
  ["does not remove", () => ({ remove: async () => {} })],
  [
    "drops what stays along with what was removed",
    (search) => {
      let isEmpty = false;
      const nothing: CallPage = { hits: [], total: { value: 0, relation: "eq" } };
      return {
        dropRemoved: async () => {
          isEmpty = true;
        },
        search: (query) => (isEmpty ? Promise.resolve(nothing) : search.search(query)),
      };
    },
  ],
  [
    "cuts date ranges to seconds",
    (search) => ({
      search: (query) => search.search({ ...query, fromMs: query.fromMs && Math.floor(query.fromMs / 1000) * 1000 }),
    }),
  ],
  [
    "counts a page as all",
    (search) => ({
      search: async (query) => {
        const page = await search.search(query);
        return { ...page, total: { value: page.hits.length, relation: "eq" } };
      },
    }),
  ],
  ["knows no relevance", (search) => ({ search: (query) => search.search({ ...query, sort: "recency" }) })],
  ["ignores transcripts", (search) => ({ put: (call, _, analysis, tx) => search.put(call, undefined, analysis, tx) })],
  [
    "pages by number behind its cursor",
    (search) => ({
      search: async (query) => {
        const page = Number(query.cursor ?? query.page ?? 1);
        const { cursor, ...rest } = await search.search({ ...query, cursor: undefined, page });
        return cursor === undefined ? rest : { ...rest, cursor: String(page + 1) };
      },
    }),
  ],
];

test.each(breakages)("the contract notices a search that %s", async (_, breakIt) => {
  const failed = await failedCases(quickCases, async () => {
    const parts = await openSqliteParts();
    return { ...parts, search: override<CallSearch>(parts.search, breakIt(parts.search)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(quickCases.length);
});
