import type { Keyphrase } from "../../calls/call-analysis.ts";
import type { Sentence } from "../../calls/transcript.ts";
import { isBackchannel } from "./backchannels.ts";
import type { English, TaggedWord } from "./english.ts";
import type { Rarity } from "./rarity.ts";

const MAX_KEYPHRASES = 10;
const MAX_WORDS = 4;
/** Rarity in bits below which an adjective at the start says nothing: `new`, `other`, `same`, `important`. */
const MIN_ADJECTIVE_RARITY = 13;
/** A phrase needs one word at least this rare. */
const MIN_RARITY = 11;

/** What the tagger takes for nouns and what is none, or names nothing. */
const NEVER_IN_PHRASE = new Set(
  (
    "um uh uhm er erm ah oh eh hm hmm mm mhm huh yeah yep yup okay ok alright right hey hi hello bye goodbye thanks thank please sorry " +
    "wow gosh god gonna wanna gotta kinda sorta cuz cause stuff thing things lot lots bit kind kinds sort sorts way ways guy guys " +
    "everybody somebody anybody nobody everyone someone anyone something anything everything nothing i'm sure i'll i've let " +
    "couple sense course example fact point yes no today tomorrow yesterday morning afternoon evening night monday tuesday wednesday " +
    "thursday friday saturday sunday day days week weeks month months year years minute minutes hour hours second seconds moment time times " +
    "people person man sir ma'am madam mister mr mrs ms dr reason idea one ones half whole rest part end top side case"
  ).split(" "),
);

export interface KeyphrasesOptions {
  readonly english: English;
  readonly rarity: Rarity;
  /** Lower-case words that are people's names: who is on the call is not what it is about. */
  readonly names: ReadonlySet<string>;
}

/**
 * The noun phrases that stand for what the call was about, best first, at most ten. A phrase's worth is how often it was said times
 * how surprising it is in conversation at large: the bits of its words, added up. A single word must have been said twice. Of two
 * phrases one of which has all the words of the other, the better stays. `text` is the commonest spelling, `count` how often the
 * phrase was said, singular and plural alike.
 */
export function keyphrasesOf(sentences: readonly Sentence[], options: KeyphrasesOptions): Keyphrase[] {
  return bestPhrases(phrasesOf(sentences, options));
}

/** All phrases that are worth anything, best first. */
export function phrasesOf(sentences: readonly Sentence[], options: KeyphrasesOptions): RankedPhrase[] {
  const phrases = new Map<string, FoundPhrase>();
  for (const [sentenceIndex, { text }] of sentences.entries()) {
    if (isBackchannel(text)) continue;
    for (const words of nounPhrases(text, options)) note(phrases, words, sentenceIndex, options.english);
  }
  return [...phrases.values()]
    .map((phrase) => Object.assign(phrase, { worth: worthOf(phrase, options) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
}

/** The first ten that do not say the same again. */
export function bestPhrases(ranked: readonly RankedPhrase[]): Keyphrase[] {
  return withoutRepeats(ranked).map(asKeyphrase);
}

/** As `keyphrasesOf` has it: how often it was said times how surprising it is. */
export interface RankedPhrase extends FoundPhrase {
  readonly worth: number;
}

interface FoundPhrase {
  /** In lower case, nouns in the singular. */
  readonly words: readonly string[];
  readonly spellings: Map<string, number>;
  readonly sentenceIndexes: Set<number>;
  count: number;
}

function note(
  phrases: Map<string, FoundPhrase>,
  words: readonly TaggedWord[],
  sentenceIndex: number,
  english: English,
): void {
  const plain = words.map(({ text }) => english.singular(text.toLowerCase()));
  const key = plain.join(" ");
  const found = phrases.get(key) ?? { words: plain, spellings: new Map(), sentenceIndexes: new Set(), count: 0 };
  phrases.set(key, found);
  const spelling = words.map(spelled).join(" ");
  found.spellings.set(spelling, (found.spellings.get(spelling) ?? 0) + 1);
  found.sentenceIndexes.add(sentenceIndex);
  found.count += 1;
}

/** The capital that opens a sentence goes, those of `HubSpot` and `API` stay. */
function spelled({ text, partOfSpeech }: TaggedWord): string {
  return partOfSpeech === "PROPN" || /.\p{Lu}/u.test(text) ? text : text.toLowerCase();
}

/** Adjectives and nouns in a row that end in a noun. */
function nounPhrases(text: string, options: KeyphrasesOptions): (readonly TaggedWord[])[] {
  const runs: TaggedWord[][] = [[]];
  for (const word of options.english.tag(text)) {
    if (canStandInPhrase(word, options.names)) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return runs.flatMap((run) => partsOf(run, options.rarity));
}

/** Every row of words within a run that could stand as a phrase: `billing zip code` is also talk of a zip code and of a code. */
function partsOf(run: readonly TaggedWord[], rarity: Rarity): (readonly TaggedWord[])[] {
  return run.flatMap((first, start) => {
    if (first.partOfSpeech === "ADJ" && rarity(first.text.toLowerCase()) < MIN_ADJECTIVE_RARITY) return [];
    const rest = run.slice(start, start + MAX_WORDS);
    return rest.flatMap((last, index) => (last.partOfSpeech === "ADJ" ? [] : [rest.slice(0, index + 1)]));
  });
}

function canStandInPhrase({ text, partOfSpeech }: TaggedWord, names: ReadonlySet<string>): boolean {
  if (partOfSpeech !== "NOUN" && partOfSpeech !== "PROPN" && partOfSpeech !== "ADJ") return false;
  const word = text.toLowerCase();
  return isWordLike(text) && !NEVER_IN_PHRASE.has(word) && !names.has(word);
}

/** Two capitals or three letters at least, no full stop in it: broken-off words and `Mr.` are no words. */
function isWordLike(text: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}&]+s?|\p{L}[\p{L}\p{N}'’&]{2,})$/u.test(text);
}

function worthOf({ words, count }: FoundPhrase, { rarity }: KeyphrasesOptions): number {
  if (count < 2 && words.length < 2) return 0;
  const rarities = words.map(rarity);
  if (Math.max(...rarities) < MIN_RARITY) return 0;
  return count * rarities.reduce((sum, bits) => sum + bits, 0);
}

function withoutRepeats(ranked: readonly FoundPhrase[]): FoundPhrase[] {
  const kept: FoundPhrase[] = [];
  for (const phrase of ranked) {
    if (kept.length === MAX_KEYPHRASES) break;
    if (!kept.some((better) => saysAgain(phrase, better))) kept.push(phrase);
  }
  return kept;
}

/** Whether one has all words of the other, or shares some and was never said apart from it. */
function saysAgain(phrase: FoundPhrase, better: FoundPhrase): boolean {
  const sharedCount = phrase.words.filter((word) => better.words.includes(word)).length;
  if (sharedCount === phrase.words.length || sharedCount === better.words.length) return true;
  return sharedCount > 0 && [...phrase.sentenceIndexes].every((index) => better.sentenceIndexes.has(index));
}

function asKeyphrase({ spellings, count, sentenceIndexes }: FoundPhrase): Keyphrase {
  return { text: spellingOf({ spellings }), count, sentenceIndexes: [...sentenceIndexes] };
}

/** The commonest; of those said equally often the one with fewer capitals: the others opened sentences. */
export function spellingOf({ spellings }: Pick<FoundPhrase, "spellings">): string {
  const [commonest] = [...spellings].sort(([a, countA], [b, countB]) => countB - countA || capitals(a) - capitals(b));
  return commonest?.[0] ?? "";
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}
