import { expect } from "vitest";
import { enter, find, said, type CallSearchParts } from "./call-search-parts.ts";
import type { ContractCase } from "./contract-cases.ts";
import type { Entry } from "./naive-search.ts";
import { makeCall, makeTranscript, MONDAY_MS } from "./sample-calls.ts";

const titled = (title: string, ...lines: string[]): Entry => ({
  call: makeCall({ title }),
  transcript: makeTranscript(lines),
});
const idsOf = (...entries: Entry[]) => entries.map((entry) => entry.call.id);

/** Orders, never scores: every engine has its own. */
export const relevanceCases: readonly ContractCase<CallSearchParts>[] = [
  {
    name: "by relevance, puts a word in the title before any number of them in the transcript",
    async check(parts) {
      const title = titled("A demo", "we said something else here");
      const body = titled("A call", "demo demo demo demo demo");
      await enter(parts, title, body);
      expect(await find(parts, { keywords: ["demo"], sort: "relevance" })).toEqual(idsOf(title, body));
    },
  },
  {
    name: "by relevance, puts keywords next to each other before keywords apart",
    async check(parts) {
      const adjacent = said("the sales demo went well and so on and on and on and on");
      const scattered = said("sales demand a demo of sales", "demo demo sales");
      await enter(parts, adjacent, scattered);
      expect(await find(parts, { keywords: ["sales", "demo"], sort: "relevance" })).toEqual(idsOf(adjacent, scattered));
    },
  },
  {
    name: "by relevance, puts more of a word before less of it in texts of one length",
    async check(parts) {
      const entries = [1, 3, 2].map((count) => said(`${"demo ".repeat(count)}${"word ".repeat(6 - count)}end`));
      await enter(parts, ...entries, ...Array.from({ length: 5 }, () => said("word word word")));
      const [one, three, two] = idsOf(...entries);
      expect(await find(parts, { keywords: ["demo"], sort: "relevance" })).toEqual([three, two, one]);
    },
  },
  {
    name: "by relevance, puts the newest of equals first",
    async check(parts) {
      const at = (minutes: number): Entry => ({
        call: makeCall({ startMs: MONDAY_MS + minutes * 60_000 }),
        transcript: makeTranscript(["one demo here"]),
      });
      const [middle, old, young] = [at(5), at(1), at(9)];
      await enter(parts, middle, old, young);
      expect(await find(parts, { keywords: ["demo"], sort: "relevance" })).toEqual(idsOf(young, middle, old));
    },
  },
  {
    name: "by relevance, shows the newest first where there is no keyword",
    async check(parts) {
      const [old, young] = [0, 1].map((minute) => ({
        call: makeCall({ startMs: MONDAY_MS + minute * 60_000, title: "x" }),
      }));
      if (!old || !young) throw new Error("two calls were made");
      await enter(parts, young, old);
      expect(await find(parts, { title: "x", sort: "relevance" })).toEqual(idsOf(young, old));
    },
  },
];
