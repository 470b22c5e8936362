import { describe, expect, it } from "vitest";
import { spokenTranscript, type Spoken } from "../../../test/support/spoken-transcript.ts";
import { loadEnglish } from "./english.ts";
import { topicLexicon, type TopicEntry } from "./topic-lexicon.ts";
import { makeTopicMatcher } from "./topic-matcher.ts";
import { topicsOf } from "./topics.ts";

const english = loadEnglish();
const entry = (name: string, strong: string, weak = "none", place: TopicEntry["place"] = "anywhere"): TopicEntry => ({
  name,
  place,
  strong,
  weak,
});

function topics(lexicon: readonly TopicEntry[], spoken: readonly Spoken[], durationMs = 3_600_000) {
  const { sentences } = spokenTranscript({ rep: "Internal" }, spoken);
  return topicsOf(sentences, { matcher: makeTopicMatcher(lexicon, english), durationMs });
}
const at = (seconds: number, text: string): Spoken => ["rep", seconds * 1_000, seconds * 1_000 + 5_000, text];

describe("topicsOf", () => {
  const pricing = entry("Pricing", "price; per seat", "cost; fee; bill");

  it("measures a stretch from its first term to the end of its last, across 60 s and no more", () => {
    const found = topics(
      [pricing],
      [at(100, "the price"), at(120, "nice house"), at(165, "prices rose"), at(231, "the price")],
    );
    // 100 to 170 s; the next starts 61 s after and stands alone.
    expect(found).toEqual([{ name: "Pricing", durationMs: 70_000, sentenceIndexes: [0, 2] }]);
    const joined = topics([pricing], [at(100, "the price"), at(165, "prices rose"), at(230, "the price")]);
    expect(joined[0]?.durationMs).toBe(135_000); // 100 to 235 s
  });

  it("adds stretches up", () => {
    const found = topics([pricing], [at(0, "the price"), at(10, "price"), at(600, "price"), at(620, "per seat")]);
    expect(found).toEqual([{ name: "Pricing", durationMs: 40_000, sentenceIndexes: [0, 1, 2, 3] }]); // 15 + 25 s
  });

  it("ignores a mention in passing", () => {
    expect(topics([pricing], [at(10, "the price per seat")])).toEqual([]); // one sentence
    expect(topics([pricing], [at(10, "the price"), at(20, "a fee")])).toEqual([]); // 2 + 1
    expect(topics([pricing], [at(10, "a fee"), at(20, "fees"), at(30, "fee"), at(40, "cost")])).toEqual([]); // two kinds, both weak
    expect(topics([pricing], [at(10, "a fee"), at(20, "fees"), at(30, "the bill"), at(40, "cost")])).toHaveLength(1);
  });

  it("counts small talk at the edges of a call and its setup in the opening only", () => {
    const lexicon = [
      entry("Small Talk", "weather", "none", "edges"),
      entry("Call Setup", "weather", "none", "opening"),
    ];
    const named = (seconds: number) =>
      topics(lexicon, [at(seconds, "the weather"), at(seconds + 9, "weather")]).map(({ name }) => name);
    expect(named(300)).toEqual(["Call Setup", "Small Talk"]); // within the first 360 of 3,600 s
    expect(named(1_800)).toEqual([]);
    expect(named(3_300)).toEqual(["Small Talk"]);
  });

  it("puts the longest first", () => {
    const lexicon = [entry("Short", "tea"), entry("Long", "coffee")];
    const found = topics(lexicon, [at(0, "tea"), at(8, "tea"), at(10, "coffee"), at(40, "coffee")]);
    expect(found.map(({ name }) => name)).toEqual(["Long", "Short"]);
  });

  it("lets backward times neither lengthen nor crash a topic", () => {
    const found = topics(
      [pricing],
      [
        ["rep", 9_000, 1_000, "price"],
        ["rep", 10_000, 11_000, "price"],
      ],
    );
    expect(found[0]?.durationMs).toBe(2_000); // 9 to 11 s
  });
});

