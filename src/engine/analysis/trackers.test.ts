import { describe, expect, it } from "vitest";
import { makeSpeaker, makeTranscript } from "../../../test/contracts/sample-calls.ts";
import { asId, type TrackerId } from "../../calls/ids.ts";
import { countHits, type TrackerDefinition } from "../../calls/tracker.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { plainTokens } from "../search/normalise.ts";
import { createTrackerSearch } from "./create-tracker-search.ts";
import type { TrackableCall } from "./trackers.ts";

const search = createTrackerSearch(plainTokens);

const ann = makeSpeaker("71", { affiliation: "Internal" });
const bob = makeSpeaker("72", { affiliation: "External" });
const stranger = makeSpeaker("73");

/** A sentence every two seconds, a word every tenth of a second. */
function said(...lines: readonly (string | readonly [number, string])[]): Transcript {
  return makeTranscript(lines, [ann, bob, stranger]);
}

interface Asked extends Partial<Omit<TrackerDefinition, "languageKeywords">> {
  readonly keywords: readonly string[];
  readonly language?: string;
  readonly hasForms?: boolean;
}

function definitionOf({ keywords, language = "eng", hasForms = false, ...rest }: Asked): TrackerDefinition {
  return {
    languageKeywords: [{ language, keywords, includeRelatedForms: hasForms }],
    affiliation: "Anyone",
    partOfQuestion: false,
    saidAt: { part: "Anytime" },
    saidInTopics: [],
    filterQuery: "{}",
    ...rest,
  };
}

function callOf(transcript: Transcript, given: Partial<TrackableCall> = {}): TrackableCall {
  return {
    transcript,
    analysis: { questions: [], topics: [] },
    durationMs: 60_000,
    direction: "Outbound",
    language: "eng",
    ...given,
  };
}

function look(asked: Asked, transcript: Transcript, given: Partial<TrackableCall> = {}) {
  const [hits] = search([{ id: asId<TrackerId>("1"), definition: definitionOf(asked) }])(callOf(transcript, given));
  return hits?.phrases ?? [];
}

/** `pricing@2.1` for each place. */
function places(asked: Asked, transcript: Transcript, given: Partial<TrackableCall> = {}): string[] {
  return look(asked, transcript, given).flatMap(({ phrase, occurrences }) =>
    occurrences.map(({ startMs }) => `${phrase}@${startMs / 1000}`),
  );
}

describe("a phrase", () => {
  it("is found with who said it, when its first word was said", () => {
    const transcript = said("We spoke of the Budget.", [1, "What budget? The budget!"]);
    expect(look({ keywords: ["budget"] }, transcript)).toEqual([
      {
        phrase: "budget",
        occurrences: [
          { startMs: 400, speakerId: "71" },
          { startMs: 2100, speakerId: "72" },
          { startMs: 2300, speakerId: "72" },
        ],
      },
    ]);
  });

  it("begins with its sentence where words have no times", () => {
    const transcript = said("One.", "We spoke of the budget.");
    const bare = { ...transcript, sentences: transcript.sentences.map((sentence) => ({ ...sentence, words: [] })) };
    expect(places({ keywords: ["budget"] }, bare)).toEqual(["budget@2"]);
  });

  it("is whole words in a row, whatever their case, marks and punctuation", () => {
    const keywords = ["per user", "single sign-on", "café"];
    const transcript = said("It is PER user.", "Super users, peruser, per new user.", "Single-sign on at the cafe's.");
    expect(places({ keywords }, transcript)).toEqual(["per user@0.2", "single sign-on@4", "café@4.4"]);
  });

  it("does not go on in the next sentence", () => {
    expect(look({ keywords: ["next step"] }, said("What comes next?", "Step by step."))).toEqual([]);
  });

  it("is itself alone, unless related forms are asked for", () => {
    const transcript = said("They organize it.", "It was organized.", "She organizes.", "An organ plays.");
    expect(places({ keywords: ["organize"] }, transcript)).toEqual(["organize@0.1"]);
    const related = places({ keywords: ["organize"], hasForms: true }, transcript);
    expect(related).toEqual(["organize@0.1", "organize@2.2", "organize@4.1"]);
  });

  it("stands for related forms of each of its words, and is matched from an inflected spelling too", () => {
    const transcript = said("We bought licenses.", "You buy a license.", "Prices rose.");
    expect(places({ keywords: ["buys a license", "bought license"], hasForms: true }, transcript)).toEqual([
      "buys a license@2.1",
      "bought license@0.1",
    ]);
    expect(places({ keywords: ["pricing"], hasForms: true }, transcript)).toEqual(["pricing@4"]);
  });

  it("that is part of a longer one does not count beside it", () => {
    const hits = look(
      { keywords: ["budget", "have budget", "budget for"] },
      said("We have budget for it.", "A budget."),
    );
    expect(hits.map(({ phrase, occurrences }) => [phrase, occurrences.length])).toEqual([
      ["budget", 1],
      ["have budget", 1],
    ]);
    expect(countHits(hits)).toBe(2);
  });

  it("that is spelled as it was said goes before one that is related to it", () => {
    const transcript = said("A discount.", "Two discounts.");
    expect(places({ keywords: ["discount", "discounts"], hasForms: true }, transcript)).toEqual([
      "discount@0.1",
      "discounts@2.1",
    ]);
  });

  it("is found in scripts without spaces", () => {
    expect(
      places({ keywords: ["価格"], language: "jpn" }, said("この価格は高いです。"), { language: "jpn" }),
    ).toHaveLength(1);
  });

  it("with nothing in it but marks is nowhere", () => {
    expect(look({ keywords: ["?!", "…"] }, said("What?!"))).toEqual([]);
  });
});

