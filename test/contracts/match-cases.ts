import { expect } from "vitest";
import { asId, type PartyId } from "../../src/calls/ids.ts";
import type { CallMatch, CallQuery } from "../../src/engine/search/call-search.ts";
import { enter, makeQuery, said, type CallSearchParts } from "./call-search-parts.ts";
import type { ContractCase } from "./contract-cases.ts";
import type { Entry } from "./naive-search.ts";
import { makeAnalysis, makeCall, makeParty, makeSpeaker, makeTranscript } from "./sample-calls.ts";

async function matchesOf(
  parts: CallSearchParts,
  entry: Entry,
  given: Partial<CallQuery>,
): Promise<readonly CallMatch[]> {
  await enter(parts, entry);
  const page = await parts.search.search(makeQuery({ matchesPerCall: 10, ...given }));
  expect(page.hits.map((hit) => hit.callId)).toEqual([entry.call.id]);
  return page.hits[0]?.matches ?? [];
}

const jane = makeParty({ id: asId<PartyId>("501"), name: "Jane Smith", emailAddress: "jane@acme.example" });
const speakers = [
  makeSpeaker("31", { partyId: jane.id, affiliation: "External" }),
  makeSpeaker("32", { affiliation: "Internal", source: "channel-side" }),
];

export const matchCases: readonly ContractCase<CallSearchParts>[] = [
  {
    name: "shows the sentence, who said it and when, for a speaker who is surely somebody and for one who is not",
    async check(parts) {
      const lines = ["Hello.", [1, "Our prices, you mean?"], [0, "What does it cost? Your PRICING!"]] as const;
      const entry = { call: makeCall({ parties: [jane] }), transcript: makeTranscript(lines, speakers) };
      expect(await matchesOf(parts, entry, { keywords: ["price"] })).toEqual([
        {
          keyword: "price",
          where: "transcript",
          text: "Our prices, you mean?",
          startMs: 2000,
          affiliation: "Internal",
        },
        {
          keyword: "price",
          where: "transcript",
          text: "What does it cost? Your PRICING!",
          startMs: 4000,
          speakerName: "Jane Smith",
          affiliation: "External",
        },
      ]);
    },
  },
  {
    name: "shows title, party and topic that have a keyword",
    async check(parts) {
      const acme = makeParty({ emailAddress: "sales@acme.example" });
      const call = makeCall({ title: "Acme renewal", parties: [jane, acme, makeParty({ name: "Bob" })] });
      const entry = { call, analysis: makeAnalysis(["Renewals", "Acme budget"]) };
      expect(await matchesOf(parts, entry, { keywords: ["acme"] })).toEqual([
        { keyword: "acme", where: "title", text: "Acme renewal" },
        { keyword: "acme", where: "party", text: "Jane Smith" },
        { keyword: "acme", where: "party", text: "sales@acme.example" },
        { keyword: "acme", where: "topic", text: "Acme budget" },
      ]);
    },
  },
  {
    name: "shows as many places as asked for, at least one for each keyword, in the order they were said",
    async check(parts) {
      const entry = said("demo a", "demo b", "demo c", "budget d", "demo e");
      const matches = await matchesOf(parts, entry, { keywords: ["demo", "budget"], matchesPerCall: 3 });
      expect(matches.map(({ keyword, text }) => [keyword, text])).toEqual([
        ["demo", "demo a"],
        ["demo", "demo b"],
        ["budget", "budget d"],
      ]);
    },
  },
  {
    name: "shows a place once where two keywords meet",
    async check(parts) {
      const matches = await matchesOf(parts, said("a demo of the budget"), { keywords: ["demo", "budget"] });
      expect(matches.map(({ text }) => text)).toEqual(["a demo of the budget"]);
    },
  },
  {
    name: "shows a phrase only where its words stand together",
    async check(parts) {
      const entry = said("the list price", "price", "list", "a price", "Price-lists for all", "price listing");
      const matches = await matchesOf(parts, entry, { keywords: ["price list"] });
      expect(matches.map(({ text }) => text)).toEqual(["Price-lists for all", "price listing"]);
    },
  },
  {
    name: "finds the places of irregular and unknown words, in other scripts, and in sentences with line breaks",
    async check(parts) {
      const lines = ["We bought\nit", "She's onboarding\nthem.", "Über das Café", "价格太贵了", "цена ёлки", "nothing"];
      const entry = said(...lines);
      await enter(parts, entry);
      const places = { buy: 0, onboard: 1, cafe: 2, uber: 2, 太贵: 3, Ёлки: 4 };
      for (const [keyword, index] of Object.entries(places)) {
        const page = await parts.search.search(makeQuery({ keywords: [keyword], matchesPerCall: 5 }));
        expect(
          page.hits[0]?.matches.map(({ text, startMs }) => [text, startMs]),
          keyword,
        ).toEqual([[lines[index], index * 2000]]);
      }
    },
  },
  {
    name: "looks for no places when none are asked for, or no keyword is given",
    async check(parts) {
      await enter(parts, said("demo"));
      const empty = async (given: Partial<CallQuery>) => (await parts.search.search(makeQuery(given))).hits[0]?.matches;
      expect(await empty({ keywords: ["demo"], matchesPerCall: 0 })).toEqual([]);
      expect(await empty({ matchesPerCall: 5 })).toEqual([]);
    },
  },
];
