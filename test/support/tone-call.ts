import type { ChannelAudio } from "../../src/engine/transcription/transcriber.ts";
import { toneAudio } from "./tone-speech.ts";

/** A call of 12 s between two sides that never say the same word. */
export const toneCall: ChannelAudio = toneAudio(12_000, [
  [
    { startMs: 500, words: ["Hello", "there.", "How", "are", "you", "today?"] },
    { startMs: 9_000, words: ["Goodbye", "then."] },
  ],
  [{ startMs: 4_000, words: ["I", "need", "two", "red", "cars", "please."] }],
]);

export const toneSides = [
  { words: "hello there how are you today goodbye then".split(" "), startMs: 500, endMs: 9_800 },
  { words: "i need two red cars please".split(" "), startMs: 4_000, endMs: 6_300 },
];
