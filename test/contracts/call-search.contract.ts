import * as fc from "fast-check";
import { expect } from "vitest";
import type { CallQuery } from "../../src/engine/search/call-search.ts";
import { enter, idsOf, readPages, type CallSearchParts } from "./call-search-parts.ts";
import { describeCases, type ContractCase, type OpenParts } from "./contract-cases.ts";
import { keywordCases } from "./keyword-cases.ts";
import { matchCases } from "./match-cases.ts";
import { findNaively, type Entry } from "./naive-search.ts";
import { pagingCases } from "./paging-cases.ts";
import { library, query as anyQuery } from "./random-calls.ts";
import { relevanceCases } from "./relevance-cases.ts";

export function describeCallSearchContract(name: string, open: OpenParts<CallSearchParts>): void {
  describeCases(`${name} finds calls`, callSearchCases, open);
}

const randomCase: ContractCase<CallSearchParts> = {
  name: "finds what looking at every call finds: ids, order, totals, by cursor and by page number",
  async check(parts) {
    const known: Entry[] = [];
    await fc.assert(
      fc.asyncProperty(library, fc.array(anyQuery, { minLength: 25, maxLength: 25 }), async (entries, queries) => {
        await parts.database.transact(async (transaction) => {
          for (const { call } of known.splice(0)) await parts.search.remove(call.id, transaction);
        });
        await enter(parts, ...entries);
        known.push(...entries);
        for (const query of queries) await compare(parts, entries, query);
      }),
      { numRuns: 12 },
    );
  },
};

async function compare(parts: CallSearchParts, entries: readonly Entry[], query: CallQuery): Promise<void> {
  const expected = findNaively(entries, query);
  const pages = await readPages(parts, query);
  const found = pages.flatMap(idsOf);
  const numbered = await Promise.all(pages.map((_, index) => parts.search.search({ ...query, page: index + 1 })));
  expect(numbered.map(idsOf)).toEqual(pages.map(idsOf));
  for (const page of pages) expect(page.total).toEqual({ value: expected.length, relation: "eq" });
  if (query.sort === "recency") expect(found).toEqual(expected);
  else expect(found.toSorted()).toEqual(expected.toSorted());
}

export const callSearchCases = [randomCase, ...keywordCases, ...pagingCases, ...relevanceCases, ...matchCases];
