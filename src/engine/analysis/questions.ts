import type { Question } from "../../calls/call-analysis.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { isBackchannel } from "./backchannels.ts";
import { hasQuestionMark, readsAsEnglishQuestion } from "./question-rules.ts";
import { sidesOf } from "./sides.ts";

export interface QuestionsOptions {
  /** Whether the English rules apply; without them only question marks tell. */
  readonly isEnglish: boolean;
}

/**
 * The sentences that ask something: those with a question mark and, in English, those worded as a question (recognisers lose marks).
 * A backchannel with a mark (`Right?`, `Oh really?`) asks nothing. One sentence counts once, whatever it asks.
 */
export function questionsOf(transcript: Transcript, { isEnglish }: QuestionsOptions): Question[] {
  const sideOf = sidesOf(transcript.speakers);
  return transcript.sentences.flatMap(({ text, speakerId }, sentenceIndex) => {
    const asks = hasQuestionMark(text) || (isEnglish && readsAsEnglishQuestion(text));
    return asks && !isBackchannel(text) ? [{ sentenceIndex, side: sideOf(speakerId) }] : [];
  });
}
