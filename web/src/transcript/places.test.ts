import { describe, expect, it } from "vitest";
import { cutAt, placeSentences, sentenceAt, sentencesWith } from "./places.ts";

const sentences = [
  { start: 1, text: "Hello." },
  { start: 4, text: "What is the price?" },
  { start: 4, text: "The PRICE is $36." },
  { start: 9, text: "I see." },
];

describe("places in a transcript", () => {
  it("are those of the sentence that is being said, and none before the first", () => {
    expect([0.9, 1, 3.99, 4, 100].map((seconds) => sentenceAt(sentences, seconds))).toEqual([-1, 0, 0, 2, 3]);
    expect(sentenceAt([], 5)).toBe(-1);
  });

  it("are found by text in any case, and by nothing for no text", () => {
    expect(sentencesWith(sentences, " price ")).toEqual([1, 2]);
    expect(sentencesWith(sentences, " ")).toEqual([]);
  });

  it("cut a text around what was looked for, whatever characters it has", () => {
    expect(cutAt("The PRICE is $36.", "price")).toEqual(["The ", "PRICE", " is $36."]);
    expect(cutAt("It is $36.", "$36.")).toEqual(["It is ", "$36.", ""]);
    expect(cutAt("It is", "")).toEqual(["It is"]);
  });

  it("are known of a text that is made of the call's sentences", () => {
    expect(placeSentences("John: What is the price? I see.", sentences)).toEqual([
      { text: "John: ", start: undefined },
      { text: "What is the price?", start: 4 },
      { text: "I see.", start: 9 },
    ]);
    expect(placeSentences("In other words.", sentences)).toEqual([{ text: "In other words.", start: undefined }]);
  });
});
