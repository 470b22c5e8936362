import type { Sentence } from "../../calls/transcript.ts";
import { wordsOf } from "./words.ts";

/** Function words of English that are not also common words of its neighbours (as `is`, `in`, `for`, `on` and `to` are). */
const ENGLISH_WORDS = new Set(
  (
    "the and that it you they are have with this but not be what if just can there would about like my your she from know get our " +
    "it's that's don't i'm we're how when will then them because think really yes up out which who where been could should these " +
    "those want need going thing things right good see make some more very here now well other any their has were did than doesn't " +
    "didn't i've we've you're i'd i'll we'll he's"
  ).split(" "),
);

/**
 * At least 27 % of the words of every English meeting at hand (QMSum, MRDA, TinyRec) are of these, and of fifty-word pieces of MRDA
 * all but one in a thousand have 13 %; texts in other languages have next to none.
 */
const MIN_ENGLISH_SHARE = 0.1;
/** Fewer words than this say nothing about the language. */
const MIN_WORDS = 20;

/** Whether the text is plainly in another language than English. What is too short to tell is taken as English. */
export function isPlainlyNotEnglish(sentences: readonly Pick<Sentence, "text">[]): boolean {
  let wordCount = 0;
  let englishCount = 0;
  for (const word of sentences.flatMap(({ text }) => wordsOf(text))) {
    wordCount += 1;
    if (ENGLISH_WORDS.has(word)) englishCount += 1;
  }
  return wordCount >= MIN_WORDS && englishCount < MIN_ENGLISH_SHARE * wordCount;
}
