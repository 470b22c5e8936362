import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spokenTranscript, type Spoken } from "../../../test/support/spoken-transcript.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { createAnalyzer } from "./create-analyzer.ts";

const analyzer = createAnalyzer();
const sides = { rep: "Internal", engineer: "Internal", customer: "External", stranger: "Unknown" } as const;

const salesCall: Spoken[] = [
  ["rep", 0, 4_000, "Hi Dana, thanks for joining, can you hear me?"],
  ["customer", 4_500, 6_000, "Yes, I can hear you well."],
  [
    "rep",
    6_500,
    15_000,
    "So the warehouse scanner connects to your inventory system and counts every pallet on the way in.",
  ],
  ["customer", 15_200, 15_700, "Mm-hmm."],
  [
    "rep",
    16_000,
    24_000,
    "And the warehouse scanner costs forty dollars per month for each pallet gate, with a discount for ten.",
  ],
  ["customer", 25_000, 30_000, "how much is it with the support plan for all of our pallet gates"],
  [
    "rep",
    31_000,
    38_000,
    "The price is fifty dollars per month then, and I'll send you a quote for the warehouse scanner.",
  ],
  ["customer", 38_500, 44_000, "Good, send me the quote, and Dana from finance will look at the price next week."],
];

describe("createAnalyzer", () => {
  const analysis = analyzer.analyze(spokenTranscript(sides, salesCall), {
    durationMs: 60_000,
    partyNames: ["Dana Price"],
  });

  it("names the version of its functions in itself and in what it makes", () => {
    expect(analyzer.version).toMatch(/^\d+$/);
    expect(analysis.version).toBe(analyzer.version);
  });

  it("analyses a sales call in every respect", () => {
    // Company: 4 + 8.5 + 8 + 7 = 27.5 s. Customer: 1.5 + 0.5 + 5 + 5.5 = 12.5 s.
    expect(analysis.interactionStats.talkRatio).toBe(27.5 / 40);
    expect(analysis.interactionStats.longestMonologueMs).toBe(17_500); // 6.5 to 24 s
    expect(analysis.interactionStats.longestCustomerStoryMs).toBe(5_500); // 38.5 to 44 s
    expect(analysis.interactionStats.interactivity).toBe(5); // in one minute
    expect(analysis.interactionStats.patienceMs).toBe(750); // of 0.5 and 1 s
    expect(analysis.interactionStats.questionRate).toBe(60); // 1 in a minute
    expect(analysis.questions).toEqual([
      { sentenceIndex: 0, side: "company" },
      { sentenceIndex: 5, side: "nonCompany" },
    ]);
    expect(analysis.topics.map(({ name }) => name)).toEqual(expect.arrayContaining(["Pricing", "Next Steps"]));
    expect(analysis.keyphrases[0]).toEqual({ text: "warehouse scanner", count: 3, sentenceIndexes: [2, 4, 6] });
    expect(analysis.keyphrases.map(({ text }) => text)).not.toContain("Dana");
    expect(analysis.brief.length).toBeGreaterThan(0);
    expect(analysis.keyPoints).toEqual(expect.arrayContaining([...analysis.brief]));
    expect(analysis.nextSteps).toEqual([
      { sentenceIndex: 6, side: "company", due: null },
      { sentenceIndex: 7, side: "nonCompany", due: "next week" },
    ]);
    expect(analysis.outline).toMatchObject([{ title: "Pricing", startMs: 0, durationMs: 44_000 }]);
  });

  it("keeps to what needs no language where the call is in another", () => {
    const german: Spoken[] = [
      ["rep", 0, 5_000, "Guten Tag Frau Weber, haben Sie unser neues Angebot mit dem Rabatt schon gesehen?"],
      ["customer", 6_000, 10_000, "Ja, das Angebot ist gut, aber der Preis ist für unser Budget noch zu hoch."],
      ["rep", 11_000, 15_000, "Dann schicke ich Ihnen morgen ein neues Angebot mit einem besseren Preis."],
    ];
    const found = analyzer.analyze(spokenTranscript(sides, german), { durationMs: 60_000 });
    expect(found).toMatchObject({ topics: [], keyphrases: [], questions: [{ sentenceIndex: 0, side: "company" }] });
    expect(found.outline).toBeUndefined();
    expect(found.nextSteps).toBeUndefined();
    expect(found.keyPoints).toEqual(found.brief);
    expect(found.interactionStats.talkRatio).toBeCloseTo(9 / 13, 12);
    expect(found.interactionStats.questionRate).toBe(60);
    const unmarked = german.map(([who, from, to, text = ""]): Spoken => [who, from, to, text.replace("?", ".")]);
    const withoutMarks = analyzer.analyze(spokenTranscript(sides, unmarked), { durationMs: 60_000 });
    expect(withoutMarks.interactionStats.questionRate).toBeNull();
  });

  it.each([
    "uh-huh-".repeat(20_000),
    "a".repeat(10_000),
    "well, ".repeat(20_000),
    "how ".repeat(20_000),
    "- ".repeat(50_000),
  ])("is not slowed down by endless text", (text) => {
    const transcript = spokenTranscript(sides, [["rep", 0, 1_000, text], ...salesCall]);
    expect(analyzer.analyze(transcript, { durationMs: 60_000 }).talkTimes).toHaveLength(4);
  });

  it("has nothing to say about a call in which nothing was said", () => {
    expect(analyzer.analyze(spokenTranscript({}, []), { durationMs: 0 })).toEqual({
      version: analyzer.version,
      interactionStats: {
        talkRatio: null,
        longestMonologueMs: null,
        longestCustomerStoryMs: null,
        interactivity: null,
        patienceMs: null,
        questionRate: null,
      },
      talkTimes: [],
      questions: [],
      topics: [],
      keyphrases: [],
      brief: [],
      keyPoints: [],
      outline: [],
      nextSteps: [],
    });
  });
});

