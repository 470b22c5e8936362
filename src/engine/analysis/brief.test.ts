import { describe, expect, it } from "vitest";
import { spokenTranscript } from "../../../test/support/spoken-transcript.ts";
import { briefOf } from "./brief.ts";
import { centralities, similarity, weighWords } from "./centrality.ts";
import { makeRarity } from "./rarity.ts";

const rarity = makeRarity();

function sentencesOf(texts: readonly string[]) {
  return spokenTranscript(
    { rep: "Internal" },
    texts.map((text, index) => ["rep", index * 1_000, index * 1_000 + 900, text]),
  ).sentences;
}

const talk = [
  "Okay.",
  "The warehouse software counts pallets and sends invoices to the customer.",
  "Invoices from the warehouse software reach the customer the same day.",
  "My cousin once drove a purple tractor through a village in Normandy.",
  "Pallets are counted by the warehouse software every single morning.",
  "We had soup.",
  "Each customer of the warehouse pays invoices by the number of pallets.",
  "Somebody left an umbrella next to the piano on Thursday evening again.",
  "The software keeps the invoices of the customer for the whole warehouse.",
  "Pallets, invoices and the warehouse software are what the customer wants.",
];

describe("briefOf", () => {
  it("chooses sentences like most of the call, in order, and no short or stray ones", () => {
    const brief = briefOf(sentencesOf(talk), rarity);
    expect(brief).toHaveLength(2); // a quarter of the eight that are long enough
    expect(brief).toEqual(brief.toSorted((a, b) => a - b));
    for (const stray of [0, 3, 5, 7]) expect(brief).not.toContain(stray);
  });

  it("does not say the same thing twice", () => {
    const [, first = ""] = talk;
    const repeated = [first, first, first, ...talk, ...talk.slice(6), ...talk.slice(6)];
    const chosen = briefOf(sentencesOf(repeated), rarity).map((index) => repeated[index]);
    expect(new Set(chosen).size).toBe(chosen.length);
  });

  it("passes over what the recogniser was unsure of", () => {
    const sentences = sentencesOf(talk);
    const brief = briefOf(sentences, rarity);
    const unsure = sentences.map((sentence, index) => ({ ...sentence, isLowConfidence: brief.includes(index) }));
    for (const index of briefOf(unsure, rarity)) expect(brief).not.toContain(index);
  });

  it("has five sentences at most, of a call however long, from more than one part of it", () => {
    const long = Array.from({ length: 300 }, (_, round) => talk.map((text) => `${text} Round ${round}.`)).flat();
    const brief = briefOf(sentencesOf(long), rarity);
    expect(brief).toHaveLength(5);
    expect(new Set(brief).size).toBe(5);
  });

  it("works without knowledge of the language", () => {
    expect(briefOf(sentencesOf(talk), null)).toHaveLength(2);
  });

  it("is empty for a call that says nothing at length", () => {
    expect(briefOf([], rarity)).toEqual([]);
    expect(briefOf(sentencesOf(["Okay.", "We had soup.", "Mm-hmm."]), rarity)).toEqual([]);
  });
});

describe("centralities", () => {
  it("ranks the middle of a chain above its ends, by LexRank's own equations", () => {
    const chain = [["a"], ["a", "b"], ["b"]].map(
      (words) => new Map(words.map((word) => [word, 1 / Math.sqrt(words.length)])),
    );
    const [left = 0, middle = 0, right = 0] = centralities(chain);
    // left = 0.05 + 0.85 * middle / 2 and middle = 0.05 + 0.85 * (left + right): left = 0.2568, middle = 0.4865.
    expect(left).toBeCloseTo(0.2568, 2);
    expect(middle).toBeCloseTo(0.4865, 2);
    expect(right).toBe(left);
  });

  it("adds up to 1, with sentences that are like no other too", () => {
    const vectors = weighWords([["one", "two"], ["two", "three"], ["alone"], []], null);
    expect(centralities(vectors).reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 10);
  });
});

describe("similarity", () => {
  it("is 1 for the same words, 0 for none in common", () => {
    const [a, b, c] = weighWords([["price", "list"], ["list", "price"], ["weather"]], null);
    expect(similarity(a ?? new Map(), b ?? new Map())).toBeCloseTo(1, 12);
    expect(similarity(a ?? new Map(), c ?? new Map())).toBe(0);
  });
});
