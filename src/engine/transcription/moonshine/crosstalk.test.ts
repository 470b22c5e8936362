import { expect, test } from "vitest";
import type { HeardSentence } from "../transcriber.ts";
import { dropCrosstalk } from "./crosstalk.ts";

const LOUD = 0.01;

function said(text: string, startMs: number, endMs: number): HeardSentence {
  return { text, startMs, endMs, confidence: 0.9, isLowConfidence: false, words: [] };
}

/** 3.2 s of one loudness. */
const powers = (power: number) => new Float32Array(100).fill(power);

function texts(own: HeardSentence, ownPower: number, other: HeardSentence, otherPower = LOUD): string[][] {
  const channels = [
    { sentences: [own], powers: powers(ownPower) },
    { sentences: [other], powers: powers(otherPower) },
  ];
  return dropCrosstalk(channels).map((sentences) => sentences.map((sentence) => sentence.text));
}

const question = said("Could you spell that for me, please?", 0, 3_000);

test("the other side's sentence, much weaker, is dropped though a word was misheard", () => {
  const leak = said("Could you spell that for me peas.", 100, 3_000);
  expect(texts(leak, LOUD / 20, question)).toEqual([[], [question.text]]);
  expect(texts(question, LOUD, leak, LOUD / 20)).toEqual([[question.text], []]);
});

test("the same words almost as loud are the speaker's own", () => {
  expect(texts(question, LOUD / 10, question)).toEqual([[question.text], [question.text]]);
});

test("other words are the speaker's own, however soft", () => {
  const answer = said("Sure, it is Baker.", 0, 3_000);
  expect(texts(answer, LOUD / 1000, question)).toEqual([[answer.text], [question.text]]);
});

test("the same words at another time are the speaker's own", () => {
  const echo = said("Could you spell that for me, please?", 10_000, 13_000);
  const long = new Float32Array(500).fill(LOUD);
  const quiet = long.map((power) => power / 100);
  const kept = dropCrosstalk([
    { sentences: [echo], powers: quiet },
    { sentences: [question], powers: long },
  ]);
  expect(kept[0]).toEqual([echo]);
});

test("one word said by both needs more than a difference between lines to be a leak", () => {
  const okay = said("Okay.", 0, 500);
  expect(texts(okay, LOUD / 50, okay)[0]).toEqual(["Okay."]);
  expect(texts(okay, LOUD / 150, okay)[0]).toEqual([]);
});

test("a single channel has nobody to leak", () => {
  expect(dropCrosstalk([{ sentences: [question], powers: powers(0) }])).toEqual([[question]]);
});