const phrases = [
  "Mm-hmm.",
  "how much does it cost per month",
  "The price is forty dollars per seat.",
  "Could you send me the contract?",
  "",
  "…",
  "日本語です。",
  "We will schedule a follow-up next week with the security team.",
  "It integrates with the CRM through the API, as I said before.",
];
const anySpoken: fc.Arbitrary<Spoken> = fc
  .record({
    speaker: fc.constantFrom("rep", "engineer", "customer", "stranger", "nobody"),
    startMs: fc.integer({ min: 0, max: 600_000 }),
    lengthMs: fc.integer({ min: -2_000, max: 30_000 }),
    text: fc.oneof(fc.constantFrom(...phrases), fc.string()),
  })
  .map(({ speaker, startMs, lengthMs, text }) => [speaker, startMs, startMs + lengthMs, text]);
const anyTranscript = fc.array(anySpoken, { maxLength: 30 }).map((spoken) =>
  spokenTranscript(
    sides,
    spoken.toSorted((a, b) => a[1] - b[1]),
  ),
);
const anyDurationMs = fc.constantFrom(0, 1, 60_000, 660_000);

function numbersIn(analysis: CallAnalysis): number[] {
  const stats = Object.values(analysis.interactionStats).filter((value): value is number => value !== null);
  return [
    ...stats,
    ...analysis.talkTimes.map((time) => time.talkTimeMs),
    ...analysis.topics.map((topic) => topic.durationMs),
    ...(analysis.outline ?? []).flatMap(({ startMs, durationMs }) => [startMs, durationMs]),
  ];
}

function positionsIn(analysis: CallAnalysis): (readonly number[])[] {
  const { topics, keyphrases, outline = [], nextSteps = [], keyPoints = [] } = analysis;
  const evidence = [...topics, ...keyphrases, ...outline].map((item) => item.sentenceIndexes);
  const steps = nextSteps.map((step) => step.sentenceIndex);
  return [...evidence, analysis.brief, keyPoints, steps, analysis.questions.map((question) => question.sentenceIndex)];
}

