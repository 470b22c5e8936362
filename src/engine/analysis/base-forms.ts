import { createRequire } from "node:module";

/** What English words are inflections of. */
export interface BaseForms {
  /** A lower-case word and what it may be an inflection of: `pricing` gives `pricing` and `price`, `bought` gives `bought` and `buy`. */
  baseForms(word: string): readonly string[];
  /** The singular of a lower-case noun: `contracts` gives `contract`. */
  singular(noun: string): string;
}

/** Loads the lexicon, which comes with its npm package. */
export function loadBaseForms(): BaseForms {
  // Loading waits until somebody needs English, so the import cannot be a static one.
  const require = createRequire(import.meta.url);
  const lemmatizer = require("wink-lemmatizer") as Lemmatizer; // has no types of its own
  return {
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
