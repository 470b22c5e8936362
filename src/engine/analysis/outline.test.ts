import { describe, expect, it } from "vitest";
import { spokenTranscript } from "../../../test/support/spoken-transcript.ts";
import type { Topic } from "../../calls/call-analysis.ts";
import { boundariesOf } from "./boundaries.ts";
import { candidatesOf } from "./central-sentences.ts";
import type { RankedPhrase } from "./keyphrases.ts";
import { outlineOf } from "./outline.ts";
import { makeRarity } from "./rarity.ts";
import { titlesOf } from "./section-titles.ts";
import { wordsOf } from "./words.ts";

const rarity = makeRarity();

const harbour = [
  "The harbour crane lifts every container from the vessel onto the quay.",
  "A container that leaves the vessel waits on the quay for its lorry.",
  "The crane driver sees the vessel and the quay on a monitor.",
];
const bakery = [
  "Flour, butter and yeast go into the dough before the oven is warm.",
  "The dough rests near the oven until the yeast has done its work.",
  "Butter makes the pastry crisp when the oven is really hot.",
];
/** Twenty sentences about the one, then as many about the other: 12 words a sentence. */
const talk = [
  ...Array.from({ length: 20 }, (_, round) => harbour[round % 3] ?? ""),
  ...Array.from({ length: 20 }, (_, round) => bakery[round % 3] ?? ""),
];

function sentencesOf(texts: readonly string[]) {
  return spokenTranscript(
    { rep: "Internal" },
    texts.map((text, index) => ["rep", index * 5_000, index * 5_000 + 4_000, text]),
  ).sentences;
}

const phrase = (text: string, worth: number, sentenceIndexes: readonly number[]): RankedPhrase => ({
  words: text.split(" "),
  spellings: new Map([[text, sentenceIndexes.length]]),
  sentenceIndexes: new Set(sentenceIndexes),
  count: sentenceIndexes.length,
  worth,
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const topic = (name: string, sentenceIndexes: readonly number[]): Topic => ({ name, durationMs: 1, sentenceIndexes });

describe("boundariesOf", () => {
  const words = (texts: readonly string[]) => texts.map(wordsOf);

  it("cuts where the talk turns to other words", () => {
    const [place, ...others] = boundariesOf(words(talk), rarity);
    expect(others).toEqual([]);
    expect(Math.abs((place ?? 0) - 20)).toBeLessThanOrEqual(2);
  });

  it("leaves a call whole that is short, or empty, or has no words it knows to weigh", () => {
    expect(boundariesOf(words([...harbour, ...bakery]), rarity)).toEqual([]);
    expect(boundariesOf([], rarity)).toEqual([]);
    expect(boundariesOf(words(Array(200).fill("and then it was so")), rarity)).toEqual([]);
  });

  it("makes no part shorter than a twelfth of the call", () => {
    const busy = Array.from(
      { length: 600 },
      (_, index) => talk[Math.floor(index / 20) % 2 === 0 ? index % 20 : 20 + (index % 20)] ?? "",
    );
    const said = words(busy);
    const starts = [0, ...boundariesOf(said, rarity), said.length];
    const total = said.flat().length;
    expect(starts.length).toBeGreaterThan(3);
    for (const [index, start] of starts.slice(1).entries()) {
      expect(said.slice(starts[index], start).flat().length).toBeGreaterThanOrEqual(total / 12);
    }
  });
});

describe("titlesOf", () => {
  const parts = [
    { from: 0, to: 20 },
    { from: 20, to: 40 },
  ];

  it("prefers the topic that most sentences of a part show", () => {
    const topics = [topic("Pricing", [1, 2, 3, 25]), topic("Support", [4, 5])];
    expect(titlesOf(parts, topics, [phrase("oven", 30, [21, 22])])).toEqual(["Pricing", "Oven"]);
  });

  it("takes for a phrase one that the other parts do not have", () => {
    // Said four times in either part, and three times in the second alone.
    const everywhere = phrase("machine", 80, [...range(0, 4), ...range(20, 24)]);
    const [, second] = titlesOf(parts, [], [everywhere, phrase("API", 30, [25, 26, 27])]);
    expect(second).toBe("API");
  });

  it("has a word for a part of which nothing is known", () => {
    expect(titlesOf(parts, [], [])).toEqual(["Conversation", "Conversation"]);
  });
});

describe("outlineOf", () => {
  const sentences = sentencesOf(talk);
  const candidates = candidatesOf(sentences, rarity);

  it("covers the call from its first word to its last, each section with its own sentences", () => {
    const phrases = [phrase("harbour crane", 60, range(0, 18)), phrase("dough", 40, range(24, 40))];
    const outline = outlineOf(sentences, { rarity, topics: [], phrases, candidates });
    expect(outline.map(({ title }) => title)).toEqual(["Harbour crane", "Dough"]);
    const [first, second] = outline;
    expect(first?.startMs).toBe(0);
    expect(first?.durationMs).toBe(second?.startMs);
    // The last sentence begins at 39 * 5 s and takes 4 s.
    expect((second?.startMs ?? 0) + (second?.durationMs ?? 0)).toBe(199_000);
    for (const position of first?.sentenceIndexes ?? []) expect(position).toBeLessThan(22);
    for (const position of second?.sentenceIndexes ?? []) expect(position).toBeGreaterThan(17);
    expect(first?.sentenceIndexes.length).toBeGreaterThan(0);
  });

  it("puts neighbours of one title together", () => {
    const outline = outlineOf(sentences, { rarity, topics: [topic("Demo", range(0, 40))], phrases: [], candidates });
    expect(outline).toMatchObject([{ title: "Demo", startMs: 0, durationMs: 199_000 }]);
  });

  it("has nothing of a call in which nothing was said", () => {
    expect(outlineOf([], { rarity, topics: [], phrases: [], candidates: [] })).toEqual([]);
  });
});
