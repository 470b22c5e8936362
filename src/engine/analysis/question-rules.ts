import { fluentWords } from "./words.ts";

/** The marks of Latin, Greek, Arabic, Chinese and Japanese script. */
const QUESTION_MARK = /[?\u037e\u061f\uff1f]/u;

export function hasQuestionMark(text: string): boolean {
  return QUESTION_MARK.test(text);
}

const PERSON = "i|you|he|she|we|they|y'all|anyone|anybody|someone|somebody|everyone|everybody|people";
const SUBJECT = `${PERSON}|it|anything|everything|this|that|these|those|there`;
const NAMED = "the|your|our|my|his|her|their|any|all|each|most";
const AUXILIARY =
  "do|does|did|is|are|was|were|am|can|could|will|would|should|shall|have|has|had|" +
  "don't|doesn't|didn't|isn't|aren't|can't|couldn't|won't|wouldn't|shouldn't";
const MEASURE = "how (?:much|many|long|often|soon|far|big|large|old|fast|well|likely)";
const THING =
  "(?:what|which) (?:kind|sort|type|part|version|time|day|one|ones|other|else|size|percentage|number|level)";

function pattern(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join("|"));
}

/** What may stand before a question and is no part of it. */
const LEAD_IN = new RegExp(
  "^(?:(?:so|and|but|or|well|okay|ok|o k|um|uh|er|oh|ah|hm|hmm|mm|now|yeah|yep|yes|no|right|alright|all right|sure|great|good|" +
    "perfect|excellent|awesome|cool|thanks|thank you|hey|hi|hello|actually|also|then|because|cuz|cause|just|sorry|i mean|" +
    "you know|i guess|first|second|finally|basically|in fact|one more thing|perhaps|maybe|by the way|my question is|" +
    "the question is|question) )+",
);

/** Auxiliary before subject. `do` and `have` need a person: "do it like this", "have the team call me" ask nothing. */
const INVERSION = pattern(
  `^(?:do|have|had) (?:${PERSON}) .`,
  `^(?:does|did|has|is|are|was|were|am|can|could|will|would|should|shall|may|might) (?:${SUBJECT}|${NAMED}) .`,
  `^(?:is|are|was|were) (?:an?|one|what) .`,
  `^(?:does|did) (?!not|sound|look|seem|make|have|help|mean)[a-z]+ .`,
  `^(?:isn't|aren't|wasn't|weren't|can't|couldn't|won't|wouldn't|shouldn't|doesn't|didn't|haven't|hasn't) (?:${SUBJECT}) .`,
  `^don't (?:${PERSON}) .`,
);

const QUESTION_WORD = pattern(
  `^(?:what|where|why|who|whose|how) (?:${AUXILIARY})\\b`,
  `^when (?:do|does|did|can|could|will|would|should|have|has|is|are|was|were) (?:${SUBJECT}|${NAMED})\\b`,
  "^(?:what|where|who|how|when|why)(?:'s|'re|'d|'ll)\\b",
  `^(?:${MEASURE}|${THING}|how (?:about|come)|what (?:about|if|for|else))\\b`,
  "^at what\\b",
  "^why\\b",
  // A question word, auxiliary and subject ask wherever they stand: clauses that tell keep their order.
  `\\b(?:what|where|why|when|how|who|${MEASURE}|which [a-z]+)(?: [a-z]+)? (?:do|does|did|are|were|can|could|will|would|should|have) (?:you|we|they|i|he|she|it)\\b`,
);

/** `what is happening is that …` and `what a day` tell. */
const TELLING = pattern("^what(?:'s| is| was) [a-z]+(?: [a-z]+){0,2} (?:is|was|there's) ", "^what an? ");

const ASKING_IN_OTHER_WORDS = pattern(
  "\\b(?:wondering|curious) (?:if|whether|what|how|when|where|who|which|why)\\b",
  "\\b(?:can|could|may) i ask\\b",
  "\\bdo you (?:know|think|have|want|need|mean|see|remember|use)\\b",
  "\\b(?:can|could|would) you (?:please )?(?:tell|explain|describe|walk|show|share|send|give)\\b",
  "^(?:wanna|want to) ",
  "^you mean\\b",
  "^any (?:other|more|questions?|thoughts|ideas?|concerns|updates?|news|reason|chance|plans|comments|suggestions|feedback)\\b",
  "^any(?:thing|one|body) (?:else|other|new)\\b",
);

const TAG = pattern(
  " (?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|wouldn't|can't|couldn't|shouldn't|haven't|hasn't) " +
    "(?:i|you|he|she|it|we|they|that|there)$",
  " (?:is|are|do|does|did|will|would|can|was|were) (?:you|he|she|we|they)$",
  " is it$",
  " or (?:no|what|something else)$",
  "(?<!\\buh) huh$",
  " is that (?:right|correct|okay|fair)$",
  " does that make sense$",
  " you know what i mean$",
);
const OR_NOT = / or not$/;
const REPORTED = /\b(?:whether|if) /;
const TAG_AFTER_COMMA = /\w,\s*(?:right|correct|yeah|yes|no|okay|eh)\W*$/i;

/** Whether some sentence of an English text is worded as a question, whatever its punctuation. */
export function readsAsEnglishQuestion(text: string): boolean {
  return text.split(/(?<=[.!])\s+/).some(isWordedAsQuestion);
}

function isWordedAsQuestion(sentence: string): boolean {
  const fluent = fluentWords(sentence);
  const core = fluent.replace(LEAD_IN, "");
  if (TAG.test(fluent) || TAG_AFTER_COMMA.test(sentence)) return true;
  if (OR_NOT.test(fluent) && !REPORTED.test(fluent)) return true;
  if (TELLING.test(core)) return false;
  if (QUESTION_WORD.test(core) || ASKING_IN_OTHER_WORDS.test(core)) return true;
  return sentence.split(/[,;:]\s/).some((clause) => INVERSION.test(fluentWords(clause).replace(LEAD_IN, "")));
}
