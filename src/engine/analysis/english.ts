import { createRequire } from "node:module";
import type englishModel from "wink-eng-lite-web-model";
import type winkNlpFactory from "wink-nlp";
import type { PartOfSpeech } from "wink-nlp";

export interface TaggedWord {
  /** As written. */
  readonly text: string;
  readonly partOfSpeech: PartOfSpeech;
}

/** What is known of English: parts of speech and base forms. */
export interface English {
  /** The words and marks of a text; contractions come apart (`we're` gives `we` and `'re`). */
  tag(text: string): TaggedWord[];
  /** A lower-case word and what it may be an inflection of: `pricing` gives `pricing` and `price`, `bought` gives `bought` and `buy`. */
  baseForms(word: string): readonly string[];
  /** The singular of a lower-case noun: `contracts` gives `contract`. */
  singular(noun: string): string;
}

/** Loads the model and the lexicon, which takes a few tenths of a second. Both come with their npm packages; nothing is fetched. */
export function loadEnglish(): English {
  // Loading waits until somebody needs English, so the imports cannot be static ones.
  const require = createRequire(import.meta.url);
  const winkNlp = require("wink-nlp") as typeof winkNlpFactory; // a CommonJS module that is its default export
  const model = require("wink-eng-lite-web-model") as typeof englishModel; // likewise
  const lemmatizer = require("wink-lemmatizer") as Lemmatizer; // has no types of its own
  const nlp = winkNlp(model, ["pos"]);
  return {
    tag(text) {
      const tokens = nlp.readDoc(text).tokens();
      const partsOfSpeech = tokens.out(nlp.its.pos) as PartOfSpeech[]; // `its.pos` gives one for each token
      return tokens.out().map((word, index) => ({ text: word, partOfSpeech: partsOfSpeech[index] ?? "X" }));
    },
    baseForms: remembering((word) => [
      ...new Set([word, lemmatizer.noun(word), lemmatizer.verb(word), lemmatizer.adjective(word)]),
    ]),
    singular: remembering((noun) => (PLURALS_IN_USE.has(noun) ? noun : lemmatizer.noun(noun))),
  };
}

interface Lemmatizer {
  noun(word: string): string;
  verb(word: string): string;
  adjective(word: string): string;
}

/** Latin and Greek plurals whose singular nobody says. */
const PLURALS_IN_USE = new Set(["data", "media", "agenda", "criteria"]);

/** A call has a few thousand different words at most, and English not many more: forgetting starts only with foreign bulk. */
const MAX_REMEMBERED = 50_000;

function remembering<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const result = compute(word);
    known.set(word, result);
    return result;
  };
}
