import { describe, expect, it } from "vitest";
import { spokenTranscript } from "../../../test/support/spoken-transcript.ts";
import { loadEnglish } from "./english.ts";
import { keyphrasesOf } from "./keyphrases.ts";
import { makeRarity } from "./rarity.ts";

const english = loadEnglish();
const rarity = makeRarity();

function phrases(texts: readonly string[], names: readonly string[] = []) {
  const { sentences } = spokenTranscript(
    { rep: "Internal" },
    texts.map((text, index) => ["rep", index * 1_000, index * 1_000 + 900, text]),
  );
  return keyphrasesOf(sentences, { english, rarity, names: new Set(names) });
}

describe("keyphrasesOf", () => {
  it("counts a phrase in singular and plural, under its commonest spelling, with the sentences that have it", () => {
    const found = phrases([
      "We need a security review of the warehouse.",
      "Yeah.",
      "The security reviews take three weeks.",
      "Then came a security review, and another security review.",
    ]);
    expect(found[0]).toEqual({ text: "security review", count: 4, sentenceIndexes: [0, 2, 3] });
  });

  it("keeps the capitals of names and acronyms and drops those that open a sentence", () => {
    const texts = phrases([
      "Warehouses are connected to the API.",
      "The API is for Salesforce.",
      "The warehouses have Salesforce.",
    ]).map(({ text }) => text);
    expect(texts.sort()).toEqual(["API", "Salesforce", "warehouses"]);
  });

  it("prefers what is rare in conversation to what is common", () => {
    const texts = phrases(["The encryption is the question.", "Our question is the encryption."]).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(["encryption"]); // `question` is among the commonest words of conversations
  });

  it("leaves out fillers, backchannels, pronouns, common adjectives and first names", () => {
    const found = phrases(
      [
        "Um, Monica, the new dashboard is a thing.",
        "Okay.",
        "Uh, everybody at Monica's, um, likes other dashboards, you know, Monica.",
      ],
      ["monica"],
    );
    expect(found.map(({ text }) => text)).toEqual(["dashboard"]);
  });

  it("shows a phrase once, not with and without its parts", () => {
    const texts = phrases([
      "We talked about data retention.",
      "They wrote the data retention policy.",
      "It is about data retention.",
    ]).map(({ text }) => text);
    expect(texts.filter((text) => text.includes("retention"))).toHaveLength(1);
  });

  it("gives ten at most, and a single word only if it was said twice", () => {
    const nouns = "warehouse forklift pallet barcode invoice courier parcel depot truck harbour crane container".split(
      " ",
    );
    const once = nouns.map((noun) => `They sold the ${noun}.`);
    expect(phrases(once)).toEqual([]);
    expect(phrases([...once, ...once])).toHaveLength(10);
  });

  it("finds nothing in nothing", () => {
    expect(phrases([])).toEqual([]);
    expect(phrases(["", "…", "Mm-hmm.", "42"])).toEqual([]);
  });
});
