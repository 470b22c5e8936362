import type { Tracker } from "../../calls/tracker.ts";

/** How texts come apart into words, and what English words are inflections of. */
export interface TrackerWords {
  /** The same word in the same form whatever its case and marks; phrases and what was said go through it alike. */
  plainWords(text: string): readonly string[];
  /** The word itself among them. */
  baseForms(word: string): readonly string[];
}

/** One phrase of one tracker, ready to be compared. */
export interface TrackerPhrase {
  /** Which of the trackers, and which of its phrases. */
  readonly trackerIndex: number;
  readonly phraseIndex: number;
  /** As the tracker spells it. */
  readonly text: string;
  readonly language: string;
  readonly words: readonly string[];
  /** Of each word, where its related forms count too. */
  readonly forms: readonly ReadonlySet<string>[] | undefined;
}

/** Finds phrases by the word they begin with. */
export interface PhraseIndex {
  /** The phrases that are said from a word of a sentence on: longer ones first, then those said as they are spelled, then in order. */
  at(said: readonly string[], index: number): readonly TrackerPhrase[];
}

/** Base forms are known of English; of other languages a phrase stands for itself. */
const LANGUAGES_WITH_FORMS = new Set(["eng", "mul"]);

export function indexPhrases(trackers: readonly Pick<Tracker, "definition">[], words: TrackerWords): PhraseIndex {
  const byFirst = new Map<string, TrackerPhrase[]>();
  for (const phrase of trackers.flatMap((tracker, index) => phrasesOf(tracker, index, words))) {
    for (const first of phrase.forms?.[0] ?? phrase.words.slice(0, 1)) {
      const known = byFirst.get(first);
      if (known) known.push(phrase);
      else byFirst.set(first, [phrase]);
    }
  }
  return {
    at: (said, index) => {
      const candidates = new Set(words.baseForms(said[index] ?? "").flatMap((form) => byFirst.get(form) ?? []));
      if (candidates.size === 0) return [];
      const found = [...candidates].filter((phrase) => isSaid(phrase, said, index, words));
      return found.sort(
        (a, b) => b.words.length - a.words.length || spelling(b) - spelling(a) || a.phraseIndex - b.phraseIndex,
      );
      function spelling(phrase: TrackerPhrase): number {
        return Number(phrase.words.every((word, offset) => said[index + offset] === word));
      }
    },
  };
}

function phrasesOf(
  { definition }: Pick<Tracker, "definition">,
  trackerIndex: number,
  { plainWords, baseForms }: TrackerWords,
): TrackerPhrase[] {
  const all = definition.languageKeywords.flatMap(({ language, keywords, includeRelatedForms }) => {
    const hasForms = includeRelatedForms && LANGUAGES_WITH_FORMS.has(language);
    return keywords.map((text) => ({ text, language, words: plainWords(text), hasForms }));
  });
  return all.flatMap(({ text, language, words, hasForms }, phraseIndex) => {
    if (words.length === 0) return [];
    const forms = hasForms ? words.map((word) => new Set(baseForms(word))) : undefined;
    return [{ trackerIndex, phraseIndex, text, language, words, forms }];
  });
}

function isSaid(phrase: TrackerPhrase, said: readonly string[], index: number, { baseForms }: TrackerWords): boolean {
  return phrase.words.every((word, offset) => {
    const other = said[index + offset];
    if (other === undefined || other === word) return other !== undefined;
    const forms = phrase.forms?.[offset];
    return forms !== undefined && baseForms(other).some((form) => forms.has(form));
  });
}
