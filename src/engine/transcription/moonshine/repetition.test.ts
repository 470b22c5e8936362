import { expect, test } from "vitest";
import { findRepetition } from "./repetition.ts";

const words = (text: string) => text.split(" ").map((word) => ({ text: word, startMs: 0, endMs: 0, logProb: 0 }));
const repeated = (text: string, count: number) => Array.from({ length: count }, () => text).join(" ");

test("speech is no repetition, nor is what people do repeat", () => {
  expect(findRepetition(words("Thank you for calling, how can I help you today?"))).toBeUndefined();
  expect(findRepetition(words(repeated("no,", 7)))).toBeUndefined();
  expect(findRepetition(words(repeated("thank you", 4)))).toBeUndefined();
  expect(findRepetition(words(repeated("I know that", 3)))).toBeUndefined();
});

test("a phrase said over and over is one from its second saying on, whatever its marks and capitals", () => {
  expect(findRepetition(words(`So ${repeated("no,", 8)}`))).toBe(2);
  expect(findRepetition(words(`Well, ${repeated("Thank you.", 5)} bye`))).toBe(3);
  expect(findRepetition(words("I know that. I know that, i know that I know THAT"))).toBe(3);
});
