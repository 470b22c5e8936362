import { expect, test } from "vitest";
import type { CallStore } from "../../src/engine/store/call-store.ts";
import { callStoreCases, describeCallStoreContract } from "./call-store.contract.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

describeCallStoreContract("SqliteCallStore", openSqliteParts);

const breakages: [string, (calls: CallStore) => Partial<CallStore>][] = [
  [
    "adds a call every time",
    (calls) => ({ add: (call, tx) => calls.add({ ...call, clientUniqueId: `${call.clientUniqueId} ${call.id}` }, tx) }),
  ],
  [
    "gives many calls in an order of its own",
    (calls) => ({ getMany: async (ids) => (await calls.getMany(ids)).toReversed() }),
  ],
  ["counts all calls whatever is asked", (calls) => ({ count: () => calls.count() })],
  ["forgets the media", () => ({ setMedia: async () => {} })],
  ["forgets word times", (calls) => ({ getTranscript: async (id) => (await calls.getTranscripts([id])).get(id) })],
  [
    "scans the first calls only",
    (calls) => ({
      scan: async function* () {
        let count = 0;
        for await (const call of calls.scan()) if ((count += 1) <= 200) yield call;
      },
    }),
  ],
  [
    "knows the versions of the first calls only",
    (calls) => ({
      analysed: async function* () {
        let count = 0;
        for await (const call of calls.analysed()) if ((count += 1) <= 200) yield call;
      },
    }),
  ],
  ["edits no voices", (calls) => ({ edit: (call, _speakers, tx) => calls.edit(call, undefined, tx) })],
  [
    "quotes from the beginning whatever is asked",
    (calls) => ({
      getQuotes: (wanted) => calls.getQuotes(new Map([...wanted].map(([id, at]) => [id, at.map((_, index) => index)]))),
    }),
  ],
  ["removes nothing", () => ({ remove: async () => {} })],
];

test.each(breakages)("the contract notices a store that %s", async (_, breakIt) => {
  const failed = await failedCases(callStoreCases, async () => {
    const parts = await openSqliteParts();
    return { ...parts, calls: override<CallStore>(parts.calls, breakIt(parts.calls)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(callStoreCases.length);
});
