import type { CallId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { CallPage, CallQuery, CallSearch } from "../../src/engine/search/call-search.ts";
import type { CallAccessStore } from "../../src/engine/store/call-access-store.ts";
import type { CallStore } from "../../src/engine/store/call-store.ts";
import type { Entry } from "./naive-search.ts";
import { makeCall, makeTranscript } from "./sample-calls.ts";

export interface CallSearchParts extends AsyncDisposable {
  readonly database: Database;
  readonly search: CallSearch;
  /** The records of the calls that are searched. */
  readonly calls: CallStore;
  readonly callAccess: CallAccessStore;
}

/** Stores and indexes calls, as the stages of the engine do. */
export async function enter({ database, calls, search }: CallSearchParts, ...entries: Entry[]): Promise<void> {
  await database.transact(async (transaction) => {
    for (const { call, transcript, analysis } of entries) {
      await calls.add(call, transaction);
      if (transcript) await calls.setTranscript(call.id, transcript, transaction);
      await search.put(call, transcript, analysis, transaction);
    }
  });
}

export function makeQuery(given: Partial<CallQuery> = {}): CallQuery {
  return { match: "all", sort: "recency", pageSize: 10, matchesPerCall: 0, ...given };
}

export async function find(parts: CallSearchParts, given: Partial<CallQuery> = {}): Promise<CallId[]> {
  return idsOf(await parts.search.search(makeQuery(given)));
}

export function said(...lines: string[]): Entry {
  return { call: makeCall(), transcript: makeTranscript(lines) };
}

export const idsOf = (page: CallPage) => page.hits.map((hit) => hit.callId);

/** All pages by cursor, with a bound in case that they never end. */
export async function readPages(parts: CallSearchParts, query: CallQuery): Promise<CallPage[]> {
  const pages = [await parts.search.search(query)];
  for (let cursor = pages[0]?.cursor; cursor !== undefined; cursor = pages.at(-1)?.cursor) {
    if (pages.length > 500) throw new Error("The pages do not end");
    pages.push(await parts.search.search({ ...query, cursor }));
  }
  return pages;
}
