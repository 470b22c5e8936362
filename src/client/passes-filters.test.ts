import { expect, test } from "vitest";
import type { CallCriteria } from "../calls/call-criteria.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { findKeywords } from "./find-keywords.ts";
import { compareIds } from "./newest-first.ts";
import { passesFilters } from "./passes-filters.ts";
import type { TextMatching } from "./text-matching.ts";

const matching: TextMatching = {
  hasPhrase: (text, phrase) => text.includes(phrase),
  hasWords: (text, words) => text.includes(words),
  hasNames: (text, words) => text.includes(words),
  isSame: (one, other) => one === other,
  isSamePhone: (one, other) => one.endsWith(other),
  isSearchable: () => true,
};
const call = {
  metaData: { id: "1", title: "Demo for Quayside", direction: "Outbound", duration: 60, sdrDisposition: "Reached" },
  parties: [
    { name: "Jane Smith", emailAddress: "jane@quayside.example", phoneNumber: "+15550143" },
    { name: "John Doe", emailAddress: null, phoneNumber: null },
  ],
} as unknown as DetailedCall; // no more of it is read

test.each<[Partial<CallCriteria>, boolean]>([
  [{}, true],
  [{ direction: "Outbound" }, true],
  [{ direction: "Inbound" }, false],
  [{ disposition: "Reached" }, true],
  [{ disposition: "Busy" }, false],
  [{ title: "Quayside" }, true],
  [{ title: "Harbour" }, false],
  [{ minDurationMs: 60_000, maxDurationMs: 60_000 }, true],
  [{ minDurationMs: 60_001 }, false],
  [{ maxDurationMs: 59_999 }, false],
  [{ participantEmail: "jane@quayside.example", participantName: "Doe" }, true],
  [{ participantEmail: "joan@quayside.example" }, false],
  [{ participantDomain: "@quayside.example" }, true],
  [{ participantDomain: "example" }, false],
  [{ participantName: "Mary" }, false],
  [{ participantPhone: "0143" }, true],
  [{ participantPhone: "0199" }, false],
])("whether the call meets %j is %s", (conditions, expected) => {
  const criteria: CallCriteria = { match: "all", sort: "recency", pageSize: 10, ...conditions };
  expect(passesFilters(call, criteria, matching)).toBe(expected);
});

test("keywords have to be there all, or one of them, and no more than ten places are told", () => {
  const find = (match: "all" | "any", ...keywords: string[]) =>
    findKeywords(call, undefined, { keywords, match }, matching)?.map(({ where, text }) => `${where}: ${text}`);
  expect(find("all", "Demo", "Jane")).toEqual(["title: Demo for Quayside", "party: Jane Smith"]);
  expect(find("all", "Demo", "zebra")).toBeUndefined();
  expect(find("any", "Demo", "zebra")).toEqual(["title: Demo for Quayside"]);
  expect(find("any", "zebra")).toBeUndefined();
  const parties = Array.from({ length: 12 }, (_, index) => ({ name: `Jane ${index}`, emailAddress: null }));
  const crowded = { ...call, parties } as unknown as DetailedCall; // likewise
  expect(findKeywords(crowded, undefined, { keywords: ["Jane"], match: "all" }, matching)).toHaveLength(10);
});

test("ids are put in order as the numbers they are", () => {
  expect(["9", "10", "179519025921339228", "179519025921339227"].toSorted(compareIds)).toEqual([
    "9",
    "10",
    "179519025921339227",
    "179519025921339228",
  ]);
});
