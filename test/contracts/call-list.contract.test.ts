import { expect, test } from "vitest";
import { SqliteCallAccessStore } from "../../src/engine/store/sqlite-call-access-store.ts";
import { SqliteCallList } from "../../src/engine/store/sqlite-call-list.ts";
import type { CallAccessStore } from "../../src/engine/store/call-access-store.ts";
import type { CallList } from "../../src/engine/store/call-list.ts";
import { callListCases, type CallListParts, describeCallListContract } from "./call-list.contract.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

async function open(): Promise<CallListParts> {
  const parts = await openSqliteParts();
  return {
    ...parts,
    callList: new SqliteCallList(parts.database),
    callAccess: new SqliteCallAccessStore(parts.database),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}

describeCallListContract("SqliteCallList and SqliteCallAccessStore", open);

const brokenLists: [string, (list: CallList) => Partial<CallList>][] = [
  ["takes the end of a range in", (list) => ({ list: (q) => list.list({ ...q, toMs: q.toMs && q.toMs + 1 }) })],
  ["never goes by the schedule", (list) => ({ list: (query) => list.list({ ...query, by: "start" }) })],
  [
    "shows what came since the first page",
    (list) => ({ list: (q) => list.list({ ...q, after: q.after && { ...q.after, upToKey: 1_000_000 } }) }),
  ],
  ["counts again for each page", (list) => ({ list: async (q) => ({ ...(await list.list(q)), total: -1 }) })],
  ["passes over ids", (list) => ({ list: (query) => list.list({ ...query, callIds: undefined }) })],
  ["shows everything to everybody", (list) => ({ list: (query) => list.list({ ...query, visibleTo: undefined }) })],
];

test.each(brokenLists)("the contract notices a list that %s", async (_, breakIt) => {
  const failed = await failedCases(callListCases, async () => {
    const parts = await open();
    return { ...parts, callList: override<CallList>(parts.callList, breakIt(parts.callList)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(callListCases.length);
});

const brokenAccess: [string, (access: CallAccessStore) => Partial<CallAccessStore>][] = [
  ["gives nothing", () => ({ grant: async () => {} })],
  ["takes nothing back", () => ({ revoke: async () => {} })],
  ["sees with nobody's eyes", (access) => ({ seen: (ids) => access.seen(ids) })],
  ["leaves out calls nobody was given", (access) => ({ list: async (ids) => (await access.list(ids)).slice(1) })],
];

test.each(brokenAccess)("the contract notices a store of access that %s", async (_, breakIt) => {
  const failed = await failedCases(callListCases, async () => {
    const parts = await open();
    return { ...parts, callAccess: override<CallAccessStore>(parts.callAccess, breakIt(parts.callAccess)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(callListCases.length);
});
