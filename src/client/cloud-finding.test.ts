import { expect, test } from "vitest";
import type { CallCriteria } from "../calls/call-criteria.ts";
import type { SearchCost } from "../gong-api/call-finding.ts";
import type { DetailedCall, ListCallsExtensiveRequest } from "../gong-api/schemas/list-calls-extensive.ts";
import { cloudFinding } from "./cloud-finding.ts";
import { DAY_MS } from "./pace.ts";
import type { RecordApi } from "./read-records.ts";
import type { TextMatching } from "./text-matching.ts";

const NOW_MS = Date.UTC(2025, 5, 30);
const criteria: CallCriteria = { match: "all", sort: "recency", pageSize: 10, fromMs: NOW_MS - 500 * DAY_MS };
const selection = { context: "None", includeContent: false, includeMedia: false, includeTranscript: false } as const;

/** Words are the same when they are written alike. */
const matching: TextMatching = {
  hasPhrase: (text, phrase) => text.includes(phrase),
  hasWords: (text, words) => text.includes(words),
  hasNames: (text, words) => text.includes(words),
  isSame: (one, other) => one === other,
  isSamePhone: (one, other) => one === other,
  isSearchable: (words) => /\w/.test(words),
};

/** A tenant with a call every hour; call 0 is the newest, and every tenth is about pricing. */
function tenant(callCount: number, approve?: (cost: SearchCost) => Promise<boolean>) {
  const requests: string[] = [];
  const started = (id: number) => NOW_MS - (id + 1) * 3_600_000;
  const all = Array.from({ length: callCount }, (_, id) => ({
    metaData: { id: String(id), started: new Date(started(id)).toISOString(), duration: 60, title: "Call" },
    parties: [],
  })) as unknown as DetailedCall[]; // no more of them is read
  const api: RecordApi = {
    listCallsExtensive: async ({ filter, cursor }: ListCallsExtensiveRequest) => {
      requests.push("extensive");
      const from = Date.parse(filter.fromDateTime ?? "2000-01-01");
      const to = Date.parse(filter.toDateTime ?? "2100-01-01");
      const found = all.filter(({ metaData: { id } }) => started(Number(id)) >= from && started(Number(id)) < to);
      const at = Number(cursor ?? 0);
      const calls = found.slice(at, at + 100);
      const next = at + 100 < found.length ? { cursor: String(at + 100) } : {};
      return {
        calls,
        records: { totalRecords: found.length, currentPageSize: calls.length, currentPageNumber: 0, ...next },
      };
    },
    getCallTranscripts: async ({ filter: { callIds = [] } }) => {
      requests.push("transcript");
      const text = (callId: string) => (Number(callId) % 10 === 0 ? "about pricing" : "about the weather");
      const callTranscripts = callIds.map((callId) => ({
        callId,
        transcript: [{ speakerId: "s", topic: null, sentences: [{ start: 0, end: 1, text: text(callId) }] }],
      }));
      const records = { totalRecords: callIds.length, currentPageSize: callIds.length, currentPageNumber: 0 };
      return { records, callTranscripts };
    },
    listMultipleUsers: async () => Promise.reject(new Error("nobody is to be asked for")),
  };
  const budget = {
    limits: { perSecond: 3, perDay: 10_000 },
    take: async () => {},
    pause: async () => {},
    countDay: async () => requests.length,
  };
  return { finding: cloudFinding({ api, budget, matching, clock: () => NOW_MS, approve }), requests };
}

const ids = (found: { calls: readonly { data: { metaData: { id: string } } }[] }) =>
  found.calls.map(({ data }) => Number(data.metaData.id));

test("a search ends with the page, and says that there may be more", async () => {
  const { finding, requests } = tenant(5000);
  const found = await finding.findCalls({ ...criteria, keywords: ["pricing"] }, selection);
  expect(ids(found)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(found.total).toEqual({ value: 11, relation: "gte" });
  expect(requests.length).toBeLessThan(15);
});

test("the next page goes on where this one ended, and neither doubles nor leaves out a call", async () => {
  const { finding } = tenant(350);
  const seen: number[] = [];
  let cursor: string | undefined;
  let total;
  do {
    const found = await finding.findCalls({ ...criteria, keywords: ["pricing"], cursor }, selection);
    seen.push(...ids(found));
    ({ cursor, total } = found);
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: 35 }, (_, index) => index * 10));
  expect(total).toEqual({ value: 35, relation: "eq" });
});

test("a page number counts from the newest call", async () => {
  const { finding } = tenant(350);
  expect(ids(await finding.findCalls({ ...criteria, page: 3, pageSize: 2 }, selection))).toEqual([4, 5]);
});

test("a costly search is asked for, and not done where the answer is no", async () => {
  const asked: SearchCost[] = [];
  const { finding, requests } = tenant(5000, async (cost) => (asked.push(cost), false));
  const search = finding.findCalls({ ...criteria, keywords: ["pricing"] }, selection);
  await expect(search).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Nothing was searched"),
  });
  // 1 + 50 pages x 1.3 + 50 requests for transcripts.
  expect(asked).toEqual([{ calls: 5000, requests: 116, seconds: 39, shareOfDay: 0.0116, leftToday: 9999 }]);
  expect(requests).toEqual(["extensive"]);
});

test("a cheap one is done without a word", async () => {
  const { finding } = tenant(350, async () => Promise.reject(new Error("nobody is to be asked")));
  expect(ids(await finding.findCalls({ ...criteria, keywords: ["pricing"], pageSize: 1 }, selection))).toEqual([0]);
});

test("words in which there is nothing to look for are refused before anything is asked", async () => {
  const { finding, requests } = tenant(5);
  await expect(finding.findCalls({ ...criteria, keywords: ["?!"] }, selection)).rejects.toMatchObject({
    problems: [{ parameter: "keywords", message: expect.stringContaining("no letters or digits") }],
  });
  expect(requests).toEqual([]);
});
