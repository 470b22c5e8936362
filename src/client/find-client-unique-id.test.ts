import { expect, test } from "vitest";
import type { ListCallsRequest, ListCallsResponse } from "../gong-api/schemas/list-calls.ts";
import { findClientUniqueId } from "./find-client-unique-id.ts";
import { DAY_MS } from "./pace.ts";

const NOW_MS = Date.UTC(2025, 5, 30);

interface ShownCall {
  readonly id: string;
  readonly clientUniqueId: string;
  readonly daysAgo: number;
}

/** A tenant that shows one call a page, of those within the window that is asked for. */
function tenant(shown: readonly ShownCall[]) {
  const asked: ListCallsRequest[] = [];
  const listCalls = async (request: ListCallsRequest): Promise<ListCallsResponse> => {
    asked.push(request);
    const [fromMs, toMs] = [Date.parse(request.fromDateTime ?? ""), Date.parse(request.toDateTime ?? "")];
    const startMs = ({ daysAgo }: ShownCall) => NOW_MS - daysAgo * DAY_MS;
    const found = shown.filter((call) => startMs(call) >= fromMs && startMs(call) < toMs);
    const at = Number(request.cursor ?? 0);
    const calls = found.slice(at, at + 1) as unknown as ListCallsResponse["calls"]; // no more of them is read
    const next = at + 1 < found.length ? { cursor: String(at + 1) } : {};
    return { calls, records: { totalRecords: found.length, currentPageSize: 1, currentPageNumber: at, ...next } };
  };
  return { api: { listCalls }, asked };
}

const callsOfToday = (count: number): ShownCall[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, clientUniqueId: `pbx-${index}`, daysAgo: 0.5 }));

test("a new call is found in the first window, with one request", async () => {
  const { api, asked } = tenant([{ id: "77", clientUniqueId: "pbx-1", daysAgo: 0 }]);
  expect(await findClientUniqueId(api, "pbx-1", NOW_MS)).toBe("77");
  expect(asked).toHaveLength(1);
});

test.each([0, 1, 1.5, 7, 7.5, 30, 30.5, 90, 90.5, 365])(
  "a call of %s days ago is found: windows leave no gap",
  async (daysAgo) => {
    const { api } = tenant([{ id: "77", clientUniqueId: "pbx-1", daysAgo }]);
    expect(await findClientUniqueId(api, "pbx-1", NOW_MS)).toBe("77");
  },
);

test("a call that nobody is shown is looked for in the last year, with five requests", async () => {
  const { api, asked } = tenant([]);
  await expect(findClientUniqueId(api, "pbx-1", NOW_MS)).rejects.toMatchObject({
    code: "not-found",
    message: expect.stringContaining("in the calls of the last year"),
  });
  expect(asked).toHaveLength(5);
});

test("the search ends after fifty requests, and says how far it went", async () => {
  const { api, asked } = tenant(callsOfToday(60));
  await expect(findClientUniqueId(api, "pbx-50", NOW_MS)).rejects.toMatchObject({
    code: "not-found",
    message: expect.stringContaining("in the newest 5000 calls"),
  });
  expect(asked).toHaveLength(50);
});

test("what the fiftieth request shows is still found", async () => {
  const { api, asked } = tenant(callsOfToday(60));
  expect(await findClientUniqueId(api, "pbx-49", NOW_MS)).toBe("49");
  expect(asked).toHaveLength(50);
});
