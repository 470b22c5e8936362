import { expect, test } from "vitest";
import { finishSentence, normaliseWords } from "./text-normaliser.ts";

/** Words of 100 ms each. */
function words(text: string) {
  return text.split("|").map((word, i) => ({ text: word, startMs: i * 100, endMs: i * 100 + 90, logProb: -0.1 }));
}

function normalised(text: string): string {
  return normaliseWords(words(text))
    .map((word) => word.text)
    .join(" ");
}

test.each([
  ["Yes,,|I|do", "Yes, I do"],
  ["Okay.,|fine", "Okay. fine"],
  ["Really,?", "Really?"],
  ["What?!", "What?"],
  ["wait..|no", "wait. no"],
  ["wait...|no", "wait... no"],
  ["Hello|,|Maria|.", "Hello, Maria."],
  [",hello|there", "hello there"],
  ["so|,hello", "so, hello"],
  [" two  words |here", "two words here"],
  ["9|a|M|works", "9 AM works"],
  ["at|eight|a.|M.|then", "at eight AM then"],
  ["at|9|p|m.", "at 9 PM."],
  ["I|got|a|M|and|an|L", "I got a M and an L"],
  ["you|know|i'm|sure|i|said", "you know I'm sure I said"],
  ["To-day|or|to-morrow,|good-bye.", "Today or tomorrow, goodbye."],
  ["a|to-do|list", "a to-do list"],
  ["$20|&|up", "$20 & up"],
  ["it's|3.5|or|1,000", "it's 3.5 or 1,000"],
])("%s becomes %s", (given, expected) => {
  expect(normalised(given)).toBe(expected);
});

test("words that were put together last from the first's start to the last's end", () => {
  expect(normaliseWords(words("9|a|M."))).toEqual([
    { text: "9", startMs: 0, endMs: 90, logProb: -0.1 },
    { text: "AM.", startMs: 100, endMs: 290, logProb: -0.1 },
  ]);
});

test("a sentence starts with a capital and ends with a mark", () => {
  const finished = (text: string) =>
    finishSentence(words(text))
      .map((word) => word.text)
      .join(" ");
  expect(finished("so|it|goes")).toBe("So it goes.");
  expect(finished("so|it|goes,")).toBe("So it goes.");
  expect(finished("“does|it?”")).toBe("“Does it?”");
  expect(finished("élan")).toBe("Élan.");
  expect(finished("はい。")).toBe("はい。");
  expect(finished("24|hours!")).toBe("24 hours!");
  expect(finished("yes")).toBe("Yes.");
});
