import { expect } from "vitest";
import { InvalidInputError } from "../../src/calls/errors.ts";
import { enter, find, makeQuery, said, type CallSearchParts } from "./call-search-parts.ts";
import type { ContractCase } from "./contract-cases.ts";
import type { Entry } from "./naive-search.ts";
import { makeAnalysis, makeCall, makeParty, makeTranscript } from "./sample-calls.ts";

export const keywordCases: readonly ContractCase<CallSearchParts>[] = [
  {
    name: "finds keywords in transcript, title, parties' names and e-mails, and topics, whatever their case and inflection",
    async check(parts) {
      const entry: Entry = {
        call: makeCall({
          title: "Quarterly Reviews",
          parties: [makeParty({ name: "Zoë O'Brien", emailAddress: "z.obrien@Example-Corp.com" })],
        }),
        transcript: makeTranscript(["They bought the companies' Café.", "价格太贵了"]),
        analysis: makeAnalysis(["Legal review", "Onboarding"]),
      };
      await enter(parts, entry, said("nothing of this"));
      const found = ["BUY", "company", "cafe", "review", "zoe", "o'brien", "obrien", "z.obrien@example-corp.com"];
      for (const keyword of [
        ...found,
        "example-corp",
        "example",
        "legal",
        "onboarded",
        "价格",
        "太贵",
        "legal reviews",
      ]) {
        expect(await find(parts, { keywords: [keyword] }), keyword).toEqual([entry.call.id]);
      }
      for (const keyword of ["cat", "brie", "格价", "bough"])
        expect(await find(parts, { keywords: [keyword] }), keyword).toEqual([]);
    },
  },
  {
    name: "finds those that stay, and none that went, once removed calls are out of the index for good",
    async check(parts) {
      const [gone, stays] = [said("about budgets"), said("about budgets, too")];
      await enter(parts, gone, stays);
      await parts.database.transact((transaction) => parts.search.remove(gone.call.id, transaction));
      await parts.search.dropRemoved();
      expect(await find(parts, { keywords: ["budget"] })).toEqual([stays.call.id]);
      await enter(parts, gone);
      expect((await find(parts, { keywords: ["budget"] })).toSorted()).toEqual(
        [gone.call.id, stays.call.id].toSorted(),
      );
    },
  },
  {
    name: "takes a keyword of several words as a phrase that does not cross sentences, speakers, parties or topics",
    async check(parts) {
      const whole = said("The price is right.", "A price list.");
      const across: Entry = {
        call: makeCall({ title: "price", parties: [makeParty({ name: "Price" }), makeParty({ name: "List" })] }),
        transcript: makeTranscript(["What a price", "list it"]),
        analysis: makeAnalysis(["price", "list"]),
      };
      await enter(parts, whole, across);
      expect(await find(parts, { keywords: ["price list"] })).toEqual([whole.call.id]);
      expect(await find(parts, { keywords: ["Prices, LISTED"] })).toEqual([whole.call.id]);
      expect(await find(parts, { keywords: ["list price"] })).toEqual([]);
      expect(await find(parts, { keywords: ["price", "list"] })).toEqual([across.call.id, whole.call.id]);
    },
  },
  {
    name: "finds a phrase at the end of a call of 18,000 words, and one with a word that is said 300 times before",
    async check(parts) {
      const filler = Array.from({ length: 1800 }, (_, i) => `this is one of ten words in sentence number n${i} again`);
      const long = said(...filler, "and so the purple elephant agreed");
      const repeated = said(...Array.from({ length: 300 }, () => "yes"), "yes and the green elephant");
      await enter(parts, long, repeated);
      expect(await find(parts, { keywords: ["purple elephant"] })).toEqual([long.call.id]);
      expect(await find(parts, { keywords: ["yes and the green"] })).toEqual([repeated.call.id]);
    },
  },
  {
    name: "does no harm with hostile text, and finds it where it was said",
    async check(parts) {
      const hostile = [
        '" OR 1=1 --',
        "a* NEAR(b, 2)",
        "{body}: x",
        "^first",
        "x AND NOT y",
        "constructor",
        "__proto__",
        "\u0000z",
        "\ud800q",
        "u_1 t_2",
      ];
      const entries = hostile.map((text) => said(text));
      await enter(parts, ...entries);
      for (const [index, keyword] of hostile.entries()) {
        expect(await find(parts, { keywords: [keyword] }), keyword).toEqual([entries[index]?.call.id]);
        await find(parts, {
          title: keyword,
          participantName: keyword,
          participantEmail: keyword,
          disposition: keyword,
        });
        await find(parts, { keywords: [keyword], sort: "relevance", matchesPerCall: 3, participantDomain: keyword });
      }
      expect(await find(parts, { keywords: Array.from({ length: 400 }, (_, i) => `w${i}`) })).toEqual([]);
      expect(await find(parts, { keywords: ["long ".repeat(5000)] })).toEqual([]);
    },
  },
  {
    name: "refuses text conditions in which there is nothing to look for, naming each",
    async check({ search }) {
      const query = makeQuery({
        keywords: ["fine", "?!", ""],
        participantName: "-",
        participantPhone: "none",
        title: "…",
      });
      const refusal = await search.search(query).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(InvalidInputError);
      expect((refusal as InvalidInputError).problems.map((problem) => problem.parameter)).toEqual([
        "keywords",
        "keywords",
        "participantName",
        "participantPhone",
        "title",
      ]);
    },
  },
  {
    name: "finds the words of a name in one party",
    async check(parts) {
      const apart = {
        call: makeCall({ parties: [makeParty({ name: "Jane Smith" }), makeParty({ name: "John Doe" })] }),
      };
      const one = { call: makeCall({ parties: [makeParty({ name: "Doe, Jane Q." })] }) };
      await enter(parts, apart, one);
      expect(await find(parts, { participantName: "jane doe" })).toEqual([one.call.id]);
      expect(await find(parts, { participantName: "jane" })).toEqual([one.call.id, apart.call.id]);
      expect(await find(parts, { participantName: "janes" })).toEqual([]);
    },
  },
  {
    name: "finds a phone number with or without its prefix, if at least seven digits agree",
    async check(parts) {
      const numbers = ["+1 (555) 555-1212", "030 1234567", "5550000", "1234"];
      const entries = numbers.map((phoneNumber) => ({ call: makeCall({ parties: [makeParty({ phoneNumber })] }) }));
      const [american, german, short, extension] = entries.map((entry) => entry.call.id);
      await enter(parts, ...entries);
      const finds = async (phone: string) => ({ [phone]: await find(parts, { participantPhone: phone }) });
      for (const phone of ["15555551212", "555-555-1212", "001 555 555 1212", "5551212"]) {
        expect(await finds(phone)).toEqual({ [phone]: [american] });
      }
      expect(await finds("+49 30 1234567")).toEqual({ "+49 30 1234567": [german] });
      expect(await finds("+1 555 555 0000")).toEqual({ "+1 555 555 0000": [short] });
      expect(await finds("1234")).toEqual({ "1234": [extension] });
      for (const phone of ["551212", "+44 5555551213", "25555551212", "567"])
        expect(await finds(phone)).toEqual({ [phone]: [] });
    },
  },
];
