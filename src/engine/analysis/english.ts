import { createRequire } from "node:module";
import type englishModel from "wink-eng-lite-web-model";
import type winkNlpFactory from "wink-nlp";
import type { PartOfSpeech } from "wink-nlp";
import { type BaseForms, loadBaseForms } from "./base-forms.ts";

export interface TaggedWord {
  /** As written. */
  readonly text: string;
  readonly partOfSpeech: PartOfSpeech;
}

/** What is known of English: parts of speech and base forms. */
export interface English extends BaseForms {
  /** The words and marks of a text; contractions come apart (`we're` gives `we` and `'re`). */
  tag(text: string): TaggedWord[];
}

/** Loads the model and the lexicon, which takes a few tenths of a second. Both come with their npm packages; nothing is fetched. */
export function loadEnglish(): English {
  // Loading waits until somebody needs English, so the imports cannot be static ones.
  const require = createRequire(import.meta.url);
  const winkNlp = require("wink-nlp") as typeof winkNlpFactory; // a CommonJS module that is its default export
  const model = require("wink-eng-lite-web-model") as typeof englishModel; // likewise
  const { baseForms, singular } = loadBaseForms();
  const nlp = winkNlp(model, ["pos"]);
  return {
    tag(text) {
      const tokens = nlp.readDoc(text).tokens();
      const partsOfSpeech = tokens.out(nlp.its.pos) as PartOfSpeech[]; // `its.pos` gives one for each token
      return tokens.out().map((word, index) => ({ text: word, partOfSpeech: partsOfSpeech[index] ?? "X" }));
    },
    baseForms,
    singular,
  };
}