/** Cuts every sentence in two at its middle. */
function cutInTwo(transcript: Transcript): Transcript {
  const sentences = transcript.sentences.flatMap((sentence) => {
    const middleMs = (sentence.startMs + sentence.endMs) / 2;
    return [
      { ...sentence, endMs: middleMs },
      { ...sentence, startMs: middleMs },
    ];
  });
  return { ...transcript, sentences: sentences.toSorted((a, b) => a.startMs - b.startMs) };
}

describe("every analysis", () => {
  it("has finite figures that are not negative, shares within 0 and 1, and no figure longer than the speech", () => {
    fc.assert(
      fc.property(anyTranscript, anyDurationMs, (transcript, durationMs) => {
        const analysis = analyzer.analyze(transcript, { durationMs });
        for (const value of numbersIn(analysis)) expect(Number.isFinite(value) && value >= 0).toBe(true);
        const { talkRatio, longestMonologueMs } = analysis.interactionStats;
        if (talkRatio !== null) expect(talkRatio > 0 && talkRatio < 1).toBe(true);
        const endMs = Math.max(
          0,
          ...transcript.sentences.map((sentence) => Math.max(sentence.startMs, sentence.endMs)),
        );
        for (const value of [longestMonologueMs ?? 0, ...analysis.topics.map((topic) => topic.durationMs)]) {
          expect(value).toBeLessThanOrEqual(endMs);
        }
      }),
    );
  });

  it("points at sentences that exist, each once and in order", () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        for (const positions of positionsIn(analyzer.analyze(transcript, { durationMs: 660_000 }))) {
          expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
          for (const position of positions) expect(transcript.sentences[position]).toBeDefined();
        }
      }),
    );
  });

  it("is the same every time, from this analyzer and from a new one, and changes nothing it was given", () => {
    const another = createAnalyzer();
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const before = structuredClone(transcript);
        const analysis = analyzer.analyze(transcript, { durationMs: 660_000 });
        expect(analyzer.analyze(transcript, { durationMs: 660_000 })).toEqual(analysis);
        expect(another.analyze(transcript, { durationMs: 660_000 })).toEqual(analysis);
        expect(transcript).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it("has the same talk times and talk ratio however the speech is cut into sentences", () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const whole = analyzer.analyze(transcript, { durationMs: 660_000 });
        const cut = analyzer.analyze(cutInTwo(transcript), { durationMs: 660_000 });
        const inOrder = (analysis: CallAnalysis) =>
          analysis.talkTimes.toSorted((a, b) => (a.speakerId < b.speakerId ? -1 : 1));
        for (const [index, { talkTimeMs }] of inOrder(cut).entries()) {
          expect(talkTimeMs).toBeCloseTo(inOrder(whole)[index]?.talkTimeMs ?? -1, 6);
        }
        expect(cut.interactionStats.talkRatio ?? -1).toBeCloseTo(whole.interactionStats.talkRatio ?? -1, 9);
      }),
    );
  });

  it("tells the two sides apart and nothing more: with sides exchanged, so are the figures", () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const swapped = { Internal: "External", External: "Internal", Unknown: "Unknown" } as const;
        const speakers = transcript.speakers.map((speaker) => ({
          ...speaker,
          affiliation: swapped[speaker.affiliation],
        }));
        const there = analyzer.analyze(transcript, { durationMs: 660_000 }).interactionStats;
        const back = analyzer.analyze({ ...transcript, speakers }, { durationMs: 660_000 }).interactionStats;
        expect(back.longestMonologueMs).toBe(there.longestCustomerStoryMs);
        expect(back.interactivity).toBe(there.interactivity);
        expect((back.talkRatio ?? 0.5) + (there.talkRatio ?? 0.5)).toBeCloseTo(1, 9);
      }),
    );
  });
});
