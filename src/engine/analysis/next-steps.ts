import type { NextStep } from "../../calls/call-analysis.ts";
import type { Sentence, Transcript } from "../../calls/transcript.ts";
import { isBackchannel } from "./backchannels.ts";
import { commitsToSomething, proposesTheTime } from "./commitment-cues.ts";
import { duePhraseIn } from "./due-phrases.ts";
import { sidesOf } from "./sides.ts";
import { fluentWords } from "./words.ts";

/** A list that is longer is not read. */
const MAX_NEXT_STEPS = 12;
const MIN_WORDS = 3;
/** The end of a call is where people settle what comes next. */
const CLOSING_SHARE = 0.8;
const HESITATION = /\b(?:um|uh|erm?|eh|mm+|hm+)\b,?/gi;

/**
 * The sentences in which somebody takes something upon themselves, asks it of another or agrees on it, with the side of who says so and
 * by when it is to be done where that is said. Where there are too many, those with a time and those near the end stay. Suggestions: words
 * alone do not tell well what is meant. English only.
 */
export function nextStepsOf(transcript: Transcript): NextStep[] {
  const sideOf = sidesOf(transcript.speakers);
  const closing = transcript.sentences.length * CLOSING_SHARE;
  const found = transcript.sentences.flatMap((sentence, sentenceIndex) => {
    const said = commitmentIn(sentence);
    if (said === null) return [];
    const step = { sentenceIndex, side: sideOf(sentence.speakerId), due: duePhraseIn(said) };
    return [{ step, weight: (step.due === null ? 0 : 1) + (sentenceIndex >= closing ? 1 : 0) }];
  });
  const weightiest = found.toSorted((a, b) => b.weight - a.weight).slice(0, MAX_NEXT_STEPS);
  return weightiest.map(({ step }) => step).toSorted((a, b) => a.sentenceIndex - b.sentenceIndex);
}

/** The words that say that somebody will do something after the call, or `null`. */
export function commitmentIn({ text, isLowConfidence }: Pick<Sentence, "text" | "isLowConfidence">): string | null {
  if (isLowConfidence || isBackchannel(text)) return null;
  // A recogniser may put several sentences into one; a commitment stands in one of them.
  return text.split(/(?<=[.!?])\s+/).find(isCommitment) ?? null;
}

function isCommitment(text: string): boolean {
  const words = fluentWords(text.replaceAll(HESITATION, " "));
  if (proposesTheTime(words) && duePhraseIn(text) !== null) return true;
  return words.split(" ").length >= MIN_WORDS && commitsToSomething(words);
}
