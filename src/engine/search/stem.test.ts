import { describe, expect, test } from "vitest";
import { commonBeginning, stem } from "./stem.ts";

describe("stem", () => {
  test.each([
    "price prices priced pricing",
    "buy buys buying bought",
    "sell sells selling sold",
    "demo demos demoed demoing",
    "company companies",
    "try tries tried trying",
    "plan plans planned planning",
    "hope hopes hoped hoping",
    "hop hops hopped hopping",
    "offer offers offered offering",
    "cancel cancels cancelled canceled cancelling",
    "control controls controlled controlling",
    "install installs installed installing",
    "update updates updated updating",
    "use uses used using",
    "agree agrees agreed agreeing",
    "staff staffs staffed staffing",
    "add adds added adding",
    "process processes processed processing",
    "box boxes boxed boxing",
    "match matches matched matching",
    "quiz quizzes",
    "analyze analyzes analyzed analyzing",
    "proceed proceeds proceeded proceeding",
    "onboard onboards onboarded onboarding",
    "geocode geocodes geocoded geocoding",
    "child children",
    "salesman salesmen",
    "cheap cheaper cheapest",
    "go goes going gone went",
    "be is are was were been being",
  ])("takes the inflections of one word together: %s", (family) => {
    expect(new Set(family.split(" ").map(stem)).size).toBe(1);
  });

  test.each([
    ["car", "care"],
    ["organ", "organization"],
    ["customer", "custom"],
    ["number", "numb"],
    ["new", "news"],
    ["hop", "hope"],
    ["ad", "add"],
    ["sing", "sin"],
  ])("keeps different words apart: %s and %s", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  test.each(["a", "is", "string", "bring", "this", "gas", "less", "status", "red", "y"])(
    "bears short words: %s",
    (word) => {
      expect(stem(word)).not.toBe("");
    },
  );
});

test("regular inflections begin as their stem says", () => {
  const words = "pricing priced tries trying using stopped agreed boxes installing analyses movies cancelled".split(
    " ",
  );
  for (const word of words) expect(word.startsWith(commonBeginning(stem(word))), word).toBe(true);
});
