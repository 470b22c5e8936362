import { describe, expect, it } from "vitest";
import { isBackchannel } from "./backchannels.ts";

describe("isBackchannel", () => {
  it.each([
    "Yeah.",
    "Mm-hmm.",
    "Mm-hmm mm-hmm, yeah",
    "Oh, I see.",
    "That’s right!",
    "Right?",
    "Uh-huh, okay.",
    "All right.",
    "O K",
  ])("knows %j for listening", (text) => expect(isBackchannel(text)).toBe(true));

  it.each([
    "",
    "…",
    "Yes.",
    "No.",
    "Yeah, right, okay, sure.",
    "Right now.",
    "Okay, why?",
    "Rightly",
    "All.",
    "Great product",
    "是的",
  ])("does not take %j for listening", (text) => expect(isBackchannel(text)).toBe(false));
});
