import { describe, expect, it } from "vitest";
import { spokenTranscript, type Spoken } from "../../../test/support/spoken-transcript.ts";
import { turnsOf } from "./turns.ts";

function turns(...spoken: readonly Spoken[]): [string, number, number][] {
  const found = turnsOf(spokenTranscript({ rep: "Internal", customer: "External", third: "Unknown" }, spoken));
  return found.map(({ speakerId, startMs, endMs }) => [speakerId, startMs, endMs]);
}

describe("turnsOf", () => {
  it("joins sentences of one voice across a pause of 3 s and not of more", () => {
    expect(turns(["rep", 0, 1_000], ["rep", 4_000, 5_000], ["rep", 8_001, 9_000])).toEqual([
      ["rep", 0, 5_000],
      ["rep", 8_001, 9_000],
    ]);
  });

  it("lets a backchannel pass without ending the turn", () => {
    expect(turns(["rep", 0, 5_000], ["customer", 5_100, 5_600, "Mm-hmm."], ["rep", 5_700, 9_000])).toEqual([
      ["rep", 0, 9_000],
    ]);
  });

  it("takes the words of a backchannel as a turn when they take longer than 1.5 s", () => {
    expect(turns(["rep", 0, 5_000], ["customer", 5_100, 6_601, "Right, yeah."])).toHaveLength(2);
    expect(turns(["rep", 0, 5_000], ["customer", 5_100, 6_600, "Right, yeah."])).toHaveLength(1);
  });

  it("leaves out speech under 1 s that lies within somebody else's, and keeps it at 1 s or when it sticks out", () => {
    expect(turns(["rep", 0, 9_000], ["customer", 2_000, 2_999])).toEqual([["rep", 0, 9_000]]);
    expect(turns(["rep", 0, 9_000], ["customer", 2_000, 3_000])).toHaveLength(2);
    expect(turns(["rep", 0, 9_000], ["customer", 8_500, 9_100])).toHaveLength(2);
  });

  it("finds that containment whichever of the speaker's stretches holds it", () => {
    const stretches: Spoken[] = [0, 10_000, 20_000, 30_000].map((startMs) => ["rep", startMs, startMs + 5_000]);
    expect(turns(...stretches, ["customer", 21_000, 21_500]).map(([speaker]) => speaker)).not.toContain("customer");
    expect(turns(...stretches, ["customer", 26_000, 26_500]).map(([speaker]) => speaker)).toContain("customer");
  });

  it("keeps two equally short utterances that cover each other", () => {
    expect(turns(["rep", 0, 500], ["customer", 0, 500])).toHaveLength(2);
  });

  it("does not end a turn because its speech was cut where somebody interrupted", () => {
    const whole = turns(["rep", 0, 10_000], ["customer", 8_000, 12_000]);
    expect(turns(["rep", 0, 9_000], ["customer", 8_000, 12_000], ["rep", 9_000, 10_000])).toEqual(whole);
    expect(whole).toEqual([
      ["rep", 0, 10_000],
      ["customer", 8_000, 12_000],
    ]);
  });

  it("puts sentences in order and leaves out those without a length", () => {
    expect(turns(["customer", 5_000, 6_000], ["rep", 0, 4_000], ["third", 9_000, 8_000])).toEqual([
      ["rep", 0, 4_000],
      ["customer", 5_000, 6_000],
    ]);
  });
});
