import { describe, expect, it } from "vitest";
import { spokenTranscript } from "../../../test/support/spoken-transcript.ts";
import { questionsOf } from "./questions.ts";
import { readsAsEnglishQuestion } from "./question-rules.ts";

describe("questionsOf", () => {
  const transcript = spokenTranscript({ rep: "Internal", customer: "External", stranger: "Unknown" }, [
    ["rep", 0, 1_000, "What does your team use today?"],
    ["customer", 1_000, 2_000, "Right?"],
    ["customer", 2_000, 3_000, "how much is it per seat"],
    ["stranger", 3_000, 4_000, "You mean the new one?"],
    ["rep", 4_000, 5_000, "It is forty dollars."],
    ["rep", 5_000, 6_000, "Sure. Can I send you the quote? It takes a minute."],
  ]);

  it("finds what has a mark or is worded as a question, with its side, and no backchannels", () => {
    expect(questionsOf(transcript, { isEnglish: true })).toEqual([
      { sentenceIndex: 0, side: "company" },
      { sentenceIndex: 2, side: "nonCompany" },
      { sentenceIndex: 3, side: "unknown" },
      { sentenceIndex: 5, side: "company" },
    ]);
  });

  it("goes by marks alone in other languages, whatever their script's mark", () => {
    const foreign = spokenTranscript({ rep: "Internal" }, [
      ["rep", 0, 1_000, "Was kostet das?"],
      ["rep", 1_000, 2_000, "Do you nicht wissen."],
      ["rep", 2_000, 3_000, "いくらですか？"],
      ["rep", 3_000, 4_000, "كم سعرها؟"],
    ]);
    const found = questionsOf(foreign, { isEnglish: false });
    expect(found.map(({ sentenceIndex }) => sentenceIndex)).toEqual([0, 2, 3]);
  });
});

describe("readsAsEnglishQuestion", () => {
  it.each([
    "do you have a budget for this",
    "So, um, what are you using today.",
    "Okay, great. All right, um, and did you get my email.",
    "how much does it cost",
    "well i mean could could we see it",
    "when is the next review",
    "It works with Salesforce, right.",
    "that's the plan isn't it",
    "the data stays in europe or not",
    "If it goes well, can you start in May.",
    "i was wondering if you could send it over",
    "any questions so far",
    "Why don't we start over.",
    "and for the people in sales what do they use",
  ])("sees the question in %j", (text) => expect(readsAsEnglishQuestion(text)).toBe(true));

  it.each([
    "do it like this",
    "Have a good day.",
    "have the team call me",
    "what we do is we call them back",
    "what's important is that it works",
    "what a day",
    "when you get the invoice you pay it",
    "which is great",
    "i know how it works",
    "we will see whether they sign or not",
    "uh-huh",
    "you want to be able to search",
    "Don't worry about it.",
    "we can do it",
    "that's right",
    "Does not matter.",
    "",
  ])("sees none in %j", (text) => expect(readsAsEnglishQuestion(text)).toBe(false));
});
