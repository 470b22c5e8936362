import { describe, expect, it } from "vitest";
import { type Spoken, spokenTranscript } from "../../../test/support/spoken-transcript.ts";
import { commitmentIn, nextStepsOf } from "./next-steps.ts";

const sides = { rep: "Internal", customer: "External", stranger: "Unknown" } as const;
const says = (text: string) => commitmentIn({ text, isLowConfidence: false }) !== null;

describe("a next step", () => {
  it.each([
    "I'll send you the quote.",
    "I will, um, email the invitation today.",
    "I'm gonna check with our engineers.",
    "We'll follow up on that with the team.",
    "My manager will review it.",
    "I need to talk to my boss about the budget.",
    "We can send the contract over.",
    "Let me get back to you on that.",
    "Please send me the pricing.",
    "Could you share the security report with us?",
    "Let's schedule a call with your team.",
    "How about Tuesday?",
    "Does next week work for you?",
    "Would 3:30 work for you?",
    "How does Tuesday the 5th look for you?",
    "I'd send you a summary and the recording.",
    "I'll forward it.",
    "I'll send you the invite right now.",
    "Of course, send me the address.",
    "Great, thanks. I'll set up the trial account. What's your address?",
    "I'll- I'll I'll talk to Michael",
  ])("is said in %j", (text) => {
    expect(says(text)).toBe(true);
  });

  it.each([
    "I'll show you the dashboard.",
    "I will share my screen for this.",
    "I'll be honest with you, it is hard.",
    "I'll do that right now for you.",
    "How about the price?",
    "We'll see what the market does.",
    "Sometimes I'll call a customer twice.",
    "If I could, I would send you everything.",
    "I sent you the quote last week.",
    "Will it work with our phones?",
    "I will.",
    "I'll try not to be boring then.",
    "Would that work for you?",
    "Okay.",
  ])("is not said in %j", (text) => {
    expect(says(text)).toBe(false);
  });

  it.each(["would can ", "i will not ", "how about ", "let's ", "mm-hmm um "])(
    "is not looked for long in endless text: %j",
    (text) => {
      expect(says(text.repeat(20_000))).toBe(false);
    },
  );

  it("is not read out of what the recogniser was unsure of", () => {
    expect(commitmentIn({ text: "I'll send you the quote.", isLowConfidence: true })).toBeNull();
  });
});

describe("nextStepsOf", () => {
  it("says of each which sentence it is, whose side says it and by when", () => {
    const spoken: Spoken[] = [
      ["rep", 0, 4_000, "Our price is twenty dollars."],
      ["customer", 5_000, 9_000, "Please send me the pricing by Friday."],
      ["rep", 10_000, 14_000, "Thank you for your time today. I'll send it to you with the invitation."],
      ["stranger", 15_000, 19_000, "And I'll check with legal early next week."],
    ];
    expect(nextStepsOf(spokenTranscript(sides, spoken))).toEqual([
      { sentenceIndex: 1, side: "nonCompany", due: "by Friday" },
      { sentenceIndex: 2, side: "company", due: null },
      { sentenceIndex: 3, side: "unknown", due: "early next week" },
    ]);
  });

  it("keeps twelve of a call full of them, those with a time and those of the end before others", () => {
    const spoken = Array.from({ length: 50 }, (_, index): Spoken => {
      const due = index === 3 || index === 7 ? " tomorrow" : "";
      return ["rep", index * 1_000, index * 1_000 + 900, `I'll send you part ${index}${due}.`];
    });
    const positions = nextStepsOf(spokenTranscript(sides, spoken)).map(({ sentenceIndex }) => sentenceIndex);
    // The last fifth begins at 40: ten sentences.
    expect(positions).toEqual([3, 7, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
  });
});
