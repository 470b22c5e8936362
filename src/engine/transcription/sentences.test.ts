import { expect, test } from "vitest";
import { sentencesOf } from "./sentences.ts";

/** Words of 200 ms, 100 ms apart; `<n>` is a pause of so many milliseconds more. */
function words(text: string, logProb = -0.1) {
  let atMs = 0;
  return text.split(" ").flatMap((part) => {
    const pause = /^<(\d+)>$/.exec(part);
    if (pause) {
      atMs += Number(pause[1]);
      return [];
    }
    const word = { text: part, startMs: atMs, endMs: atMs + 200, logProb };
    atMs += 300;
    return [word];
  });
}

const texts = (text: string) => sentencesOf(words(text)).map((sentence) => sentence.text);

test.each([
  ["Hello there. How are you? Fine!", ["Hello there.", "How are you?", "Fine!"]],
  ["I saw Mr. Smith. He left.", ["I saw Mr. Smith.", "He left."]],
  ["It is e.g. Monday vs. Tuesday", ["It is e.g. Monday vs. Tuesday."]],
  ["At 9 a.m. we start.", ["At 9 a.m. we start."]],
  ["At 9 a.m. We start.", ["At 9 a.m.", "We start."]],
  ["Ask J. Doe of Acme Inc. today.", ["Ask J. Doe of Acme Inc. today."]],
  ["Number No. 5 please.", ["Number No. 5 please."]],
  ["No. We cannot.", ["No.", "We cannot."]],
  ["It costs 3.5 million. Per 1.000 units.", ["It costs 3.5 million.", "Per 1.000 units."]],
  ["So was I. And you?", ["So was I.", "And you?"]],
  ["Well... maybe. Hm... Yes.", ["Well... maybe.", "Hm...", "Yes."]],
  ["well, i do", ["Well, I do."]],
])("%s is cut into %j", (given, expected) => {
  expect(texts(given)).toEqual(expected);
});

test("a long pause ends a sentence, a shorter one does where another seems to begin", () => {
  expect(texts("one two <3000> three")).toEqual(["One two.", "Three."]);
  expect(texts("one two <1500> three")).toEqual(["One two three."]);
  expect(texts("one two <1500> Three")).toEqual(["One two.", "Three."]);
  expect(texts("one two <1500> I do")).toEqual(["One two I do."]);
});

test("a run without marks is cut before a clause, never after a word that asks for another", () => {
  const run = (count: number) => Array.from({ length: count }, () => "word").join(" ");
  expect(texts(run(45))).toHaveLength(1);
  expect(texts(`${run(20)} and ${run(29)}`)).toEqual([`W${run(20).slice(1)}.`, `And ${run(29)}.`]);
  expect(texts(`${run(20)} the <500> ${run(4)} <400> ${run(25)}`).map((text) => text.split(" ").length)).toEqual([
    25, 25,
  ]);
});

test("a sentence lasts from its first word to its last and reads as its words do", () => {
  const [first, second] = sentencesOf(words("hello ,, there. goodbye"));
  expect(first).toMatchObject({ startMs: 0, endMs: 800, text: "Hello, there." });
  expect(first?.words).toEqual([
    { text: "Hello,", startMs: 0, endMs: 200 },
    { text: "there.", startMs: 600, endMs: 800 },
  ]);
  expect(second).toMatchObject({ startMs: 900, endMs: 1_100, text: "Goodbye." });
});

test("confidence is the words' mean probability, and low below 0.55", () => {
  // e^-0.1 = 0.9048, e^-0.7 = 0.4966
  expect(sentencesOf(words("sure."))[0]).toMatchObject({ confidence: 0.905, isLowConfidence: false });
  expect(sentencesOf(words("unsure.", -0.7))[0]).toMatchObject({ confidence: 0.497, isLowConfidence: true });
});

test("marks alone are no sentence", () => {
  expect(sentencesOf([])).toEqual([]);
  expect(texts("... .")).toEqual([]);
});
