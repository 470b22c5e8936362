const DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
const PART_OF_DAY = "(?:morning|noon|afternoon|evening|night)";
const ONES = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)";
const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|(?:twenty[ -]|thirty[ -])?${ONES}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)`;
const NUMBER = "(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of|a few)";
const UNIT = "(?:minute|hour|day|business day|working day|week|month|quarter|year)";
const PERIOD = "(?:day|week|month|quarter|year)";
const HOUR =
  "(?:(?:\\d{1,2}(?::\\d\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)(?: ?(?:[ap]\\.?m\\b\\.?|o'clock))?)";

const DATE = `(?:${MONTH} (?:the )?(?:${ORDINAL}|\\d{1,2})\\b|(?:the )?${ORDINAL} of (?:${MONTH}|the month)|the (?:\\d{1,2}(?:st|nd|rd|th)|twenty[ -]${ONES}))`;
const NAMED_DAY = `(?:(?:next |this |following )?${DAY}(?:,? (?:${MONTH} )?(?:the )?${ORDINAL})?(?: ${PART_OF_DAY})?|tomorrow(?: ${PART_OF_DAY})?|today|tonight|this ${PART_OF_DAY}|the day after tomorrow)`;
const NAMED_PERIOD = `(?:(?:early |later |late |sometime )?(?:next|this|the following|the coming) ${PERIOD}(?: or two)?)`;
const END_OF = `(?:the )?end of (?:the |this |next )?(?:${PERIOD}|q[1-4]|${MONTH}|business|play)|eo[dw]`;
const FROM_NOW = `(?:in|within) (?:the next )?${NUMBER} ${UNIT}s?|${NUMBER} ${UNIT}s? from (?:now|today|tomorrow|${DAY})`;
const AT_HOUR = `(?:,? at ${HOUR}(?: in the ${PART_OF_DAY})?)`;
const BEFORE = "(?:(?:by|on|before|until|at|no later than) )?";

const DUE = new RegExp(
  `\\b(?:${BEFORE}(?:${END_OF}|${NAMED_DAY}|${DATE}|${NAMED_PERIOD})${AT_HOUR}?|${FROM_NOW}|(?:at )?(?:\\d{1,2}:\\d\\d(?: ?[ap]\\.?m\\b)?|\\d{1,2} ?(?:[ap]\\.?m\\b|o'clock))|first thing(?: (?:tomorrow|in the morning|${DAY}))?)(?![\\w-])`,
  "i",
);

/** By when something said is to happen, in the words in which it was said: `by Friday`, `end of next week`. English only; `null` where it is not said. */
export function duePhraseIn(text: string): string | null {
  return DUE.exec(text.replaceAll("’", "'"))?.[0] ?? null;
}
