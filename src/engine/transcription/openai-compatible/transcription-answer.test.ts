import { expect, test } from "vitest";
import { sentencesOfAnswer } from "./transcription-answer.ts";

/** A chunk that begins 10 s into the recording. */
const chunk = { startMs: 10_000, endMs: 15_000 };

const words = [
  { word: "Hello", start: 1, end: 1.3 },
  { word: "there", start: 1.4, end: 1.7 },
  { word: "Goodbye", start: 1.8, end: 2.1 },
];

test("words and segments give sentences with words, marks and the segment's confidence", () => {
  const segments = [{ text: " Hello, there. Goodbye", start: 1, end: 2.1, avg_logprob: -0.2 }];
  expect(sentencesOfAnswer({ segments, words }, chunk)).toEqual([
    {
      text: "Hello, there.",
      startMs: 11_000,
      endMs: 11_700,
      confidence: 0.819, // e^-0.2
      isLowConfidence: false,
      words: [
        { text: "Hello,", startMs: 11_000, endMs: 11_300 },
        { text: "there.", startMs: 11_400, endMs: 11_700 },
      ],
    },
    expect.objectContaining({ text: "Goodbye.", startMs: 11_800, endMs: 12_100 }),
  ]);
});

test("a sentence goes on from one segment to the next", () => {
  const segments = [
    { text: "Hello", start: 1, end: 1.35, avg_logprob: -0.1 },
    { text: "there. Goodbye.", start: 1.35, end: 2.1, avg_logprob: -0.1 },
  ];
  expect(sentencesOfAnswer({ segments, words }, chunk).map(({ text }) => text)).toEqual(["Hello there.", "Goodbye."]);
});

test("segments alone give one sentence each, as they are", () => {
  const segments = [
    { text: " Hello there. Good", start: 1, end: 1.75, avg_logprob: -0.9 },
    { text: "bye then.", start: 1.75, end: 2.5 },
  ];
  expect(sentencesOfAnswer({ text: "", segments }, chunk)).toEqual([
    // e^-0.9 = 0.4066
    { text: "Hello there. Good", startMs: 11_000, endMs: 11_750, confidence: 0.407, isLowConfidence: true, words: [] },
    { text: "bye then.", startMs: 11_750, endMs: 12_500, confidence: null, isLowConfidence: false, words: [] },
  ]);
});

test("a segment whose words do not line up with its text keeps both as they are", () => {
  const segments = [{ text: "Hallo zusammen.", start: 1, end: 2.1 }];
  const [sentence] = sentencesOfAnswer({ segments, words }, chunk);
  expect(sentence).toMatchObject({ text: "Hallo zusammen.", startMs: 11_000, endMs: 12_100 });
  expect(sentence?.words.map(({ text }) => text)).toEqual(["Hello", "there", "Goodbye"]);
});

test("words alone give sentences, marked by the text where it has as many words", () => {
  expect(sentencesOfAnswer({ text: "Hello there! Goodbye.", words }, chunk)).toMatchObject([
    { text: "Hello there!", startMs: 11_000, confidence: null },
    { text: "Goodbye.", startMs: 11_800, confidence: null },
  ]);
  expect(sentencesOfAnswer({ words }, chunk)).toMatchObject([{ text: "Hello there Goodbye." }]);
});

test("text alone gives one sentence for the whole chunk", () => {
  expect(sentencesOfAnswer({ text: " Hello there. Goodbye then. " }, chunk)).toEqual([
    {
      text: "Hello there. Goodbye then.",
      startMs: 10_000,
      endMs: 15_000,
      confidence: null,
      isLowConfidence: false,
      words: [],
    },
  ]);
  expect(sentencesOfAnswer({ text: " ", segments: [] }, chunk)).toEqual([]);
});

test("words inside their segments are taken as well", () => {
  const own = words.map(({ word, start, end }) => ({ text: word, start, end }));
  const segments = [{ text: "Hello, there Goodbye", start: 1, end: 2.1, avg_logprob: -0.1, words: own }];
  expect(sentencesOfAnswer({ segments }, chunk)).toMatchObject([
    { text: "Hello, there Goodbye.", words: { length: 3 } },
  ]);
});

test("times never leave the chunk", () => {
  const segments = [{ text: "Hello", start: -1, end: 99 }];
  expect(sentencesOfAnswer({ segments }, chunk)).toMatchObject([{ startMs: 10_000, endMs: 15_000 }]);
});

test("what the server itself holds for silence is dropped, and a text caught in a loop is not trusted", () => {
  const segments = [
    { text: "Thank you for watching.", start: 0, end: 1, avg_logprob: -1.2, no_speech_prob: 0.9 },
    { text: "no no no no no no", start: 1, end: 2, avg_logprob: -0.1, compression_ratio: 3 },
  ];
  expect(sentencesOfAnswer({ segments }, chunk)).toMatchObject([{ text: "no no no no no no", isLowConfidence: true }]);
});
