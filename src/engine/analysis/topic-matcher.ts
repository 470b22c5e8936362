import type { English } from "./english.ts";
import type { TopicEntry } from "./topic-lexicon.ts";
import { wordsOf } from "./words.ts";

/** A term of the lexicon found in a text. */
export interface FoundTerm {
  readonly term: string;
  readonly isStrong: boolean;
}

/** Finds the terms of all topics in one pass over a text's words. */
export type TopicMatcher = (text: string) => ReadonlyMap<TopicEntry, readonly FoundTerm[]>;

interface Term extends FoundTerm {
  readonly topic: TopicEntry;
  readonly words: readonly string[];
}

/**
 * A term's word stands for every word that has it among its base forms, and with `=` before it for itself alone. Where several terms
 * of a topic start at the same word, the longest counts, and a word counts in one term of a topic only.
 */
export function makeTopicMatcher(lexicon: readonly TopicEntry[], english: English): TopicMatcher {
  const terms = lexicon.flatMap((topic) => [
    ...termsOf(topic, topic.strong, true),
    ...termsOf(topic, topic.weak, false),
  ]);
  const longestFirst = terms.sort((a, b) => b.words.length - a.words.length);
  const byFirstWord = Map.groupBy(longestFirst, (term) => term.words[0]?.replace("=", "") ?? "");
  return (text) => {
    const words = wordsOf(text.replaceAll(/[$€£]/g, " dollar "));
    const found = new Map<TopicEntry, FoundTerm[]>();
    const freeFrom = new Map<TopicEntry, number>();
    for (const index of words.keys()) {
      for (const term of termsAt(byFirstWord, words, index, english)) {
        if ((freeFrom.get(term.topic) ?? 0) > index) continue;
        freeFrom.set(term.topic, index + term.words.length);
        const ofTopic = found.get(term.topic);
        if (ofTopic) ofTopic.push(term);
        else found.set(term.topic, [term]);
      }
    }
    return found;
  };
}

function termsOf(topic: TopicEntry, list: string, isStrong: boolean): Term[] {
  return list.split(";").map((term) => ({ topic, term: term.trim(), isStrong, words: term.trim().split(/\s+/) }));
}

function termsAt(
  byFirstWord: ReadonlyMap<string, readonly Term[]>,
  words: readonly string[],
  index: number,
  english: English,
): Term[] {
  const starts = english.baseForms(words[index] ?? "").flatMap((form) => byFirstWord.get(form) ?? []);
  return starts
    .filter((term) => term.words.every((word, offset) => isFormOf(words[index + offset], word, english)))
    .sort((a, b) => b.words.length - a.words.length);
}

function isFormOf(said: string | undefined, word: string, english: English): boolean {
  if (said === undefined) return false;
  return word.startsWith("=") ? said === word.slice(1) : english.baseForms(said).includes(word);
}
