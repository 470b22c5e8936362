import { describe, expect, it } from "vitest";
import { makeAccount } from "./accounts.ts";
import { makeCompany } from "./company.ts";
import { makeSituation } from "./situation.ts";
import { readTalkLibrary } from "./talk-library.ts";

const library = readTalkLibrary();
const exchanges = Object.entries(library).flatMap(([subject, list]) => list.map((exchange) => ({ subject, exchange })));
const lines = exchanges.flatMap(({ subject, exchange }) => exchange.lines.map((line) => ({ subject, ...line })));

describe("what people say", () => {
  it("can be said in more than one way on every subject", () => {
    const poor = Object.entries(library).filter(([, list]) => list.length < 2);
    expect(poor).toEqual([]);
    expect(exchanges.length).toBeGreaterThan(150);
  });

  it("needs nothing but what is known of a call", () => {
    const account = makeAccount("any", 0, makeCompany("any"));
    const ofCall = ["us", "rep", "repFull", "cust", "custFull", "second", "other", "nextDay", "nextTime"];
    const known = new Set([...Object.keys(makeSituation(account, "any", 0).words), ...ofCall]);
    const unknown = lines.flatMap(({ subject, template }) =>
      [...template.matchAll(/\{(\w*)\}/g)].flatMap(([, name = ""]) =>
        known.has(name) ? [] : [`${subject}: {${name}}`],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it("names colleagues only where they are there", () => {
    const strangers = exchanges.filter(({ exchange }) => {
      const text = exchange.lines.map((line) => line.template).join(" ");
      return (
        (text.includes("{second}") && !exchange.needs.includes("S")) ||
        (text.includes("{other}") && !exchange.needs.includes("D"))
      );
    });
    expect(strangers).toEqual([]);
    expect(exchanges.flatMap(({ exchange }) => exchange.needs).filter((voice) => !"SD".includes(voice))).toEqual([]);
  });

  it("is written without slips: alternatives are closed, sentences end", () => {
    const slips = lines.filter(({ template }) => {
      const plain = template.replaceAll(/\([^()]*\|[^()]*\)/g, "x.").replaceAll(/\{\w+\}/g, "x");
      return /[(){}|]/.test(plain) || !/[.?!]$/.test(plain) || /\s{2}/.test(plain);
    });
    expect(slips).toEqual([]);
  });
});