describe("makeTopicMatcher", () => {
  function terms(term: string, text: string): number {
    const lexicon = [entry("Topic", term)];
    return makeTopicMatcher(lexicon, english)(text).get(lexicon[0] ?? entry("", ""))?.length ?? 0;
  }

  it.each([
    ["price", "Prices", "priced", "pricing"],
    ["contract", "contracts", "contracting"],
    ["buy", "bought", "buys", "buying"],
    ["cheap", "cheaper", "cheapest"],
    ["policy", "policies"],
    ["integrate", "integrating", "integrated"],
  ])("finds %s in its inflections", (term, ...said) => {
    for (const text of said) expect(terms(term, `they said ${text}.`), text).toBe(1);
  });

  it.each([
    ["policy", "police"],
    ["integrate", "integrity"],
    ["contract", "contraction"],
    ["organ", "organization"],
    ["general", "generation"],
    ["universe", "university"],
    ["train", "trait"],
    ["support", "supposed"],
    ["price", "priceless"],
    ["rain", "training"],
    ["term", "determine"],
  ])("does not find %s in %s", (term, said) => expect(terms(term, `the ${said} is here`)).toBe(0));

  it("takes a term with = as it is said and no other way", () => {
    expect(terms("=terms", "the terms")).toBe(1);
    expect(terms("=terms", "the term")).toBe(0);
  });

  it("finds terms of several words in a row only, across punctuation marks and hyphens", () => {
    expect(terms("follow up", "a follow-up, and I followed up")).toBe(2);
    expect(terms("follow up", "follow them up")).toBe(0);
  });

  it("counts the longest term at a place and no word twice", () => {
    expect(terms("fee; license fee; license", "the license fee")).toBe(1);
    expect(terms("fee; license", "the license fee")).toBe(2);
  });

  it("hears the dollar in a dollar sign", () => {
    expect(terms("dollar", "it is $50")).toBe(1);
  });
});

describe("topicLexicon", () => {
  const sales: Record<string, readonly string[]> = {
    Pricing: ["How much does it cost per user?", "The list price is $40 and we give a discount."],
    "Security and Privacy": ["Do you have SOC 2?", "Yes, and all data is encrypted, with single sign-on."],
    "Contract and Legal": ["I will send the contract to our lawyers.", "The NDA is with the legal team."],
    "Next Steps": ["Let's schedule a follow-up.", "I'll send you a calendar invite for next week."],
    Competition: ["You are comparing us with other vendors?", "Yes, your competitors offered us the same."],
    Integration: ["Does it integrate with our CRM?", "Yes, through the API or webhooks."],
    Objections: ["It is too expensive for us.", "And this is not a priority for us now."],
    "Decision Process": ["Who makes the final decision?", "My boss, and two other stakeholders."],
  };

  it.each(Object.entries(sales))("recognises talk of %s", (name, texts) => {
    const found = topics(
      topicLexicon,
      texts.map((text, index) => at(600 + index * 10, text)),
    );
    expect(found.map((topic) => topic.name)).toContain(name);
  });

  it("has no term that can never match, none twice in a topic and no topic twice", () => {
    for (const { name, strong, weak } of topicLexicon) {
      const all = `${strong}; ${weak}`.split(";").map((term) => term.trim());
      expect(new Set(all).size, name).toBe(all.length);
      for (const term of all) expect(terms1(term), `${name}: ${term}`).toBe(1);
    }
    expect(new Set(topicLexicon.map(({ name }) => name)).size).toBe(topicLexicon.length);
  });

  function terms1(term: string): number {
    const lexicon = [entry("Topic", term)];
    return makeTopicMatcher(lexicon, english)(term.replace("=", "")).get(lexicon[0] ?? entry("", ""))?.length ?? 0;
  }
});
