import { expect, it } from "vitest";
import { wireLanguage } from "./languages.ts";

it.each([
  ["en-US", "eng"],
  ["pa-Guru-IN", "pan"],
  ["yue-Hant-HK", "chi"],
  ["FR", "fre"],
  ["fil-PH", "fil"],
  ["tlh", "und"],
  ["constructor", "und"],
  [undefined, "und"],
])("the language %s is %s in ISO 639-2/B", (code, expected) => {
  expect(wireLanguage(code)).toBe(expected);
});
