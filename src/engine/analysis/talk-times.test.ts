import { describe, expect, it } from "vitest";
import { spokenTranscript } from "../../../test/support/spoken-transcript.ts";
import { talkTimes } from "./talk-times.ts";

describe("talkTimes", () => {
  it("counts overlapping sentences of one voice once, and two voices at the same time each in full", () => {
    const transcript = spokenTranscript({ rep: "Internal", customer: "External" }, [
      ["rep", 0, 10_000],
      ["rep", 8_000, 12_000],
      ["customer", 5_000, 9_000],
      ["rep", 20_000, 21_500],
    ]);
    expect(talkTimes(transcript)).toEqual([
      { speakerId: "rep", talkTimeMs: 13_500 }, // 0 to 12 s, 20 to 21.5 s
      { speakerId: "customer", talkTimeMs: 4_000 },
    ]);
  });

  it("gives 0 to a voice that said nothing and to sentences that end before they start", () => {
    const transcript = spokenTranscript({ silent: "Internal", broken: "External" }, [["broken", 5_000, 4_000]]);
    expect(talkTimes(transcript).map(({ talkTimeMs }) => talkTimeMs)).toEqual([0, 0]);
  });
});
