import { expect, test } from "vitest";
import { asId } from "../../src/calls/ids.ts";
import type { CallListPosition } from "../../src/engine/store/call-list.ts";
import { SqliteCallAccessStore } from "../../src/engine/store/sqlite-call-access-store.ts";
import { SqliteCallList } from "../../src/engine/store/sqlite-call-list.ts";
import { LateCallList } from "../../src/sandbox/late-call-list.ts";
import { type CallListParts, describeCallListContract } from "./call-list.contract.ts";
import { makeCall, MONDAY_MS } from "./sample-calls.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

async function open(isThere: (callId: string) => boolean): Promise<CallListParts> {
  const parts = await openSqliteParts();
  const inner = new SqliteCallList(parts.database);
  return {
    ...parts,
    callList: new LateCallList({ inner, isOn: () => true, isThere: ({ id }) => isThere(id), clock: () => MONDAY_MS }),
    callAccess: new SqliteCallAccessStore(parts.database),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}

describeCallListContract("LateCallList with no call that is late", () => open(() => true));

test("pages are those of a list without the late calls, for every size of page", async () => {
  const isThere = (id: string) => !/[2357]$/.test(id);
  await using parts = await open(isThere);
  const ids = Array.from({ length: 38 }, (_, index) => String(1000 + index)); // the last is late
  await parts.database.transact(async (transaction) => {
    for (const [index, id] of ids.entries()) {
      await parts.calls.add(makeCall({ id: asId(id), startMs: MONDAY_MS + index }), transaction);
      await parts.calls.setProcessing(asId(id), { status: "Completed", warnings: [] }, transaction);
    }
  });
  const expected = ids.filter(isThere);
  for (let pageSize = 1; pageSize <= 39; pageSize += 1) {
    const pages: string[][] = [];
    let after: CallListPosition | undefined;
    do {
      const page = await parts.callList.list({ by: "start", pageSize, after });
      expect(page.total).toBe(22);
      pages.push(page.calls.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(pages.flat()).toEqual(expected);
    expect(pages.map((page) => page.length)).toEqual(
      Array.from({ length: Math.ceil(22 / pageSize) }, (_, at) => Math.min(pageSize, 22 - at * pageSize)),
    );
  }
});
