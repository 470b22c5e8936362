import * as fc from "fast-check";
import { expect, test } from "vitest";
import { asId, type SpeakerId } from "../../calls/ids.ts";
import type { Sentence, Transcript } from "../../calls/transcript.ts";
import { rowToTranscript, sentencePlaces, transcriptToRow } from "./transcript-record.ts";

const timeMs = fc.integer({ min: 0, max: 40_000_000 });
const speakerId = fc.constantFrom("1", "2", "not on the list").map((id) => asId<SpeakerId>(id));
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("two\nlines", "\n", "", "a  b", "\u0000"));

/** Words that mostly are the words of the text, and sometimes are not in it. */
function wordsOf(text: string) {
  const spelled = text.split(" ").filter((word) => word !== "");
  const word = spelled.length === 0 ? anyText : fc.oneof(fc.constantFrom(...spelled), anyText);
  return fc.array(fc.record({ text: word, startMs: timeMs, endMs: timeMs }));
}

const sentence = anyText.chain((text) =>
  fc.record<Sentence>({
    speakerId,
    startMs: timeMs,
    endMs: timeMs,
    text: fc.constant(text),
    confidence: fc.oneof(
      fc.constant(null),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ max: 10_000, min: 0 }).map((n) => n / 10_000),
    ),
    isLowConfidence: fc.boolean(),
    words: wordsOf(text),
  }),
);

const transcript = fc.record<Transcript>({
  speakers: fc.constantFrom(
    [],
    [{ id: asId<SpeakerId>("1"), affiliation: "Internal" as const, source: "channel" as const }],
    [
      { id: asId<SpeakerId>("2"), affiliation: "Unknown" as const, source: "channel-side" as const },
      { id: asId<SpeakerId>("1"), affiliation: "External" as const, source: "timeline" as const },
    ],
  ),
  sentences: fc.array(sentence),
  provenance: fc.record({ engine: anyText, model: anyText, version: anyText }),
});

test("any transcript comes back exactly", () => {
  fc.assert(
    fc.property(transcript, (given) => {
      expect(rowToTranscript(transcriptToRow(given))).toEqual(given);
    }),
    { numRuns: 500 },
  );
});

test("sentences can be found in the body without reading their words", () => {
  const given: Transcript = {
    speakers: [
      { id: asId<SpeakerId>("8"), affiliation: "Internal", source: "channel" },
      { id: asId<SpeakerId>("9"), affiliation: "External", source: "channel" },
    ],
    sentences: [
      {
        speakerId: asId("9"),
        startMs: 1500,
        endMs: 2000,
        text: "Hello.",
        confidence: 0.5,
        isLowConfidence: false,
        words: [],
      },
      {
        speakerId: asId("8"),
        startMs: 900,
        endMs: 950,
        text: "Hi\nyou",
        confidence: null,
        isLowConfidence: true,
        words: [],
      },
    ],
    provenance: { engine: "e", model: "m", version: "1" },
  };
  const row = transcriptToRow(given);
  expect(row.body).toBe("Hello.\nHi\nyou\n");
  expect([...sentencePlaces(row.sentences)]).toEqual([
    { offset: 0, length: 6, voice: 1, startMs: 1500 },
    { offset: 7, length: 6, voice: 0, startMs: 900 },
  ]);
});

test("word times in steps of 20 ms take about three bytes a word", () => {
  const words = Array.from({ length: 1000 }, (_, i) => ({ text: "word", startMs: i * 320, endMs: i * 320 + 280 }));
  const text = words.map((word) => word.text).join(" ");
  const spoken = {
    speakerId: asId<SpeakerId>("1"),
    startMs: 0,
    endMs: 320_000,
    text,
    confidence: null,
    isLowConfidence: false,
  };
  const row = transcriptToRow({
    speakers: [],
    sentences: [{ ...spoken, words }],
    provenance: { engine: "", model: "", version: "" },
  });
  expect(row.words.length).toBeLessThan(3100);
});

test("times that are not whole milliseconds are refused", () => {
  const half: Sentence = {
    speakerId: asId("1"),
    startMs: 0.5,
    endMs: 1,
    text: "",
    confidence: null,
    isLowConfidence: false,
    words: [],
  };
  const given = { speakers: [], sentences: [half], provenance: { engine: "", model: "", version: "" } };
  expect(() => transcriptToRow(given)).toThrow(RangeError);
});
