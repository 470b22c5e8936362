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
 * the mean rarity of its words in conversation at large, more for a phrase of several words; one that is contained in a better one
 * is left out. `text` is its commonest spelling, `count` how often it was said, singular and plural alike.
 */
export function keyphrasesOf(sentences: readonly Sentence[], options: KeyphrasesOptions): Keyphrase[] {
  const phrases = new Map<string, FoundPhrase>();
  for (const [sentenceIndex, { text }] of sentences.entries()) {
    if (isBackchannel(text)) continue;
    for (const words of nounPhrases(text, options)) note(phrases, words, sentenceIndex, options.english);
  }
  const ranked = [...phrases.values()]
    .map((phrase) => ({ phrase, worth: worthOf(phrase, options) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .map(({ phrase }) => phrase);
  return withoutContained(ranked).slice(0, MAX_KEYPHRASES).map(asKeyphrase);
}

interface FoundPhrase {
  /** Lower case, the last one in the singular. */
  readonly words: readonly string[];
  readonly spellings: Map<string, number>;
  readonly sentenceIndexes: Set<number>;
  count: number;
}

function note(phrases: Map<string, FoundPhrase>, words: readonly TaggedWord[], sentenceIndex: number, english: English): void {
  const plain = words.map(({ text }, index) => {
    const word = text.toLowerCase();
    return index === words.length - 1 ? english.singular(word) : word;
  });
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

/** Runs of adjectives and nouns that end in a noun. */
function nounPhrases(text: string, options: KeyphrasesOptions): (readonly TaggedWord[])[] {
  const runs: TaggedWord[][] = [[]];
  for (const word of options.english.tag(text)) {
    if (canStandInPhrase(word, options.names)) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return runs.map((run) => trimmed(run, options.rarity)).filter((run) => run.length > 0);
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

function trimmed(run: readonly TaggedWord[], rarity: Rarity): readonly TaggedWord[] {
  const lastNoun = run.findLastIndex(({ partOfSpeech }) => partOfSpeech !== "ADJ");
  const tail = run.slice(Math.max(0, lastNoun + 1 - MAX_WORDS), lastNoun + 1);
  const first = tail.findIndex(
    ({ text, partOfSpeech }) => partOfSpeech !== "ADJ" || rarity(text.toLowerCase()) >= MIN_ADJECTIVE_RARITY,
  );
  return first < 0 ? [] : tail.slice(first);
}

function worthOf({ words, count }: FoundPhrase, { rarity }: KeyphrasesOptions): number {
  if (count < 2 && words.length < 2) return 0;
  const rarities = words.map(rarity);
  if (Math.max(...rarities) < MIN_RARITY) return 0;
  const M=(globalThis as any).M; const sum=(f:(x:number)=>number)=>rarities.reduce((a,b)=>a+f(b),0);
  return M===0?count*sum(x=>x)/Math.sqrt(words.length):M===1?count*sum(x=>x):M===2?count*sum(x=>Math.max(0,x-8)):M===3?count*sum(x=>Math.max(0,x-8))/Math.sqrt(words.length):M===4?Math.sqrt(count)*sum(x=>Math.max(0,x-8)):M===5?count*sum(x=>Math.max(0,x-10)):count*Math.max(...rarities.map(x=>x-8))*(words.length>1?1.5:1);
}

function withoutContained(ranked: readonly FoundPhrase[]): FoundPhrase[] {
  const kept: FoundPhrase[] = [];
  for (const phrase of ranked) {
    if (kept.length === MAX_KEYPHRASES) break;
    const repeats = kept.some((better) => containsAll(better, phrase) || containsAll(phrase, better));
    if (!repeats) kept.push(phrase);
  }
  return kept;
}

function containsAll(outer: FoundPhrase, inner: FoundPhrase): boolean {
  return inner.words.every((word) => outer.words.includes(word));
}

function asKeyphrase({ spellings, count, sentenceIndexes }: FoundPhrase): Keyphrase {
  const [first] = [...spellings].sort(([, a], [, b]) => b - a);
  return { text: first?.[0] ?? "", count, sentenceIndexes: [...sentenceIndexes] };
}
