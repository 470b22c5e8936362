import { LOOP_LOG_PROB } from "../confidence.ts";
import type { RecognisedWord, Recognition } from "./recogniser.ts";
import { findRepetition } from "./repetition.ts";
import { quietestMiddle } from "./segmenter.ts";
import type { SpeechEngine } from "./speech-engine.ts";
import { WINDOW_MS, WINDOW_SAMPLES } from "./voice-activity.ts";

interface Windows {
  readonly start: number;
  readonly end: number;
}

/** Below 3 s there is no point in trying halves. */
const SHORTEST_HALVED_WINDOWS = Math.round(3_000 / WINDOW_MS);

/** A window counts as speech from this probability on; a segment that is speech for half its time is no mistake of the detector. */
const SPEECH_PROBABILITY = 0.5;
const SURE_SPEECH_SHARE = 0.5;

/**
 * The words of a segment, with times in the recording. Where the model is caught in a repetition, or hears nothing in what is surely
 * speech (the base model does, with some cuts of a dialogue), both halves are tried for themselves; what still repeats loses the
 * repetitions and all trust.
 */
export async function recogniseSegment(
  segment: Windows,
  probabilities: ArrayLike<number>,
  load: (startWindow: number, endWindow: number) => Promise<Float32Array>,
  engine: SpeechEngine,
  signal: AbortSignal,
): Promise<RecognisedWord[]> {
  const length = segment.end - segment.start;
  const recognition = await engine.recognise(() => load(segment.start, segment.end), length * WINDOW_SAMPLES, signal);
  const repetition = findRepetition(recognition.words);
  const isDeaf = recognition.words.length === 0 && isSurelySpeech(segment, probabilities);
  if (!recognition.hitTokenCap && repetition === undefined && !isDeaf) return inRecording(recognition, segment);
  if (length < SHORTEST_HALVED_WINDOWS) return inRecording(withoutLoop(recognition, repetition), segment);
  const middle = quietestMiddle(segment, probabilities);
  const halves = await Promise.all(
    [
      { start: segment.start, end: middle },
      { start: middle, end: segment.end },
    ].map((half) => recogniseSegment(half, probabilities, load, engine, signal)),
  );
  return halves.flat();
}

function isSurelySpeech({ start, end }: Windows, probabilities: ArrayLike<number>): boolean {
  let spoken = 0;
  for (let window = start; window < end; window += 1)
    if ((probabilities[window] ?? 0) >= SPEECH_PROBABILITY) spoken += 1;
  return spoken >= (end - start) * SURE_SPEECH_SHARE;
}

/** What comes before the repetition may have been said. */
function withoutLoop(recognition: Recognition, repetition: number | undefined): Recognition {
  const words = recognition.words.slice(0, repetition);
  return { ...recognition, words: words.map((word) => ({ ...word, logProb: Math.min(word.logProb, LOOP_LOG_PROB) })) };
}

/** Times in the recording, rising, inside the segment, in whole milliseconds. */
function inRecording(recognition: Recognition, segment: Windows): RecognisedWord[] {
  const startMs = segment.start * WINDOW_MS;
  const lengthMs = (segment.end - segment.start) * WINDOW_MS;
  let earliestMs = 0;
  return recognition.words.map((word) => {
    const from = Math.min(Math.max(Math.round(word.startMs), earliestMs), lengthMs);
    const to = Math.min(Math.max(Math.round(word.endMs), from), lengthMs);
    earliestMs = from;
    return { ...word, startMs: startMs + from, endMs: startMs + to };
  });
}
