import { describe, expect, it } from "vitest";
import { spokenTranscript, type Spoken } from "../../../test/support/spoken-transcript.ts";
import type { Question } from "../../calls/call-analysis.ts";
import { interactionStats } from "./interaction-stats.ts";

const sides = { rep: "Internal", engineer: "Internal", customer: "External", stranger: "Unknown" } as const;
const question = (sentenceIndex: number, side: Question["side"]): Question => ({ sentenceIndex, side });

function statsOf(spoken: readonly Spoken[], durationMs = 120_000, questions: readonly Question[] | null = []) {
  return interactionStats(spokenTranscript(sides, spoken), { durationMs, questions });
}

const call: Spoken[] = [
  ["rep", 0, 10_000],
  ["customer", 12_000, 30_000],
  ["rep", 31_000, 37_000],
  ["engineer", 37_500, 40_500],
  ["customer", 40_000, 45_000],
  ["rep", 44_000, 50_000],
  ["customer", 52_000, 53_000],
  ["rep", 58_000, 60_000],
];

describe("interactionStats", () => {
  it("divides the company's talk by all talk", () => {
    // Company: 10 + 6 + 3 + 6 + 2 = 27 s. Customer: 18 + 5 + 1 = 24 s. 27 / 51.
    expect(statsOf(call).talkRatio).toBeCloseTo(27 / 51, 12);
  });

  it("takes the longest turn of each side", () => {
    expect(statsOf(call).longestMonologueMs).toBe(10_000);
    expect(statsOf(call).longestCustomerStoryMs).toBe(18_000);
  });

  it("measures a monologue over its pauses and over the listener's sounds", () => {
    const stats = statsOf([
      ["rep", 0, 20_000],
      ["customer", 20_200, 20_700, "Mm-hmm."],
      ["rep", 22_500, 40_000], // 2.5 s after 20 s: the same turn
      ["customer", 45_000, 50_000],
    ]);
    expect(stats.longestMonologueMs).toBe(40_000);
    expect(stats.longestCustomerStoryMs).toBe(5_000);
  });

  it("counts changes of side a minute, not changes of voice", () => {
    // rep|customer|rep engineer|customer|rep|customer|rep: 6 changes in 2 minutes.
    expect(statsOf(call).interactivity).toBe(3);
  });

  it("takes the median pause before the company answers, an interruption being a pause of 0", () => {
    // 31 - 30 = 1 s, 44 - 45 < 0 gives 0, 58 - 53 = 5 s. Sorted 0, 1, 5.
    expect(statsOf(call).patienceMs).toBe(1_000);
    // Without the last: 0 and 1 s, of which the median is the middle.
    expect(statsOf(call.slice(0, 6)).patienceMs).toBe(500);
  });

  it("does not take a third voice's speech for a pause", () => {
    const stats = statsOf([
      ["customer", 0, 5_000],
      ["stranger", 5_500, 9_000],
      ["rep", 10_000, 12_000],
    ]);
    expect(stats.patienceMs).toBeNull();
    expect(stats.interactivity).toBe(0.5); // one change of side in two minutes
  });

  it("counts the company's questions per hour of call", () => {
    const questions = [
      question(0, "company"),
      question(1, "nonCompany"),
      question(2, "company"),
      question(3, "unknown"),
    ];
    expect(statsOf(call, 120_000, questions).questionRate).toBe(60); // 2 in 1/30 of an hour
    expect(statsOf(call, 120_000, []).questionRate).toBe(0);
    expect(statsOf(call, 120_000, null).questionRate).toBeNull();
  });

  it("says nothing about a dialogue where only the company spoke", () => {
    expect(statsOf([["rep", 0, 30_000]], 60_000, [question(0, "company")])).toEqual({
      talkRatio: null,
      longestMonologueMs: 30_000,
      longestCustomerStoryMs: null,
      interactivity: null,
      patienceMs: null,
      questionRate: 60,
    });
  });

  it("says nothing about the company where only the customer spoke", () => {
    const stats = statsOf([["customer", 0, 30_000]], 60_000, [question(0, "nonCompany")]);
    expect(stats).toMatchObject({ talkRatio: null, longestMonologueMs: null, longestCustomerStoryMs: 30_000 });
    expect(stats).toMatchObject({ interactivity: null, patienceMs: null, questionRate: null });
  });

  it("leaves voices of unknown affiliation out", () => {
    const stats = statsOf([...call, ["stranger", 70_000, 110_000]]);
    expect(stats).toEqual(statsOf(call));
  });

  const nothing = {
    talkRatio: null,
    longestMonologueMs: null,
    longestCustomerStoryMs: null,
    interactivity: null,
    patienceMs: null,
    questionRate: null,
  };

  it("is null throughout for one sound for everybody, even if it bears an affiliation", () => {
    const transcript = spokenTranscript({ everybody: "Internal" }, [["everybody", 0, 60_000]]);
    const speakers = transcript.speakers.map((speaker) => ({ ...speaker, source: "unseparated" as const }));
    const stats = interactionStats(
      { ...transcript, speakers },
      { durationMs: 60_000, questions: [question(0, "unknown")] },
    );
    expect(stats).toEqual(nothing);
  });

  it("is null throughout for a call in which nothing was said", () => {
    expect(statsOf([])).toEqual(nothing);
  });

  it("is null throughout where no sentence has a length", () => {
    expect(
      statsOf([
        ["rep", 9_000, 8_000],
        ["customer", 5_000, 5_000],
      ]),
    ).toEqual(nothing);
  });

  it.each([0, -5, NaN, Infinity])("gives no figure per minute or hour for a call of %d ms", (durationMs) => {
    const stats = statsOf(call, durationMs, [question(0, "company")]);
    expect(stats).toMatchObject({ interactivity: null, questionRate: null, patienceMs: 1_000 });
    expect(stats.talkRatio).toBeCloseTo(27 / 51, 12);
  });

  it("knows the side of a channel that several people share", () => {
    const transcript = spokenTranscript(sides, call);
    const speakers = transcript.speakers.map((speaker) => ({ ...speaker, source: "channel-side" as const }));
    expect(interactionStats({ ...transcript, speakers }, { durationMs: 120_000, questions: [] })).toEqual(
      statsOf(call),
    );
  });
});
