import { describe, expect, it } from "vitest";
import { duePhraseIn } from "./due-phrases.ts";

describe("duePhraseIn", () => {
  it.each([
    ["I'll send the quote by Friday.", "by Friday"],
    ["Let's talk again next Tuesday at ten in the morning.", "next Tuesday at ten in the morning"],
    [
      "How about Tuesday, January twenty first, at ten in the morning?",
      "Tuesday, January twenty first, at ten in the morning",
    ],
    ["You will have it tomorrow afternoon, I promise.", "tomorrow afternoon"],
    ["We can have the contract ready by the end of the month.", "by the end of the month"],
    ["Could you get that to me end of Q1?", "end of Q1"],
    ["I'll check with legal early next week.", "early next week"],
    ["Give me until the 31st.", "until the 31st"],
    ["We meet on March 3rd at 10:30 am, then.", "on March 3rd at 10:30 am"],
    ["I'll get back to you within two business days.", "within two business days"],
    ["The pilot starts two weeks from Monday.", "two weeks from Monday"],
    ["You'll have it EOD.", "EOD"],
    ["Would 3:30 work for you?", "3:30"],
    ["Or at 4 pm?", "at 4 pm"],
    ["I’ll do it first thing tomorrow.", "first thing tomorrow"],
  ])("finds in %j the words %j", (text, due) => {
    expect(duePhraseIn(text)).toBe(due);
  });

  it.each([
    "I'll send you the quote.",
    "We grew by a third.",
    "That may be the second one.",
    "The Sundays play on.",
    "Monday-ish is what they call it.",
    "",
  ])("finds no time in %j", (text) => {
    expect(duePhraseIn(text)).toBeNull();
  });

  it("is not slowed down by endless text", () => {
    expect(duePhraseIn("next ".repeat(50_000))).toBeNull();
    expect(duePhraseIn("on the twenty ".repeat(20_000))).toBeNull();
  });
});
