import { type Cast, mannerOf } from "./cast.ts";
import type { Voice } from "./dialogue.ts";
import type { Passage } from "./link-passages.ts";
import type { Random } from "./random.ts";

/** Something said, with its time from the start of the recording. */
export interface Utterance {
  readonly voice: Voice;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

const MOST_UTTERANCES = 200;
/** Listeners make a sound in the middle of long sentences only. */
const LONG_SENTENCE_MS = 2_600;
const LISTENER_SOUNDS = ["Mm-hmm.", "Right.", "Okay.", "Yeah.", "I see.", "Sure.", "Mhm."];
/** Nobody cuts in earlier than this before the other has ended. */
const EARLIEST_CUT_IN_MS = 400;

/**
 * Gives what is said its times: each person at their speed, with their pauses. Who likes to cut in begins before the other has ended,
 * and listeners hum along; two people of one side never speak at once.
 */
export function speak(passages: readonly Passage[], cast: Cast, random: Random): Utterance[] {
  const said: Utterance[] = [];
  const sideEndMs = { company: 0, customer: 0 };
  let clockMs = random.whole(600, 2_500);
  for (const passage of passages) {
    for (const { voice, sentences } of passage) {
      const last = said.at(-1);
      if (last)
        clockMs = Math.max(last.endMs + pauseBefore(voice, last, cast, random), last.startMs + EARLIEST_CUT_IN_MS);
      clockMs = Math.max(clockMs, sideEndMs[sideOf(voice)] + 100);
      for (const text of sentences) {
        const utterance = { voice, text, startMs: clockMs, endMs: clockMs + durationMs(text, voice, cast, random) };
        said.push(utterance);
        sideEndMs[sideOf(voice)] = utterance.endMs;
        clockMs = utterance.endMs + (random.chance(0.07) ? random.whole(600, 1_600) : random.whole(120, 450));
      }
    }
    clockMs += random.whole(200, 1_800);
  }
  const sounds = listenTo(said, cast, random).slice(0, MOST_UTTERANCES - said.length);
  return [...said, ...sounds].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

function sideOf(voice: Voice): "company" | "customer" {
  return voice === "R" || voice === "S" ? "company" : "customer";
}

function pauseBefore(voice: Voice, last: Utterance, cast: Cast, random: Random): number {
  if (sideOf(last.voice) === sideOf(voice)) return random.whole(150, 700);
  const pauseMs = mannerOf(cast, voice).pauseMs + random.whole(-250, 600);
  return Math.max(-EARLIEST_CUT_IN_MS, pauseMs);
}

function durationMs(text: string, voice: Voice, cast: Cast, random: Random): number {
  const msPerWord = 60_000 / mannerOf(cast, voice).wordsPerMinute;
  return Math.round(180 + text.split(" ").length * msPerWord * random.whole(88, 112) * 0.01);
}

function listenTo(said: readonly Utterance[], cast: Cast, random: Random): Utterance[] {
  return said.flatMap(({ voice, startMs, endMs }) => {
    const listener = sideOf(voice) === "company" ? "C" : "R";
    const lengthMs = endMs - startMs;
    if (lengthMs < LONG_SENTENCE_MS || !random.chance(mannerOf(cast, listener).attentiveness)) return [];
    const soundMs = startMs + Math.round(lengthMs * random.whole(40, 55) * 0.01);
    const text = random.pick(LISTENER_SOUNDS);
    return [{ voice: listener, startMs: soundMs, endMs: soundMs + random.whole(280, 560), text }];
  });
}
