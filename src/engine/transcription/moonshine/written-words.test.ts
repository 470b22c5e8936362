import { describe, expect, it } from "vitest";
import { writtenWords } from "./written-words.ts";

//                   0        1      2       3      4      5     6        7         8         9         10
const VOCABULARY = ["<unk>", "<s>", "</s>", "▁The", "▁car", "s", "▁caf", "<0xC3>", "<0xA9>", "▁", "5"];

describe("writtenWords", () => {
  it("joins the pieces between word starts", () => {
    expect(writtenWords([3, 4, 5], VOCABULARY)).toEqual([
      { text: "The", startToken: 0, endToken: 1 },
      { text: "cars", startToken: 1, endToken: 3 },
    ]);
  });

  it("reads single bytes as UTF-8", () => {
    expect(writtenWords([6, 7, 8], VOCABULARY)).toEqual([{ text: "café", startToken: 0, endToken: 3 }]);
  });

  it("takes a lone word mark as the beginning of what follows", () => {
    expect(writtenWords([3, 9, 10], VOCABULARY)).toEqual([
      { text: "The", startToken: 0, endToken: 1 },
      { text: "5", startToken: 1, endToken: 3 },
    ]);
  });

  it("writes nothing for marks, unknown ids and lone word marks", () => {
    expect(writtenWords([2], VOCABULARY)).toEqual([]);
    expect(writtenWords([9, 2], VOCABULARY)).toEqual([]);
    expect(writtenWords([3, 999, 2], VOCABULARY)).toEqual([{ text: "The", startToken: 0, endToken: 3 }]);
  });

  it("has no words without tokens", () => {
    expect(writtenWords([], VOCABULARY)).toEqual([]);
  });
});
