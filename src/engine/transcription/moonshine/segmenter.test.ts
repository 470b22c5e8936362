import { expect, test } from "vitest";
import { quietestMiddle, type SegmenterSettings, segmentSpeech } from "./segmenter.ts";

/** One window is 100 ms here, so that times can be counted. */
const settings: SegmenterSettings = {
  windowMs: 100,
  onProbability: 0.5,
  offProbability: 0.35,
  minSpeechMs: 300,
  minSilenceMs: 800,
  padMs: 200,
  mergeGapMs: 1_500,
  maxSegmentMs: 20_000,
};

/** Pairs of how many windows and how likely speech is in them. */
function probabilities(...parts: readonly (readonly [count: number, probability: number])[]): number[] {
  return parts.flatMap(([count, probability]) => Array.from({ length: count }, () => probability));
}

test("silence has no segments", () => {
  expect(segmentSpeech([], settings)).toEqual([]);
  expect(segmentSpeech(probabilities([100, 0.2]), settings)).toEqual([]);
});

test("speech is widened by the padding, inside the recording", () => {
  expect(segmentSpeech(probabilities([10, 0], [5, 0.9], [10, 0]), settings)).toEqual([{ start: 8, end: 17 }]);
  expect(segmentSpeech(probabilities([1, 0], [5, 0.9], [1, 0]), settings)).toEqual([{ start: 0, end: 7 }]);
});

test("a click is not speech", () => {
  expect(segmentSpeech(probabilities([10, 0], [2, 0.9], [10, 0]), settings)).toEqual([]);
});

test("speech begins above the upper threshold and goes on above the lower one", () => {
  expect(segmentSpeech(probabilities([10, 0.4], [4, 0.6], [10, 0.4], [20, 0]), settings)).toEqual([
    { start: 8, end: 26 },
  ]);
});

test("a short pause stays inside a segment", () => {
  expect(segmentSpeech(probabilities([5, 0], [5, 0.9], [7, 0], [5, 0.9], [20, 0]), settings)).toEqual([
    { start: 3, end: 24 },
  ]);
});

test("segments close together become one while it stays short enough", () => {
  const near = probabilities([50, 0.9], [17, 0], [50, 0.9]);
  expect(segmentSpeech(near, settings)).toEqual([{ start: 0, end: 117 }]);
  const far = probabilities([50, 0.9], [20, 0], [50, 0.9]);
  expect(segmentSpeech(far, settings)).toEqual([
    { start: 0, end: 52 },
    { start: 68, end: 120 },
  ]);
  const long = probabilities([100, 0.9], [17, 0], [100, 0.9]);
  expect(segmentSpeech(long, settings)).toEqual([
    { start: 0, end: 102 },
    { start: 115, end: 217 },
  ]);
});

test("padding never makes neighbours overlap", () => {
  const close = { ...settings, minSilenceMs: 100, mergeGapMs: -100, padMs: 1_000 };
  const segments = segmentSpeech(probabilities([10, 0.9], [3, 0], [10, 0.9]), close);
  expect(segments).toEqual([
    { start: 0, end: 12 },
    { start: 12, end: 23 },
  ]);
});

test("running speech is cut where it is least like speech, in the second half of what fits", () => {
  const speech = probabilities([250, 0.9]);
  speech.fill(0.4, 148, 153);
  speech.fill(0.4, 40, 60);
  expect(segmentSpeech(speech, settings)).toEqual([
    { start: 0, end: 150 },
    { start: 150, end: 250 },
  ]);
});

test("speech without any dip is cut all the same, and no rest is left that is too short to be understood", () => {
  const segments = segmentSpeech(probabilities([201, 0.9]), settings);
  expect(segments.map(({ start, end }) => end - start)).toEqual([151, 50]);
  const hours = segmentSpeech(probabilities([72_000, 0.9]), settings);
  expect(hours.every(({ start, end }) => end - start <= 200 && end - start >= 50)).toBe(true);
  expect(hours.at(0)?.start).toBe(0);
  expect(hours.every(({ start }, i) => i === 0 || start === hours[i - 1]?.end)).toBe(true);
});

test("a segment is halved at the quietest window of its middle half", () => {
  const speech = probabilities([100, 0.9]);
  speech.fill(0.1, 5, 15);
  speech.fill(0.5, 60, 65);
  expect(quietestMiddle({ start: 0, end: 100 }, speech)).toBe(62);
});
