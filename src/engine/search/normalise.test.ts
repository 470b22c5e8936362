import { describe, expect, test } from "vitest";
import { fold, plainTokens, tokens } from "./normalise.ts";

describe("plainTokens", () => {
  test.each([
    ["words without case or punctuation", "Hello, WORLD! (again)", ["hello", "world", "again"]],
    ["hyphens as spaces", "follow-up e-mail", ["follow", "up", "e", "mail"]],
    ["an address in its parts", "John.Doe@example.com", ["john", "doe", "example", "com"]],
    ["numbers", "$1,500 in Q3", ["1", "500", "in", "q3"]],
    ["no possessive s", "the buyer's and the buyer\u2019s", ["the", "buyer", "and", "the", "buyer"]],
    ["no Latin marks", "Café Zürich, naïve Ångström", ["cafe", "zurich", "naive", "angstrom"]],
    ["a capital I with a dot", "İstanbul", ["istanbul"]],
    ["full-width letters and ligatures", "ＡＢＣ ﬁnal", ["abc", "final"]],
    ["Cyrillic", "Цена Ёлка", ["цена", "елка"]],
    ["Greek", "Άλφα", ["αλφα"]],
    ["Arabic without vowel signs", "السِّعر", ["السعر"]],
    ["Hebrew without points", "שָׁלוֹם", ["שלום"]],
    ["Han by character", "价格 ABC表", ["价", "格", "abc", "表"]],
    ["kana with its voicing marks", "ガイド", ["ガ", "イ", "ド"]],
    ["Korean by syllable", "가격이", ["가", "격", "이"]],
    ["Thai by letter, a vowel sign with its letter", "กำแพง", ["ก\u0e4d", "า", "แ", "พ", "ง"]],
    ["Devanagari words whole", "हिन्दी भाषा", ["हिन्दी", "भाषा"]],
    ["nothing in punctuation and emoji", "?!… 🎉 _ -- '", []],
    ["nothing in nothing", "", []],
  ])("gives %s", (_, text, expected) => {
    expect(plainTokens(text)).toEqual(expected.map((token) => token.normalize("NFKD").normalize("NFC")));
  });

  test("is the same for text in composed and decomposed form", () => {
    const text = "Café Ångström ガイド 가격 हिन्दी";
    expect(plainTokens(text.normalize("NFD"))).toEqual(plainTokens(text.normalize("NFC")));
  });

  test.each(["constructor __proto__ toString", "\u0000 a", "\ud800 b", '" OR NEAR(x, 1) * ^'])("bears %j", (text) => {
    for (const token of plainTokens(text)) expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
  });
});

test("tokens are words without their inflections, one for each word", () => {
  expect(tokens("They bought the demos; pricing of Q3")).toEqual(["they", "buy", "the", "demo", "price", "of", "q3"]);
});

test("folding ASCII text keeps every character in its place", () => {
  expect(fold("Hello, World's 42\n")).toBe("hello, world's 42\n");
});