describe("a language's phrases", () => {
  const asked = { keywords: ["die"], language: "ger" };
  const transcript = said("Plants die.");

  it("are looked for in calls in this language, and in those whose language is not known", () => {
    expect(look(asked, transcript, { language: "eng" })).toEqual([]);
    expect(places(asked, transcript, { language: "ger" })).toEqual(["die@0.1"]);
    expect(places(asked, transcript, { language: "und" })).toEqual(["die@0.1"]);
  });

  it("are looked for in all calls when they are of all languages", () => {
    expect(places({ keywords: ["die"], language: "mul" }, transcript, { language: "ger" })).toEqual(["die@0.1"]);
  });
});

describe("a tracker", () => {
  const budget = ["budget"];
  const transcript = said("A budget.", [1, "A budget."], [2, "A budget."], "A budget.", [1, "A budget."]);

  it("counts what its side says; a voice of no known side is of neither", () => {
    expect(places({ keywords: budget, affiliation: "Company" }, transcript)).toEqual(["budget@0.1", "budget@6.1"]);
    expect(places({ keywords: budget, affiliation: "NonCompany" }, transcript)).toEqual(["budget@2.1", "budget@8.1"]);
    expect(places({ keywords: budget }, transcript)).toHaveLength(5);
  });

  it("takes nobody for one side where everybody is one sound", () => {
    const one = makeSpeaker("74", { affiliation: "Internal", source: "unseparated" });
    expect(look({ keywords: budget, affiliation: "Company" }, makeTranscript(["A budget."], [one]))).toEqual([]);
  });

  it("keeps to questions where it is told to", () => {
    const analysis = { questions: [{ sentenceIndex: 1, side: "nonCompany" as const }], topics: [] };
    expect(places({ keywords: budget, partOfQuestion: true }, transcript, { analysis })).toEqual(["budget@2.1"]);
  });

  const part = (name: "First" | "Last", interval: number, unit: "minutes" | "percent") =>
    ({ keywords: budget, saidAt: { part: name, interval, unit } }) as const;

  it("keeps to the beginning or the end of a call, in percent of its length", () => {
    const call = { durationMs: 10_000 };
    expect(places(part("First", 30, "percent"), transcript, call)).toEqual(["budget@0.1", "budget@2.1"]);
    expect(places(part("Last", 30, "percent"), transcript, call)).toEqual(["budget@8.1"]);
    expect(places(part("Last", 100, "percent"), transcript, call)).toHaveLength(5);
  });

  it("keeps to the first or the last minutes of a call", () => {
    const call = { durationMs: 66_100 };
    expect(places(part("First", 1, "minutes"), transcript, call)).toHaveLength(5);
    expect(places(part("Last", 1, "minutes"), transcript, call)).toEqual(["budget@6.1", "budget@8.1"]);
    expect(places(part("Last", 5, "minutes"), transcript, call)).toHaveLength(5);
  });

  it("takes the last sentence for the end of a call whose length is not known", () => {
    // Ends at 9.9 s: the last fifth begins at 7.92 s.
    expect(places(part("Last", 20, "percent"), transcript, { durationMs: 0 })).toEqual(["budget@8.1"]);
  });

  it("keeps to the time from the first to the last sentence that shows one of its topics", () => {
    const topics = [
      { name: "Pricing", durationMs: 5900, sentenceIndexes: [1, 3] },
      { name: "Small Talk", durationMs: 1900, sentenceIndexes: [4] },
    ];
    const call = { analysis: { questions: [], topics } };
    expect(places({ keywords: budget, saidInTopics: ["Pricing"] }, transcript, call)).toEqual([
      "budget@2.1",
      "budget@4.1",
      "budget@6.1",
    ]);
    expect(places({ keywords: budget, saidInTopics: ["Small Talk", "Legal"] }, transcript, call)).toEqual([
      "budget@8.1",
    ]);
    expect(look({ keywords: budget, saidInTopics: ["Legal"] }, transcript, call)).toEqual([]);
  });

  it("keeps to the calls that its filter means", () => {
    const filterQuery = '{"type":"And","filters":[{"type":"CallDirection","terms":["INBOUND"]}]}';
    expect(look({ keywords: budget, filterQuery }, transcript)).toEqual([]);
    expect(look({ keywords: budget, filterQuery }, transcript, { direction: "Inbound" })).toHaveLength(1);
  });

  it("does not keep another from counting the same words, and is answered when it finds nothing", () => {
    const trackers = ["budget", "a budget", "nothing"].map((keyword, index) => ({
      id: asId<TrackerId>(String(index)),
      definition: definitionOf({ keywords: [keyword] }),
    }));
    const found = search(trackers)(callOf(transcript));
    expect(found.map(({ trackerId, phrases }) => [trackerId, countHits(phrases)])).toEqual([
      ["0", 5],
      ["1", 5],
      ["2", 0],
    ]);
  });
});
