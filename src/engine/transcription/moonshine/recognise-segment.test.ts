import { expect, test } from "vitest";
import { recogniseSegment } from "./recognise-segment.ts";
import type { Recognition } from "./recogniser.ts";
import type { SpeechEngine } from "./speech-engine.ts";

const WINDOW_MS = 32;

function recognition(text: string, hitTokenCap = false): Recognition {
  const words =
    text === ""
      ? []
      : text.split(" ").map((word, i) => ({ text: word, startMs: i * 50, endMs: i * 50 + 40, logProb: -0.1 }));
  return { text, words, meanLogProb: -0.1, hitTokenCap };
}

/** Answers by how many windows it is given, and notes them. */
function engineFor(answers: (windows: number) => Recognition) {
  const asked: number[] = [];
  const engine: SpeechEngine = {
    detect: () => Promise.reject(new Error("not asked for here")),
    async recognise(load) {
      const windows = (await load()).length / 512;
      asked.push(windows);
      return answers(windows);
    },
    async [Symbol.asyncDispose]() {},
  };
  const load = async (start: number, end: number) => new Float32Array((end - start) * 512);
  const run = (start: number, end: number, dip = 0) => {
    const probabilities = new Float32Array(end).fill(0.9);
    probabilities.fill(0.1, dip - 2, dip + 3);
    return recogniseSegment({ start, end }, probabilities, load, engine, new AbortController().signal);
  };
  return { asked, run };
}

test("times are those of the recording", async () => {
  const { run } = engineFor(() => recognition("hello there"));
  expect(await run(100, 200)).toEqual([
    { text: "hello", startMs: 3_200, endMs: 3_240, logProb: -0.1 },
    { text: "there", startMs: 3_250, endMs: 3_290, logProb: -0.1 },
  ]);
});

test("times never leave the segment or fall", async () => {
  const words = [
    { text: "a", startMs: 100, endMs: 90, logProb: 0 },
    { text: "b", startMs: 40, endMs: 9_999, logProb: 0 },
  ];
  const { run } = engineFor(() => ({ text: "a b", words, meanLogProb: 0, hitTokenCap: false }));
  expect(await run(0, 10)).toEqual([
    { text: "a", startMs: 100, endMs: 100, logProb: 0 },
    { text: "b", startMs: 100, endMs: 10 * WINDOW_MS, logProb: 0 },
  ]);
});

test("where the model repeats itself, both halves are tried, cut at the quietest place", async () => {
  const loop = recognition("you know you know you know you know you know you know");
  const { asked, run } = engineFor((windows) => (windows === 300 ? loop : recognition("fine")));
  const words = await run(0, 300, 120);
  expect(asked).toEqual([300, 120, 180]);
  expect(words.map(({ text, startMs }) => ({ text, startMs }))).toEqual([
    { text: "fine", startMs: 0 },
    { text: "fine", startMs: 120 * WINDOW_MS },
  ]);
});

test("where the model does not come to an end, both halves are tried", async () => {
  const { asked, run } = engineFor((windows) => recognition("fine", windows === 300));
  await run(0, 300, 150);
  expect(asked).toEqual([300, 150, 150]);
});

test("a short piece that still repeats keeps the first saying, without any trust", async () => {
  const { run } = engineFor(() => recognition("so no no no no no no no no no", true));
  const words = await run(0, 50);
  expect(words.map(({ text, logProb }) => ({ text, logProb }))).toEqual([
    { text: "so", logProb: -1 },
    { text: "no", logProb: -1 },
  ]);
});

test("an empty recognition is no speech", async () => {
  const { run } = engineFor(() => recognition(""));
  expect(await run(0, 50)).toEqual([]);
});

test("where the model hears nothing in what is surely speech, both halves are tried", async () => {
  const { asked, run } = engineFor((windows) => recognition(windows === 300 ? "" : "fine"));
  const words = await run(0, 300, 150);
  expect(asked).toEqual([300, 150, 150]);
  expect(words.map((word) => word.text)).toEqual(["fine", "fine"]);
});

test("where the detector was not sure of speech, hearing nothing is believed", async () => {
  const asked: number[] = [];
  const engine: SpeechEngine = {
    detect: () => Promise.reject(new Error("not asked for here")),
    async recognise(load) {
      asked.push((await load()).length);
      return recognition("");
    },
    async [Symbol.asyncDispose]() {},
  };
  const probabilities = new Float32Array(300).fill(0.4).fill(0.9, 0, 140);
  const load = async (start: number, end: number) => new Float32Array(end - start);
  const signal = new AbortController().signal;
  expect(await recogniseSegment({ start: 0, end: 300 }, probabilities, load, engine, signal)).toEqual([]);
  expect(asked).toEqual([300]);
});
