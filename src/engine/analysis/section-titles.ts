import type { Topic } from "../../calls/call-analysis.ts";
import { type RankedPhrase, spellingOf } from "./keyphrases.ts";

/** A part of the call: its sentences are those from the one position up to the other. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A topic names a part that has so many of its sentences, and so great a share of all that show the topic or so great a share of the part. */
const MIN_TOPIC_SENTENCES = 2;
const MIN_TOPIC_SHARE = 0.1;
/** What is left when nothing stands out. */
const NO_TITLE = "Conversation";

/**
 * A name for each part: the topic that most of its sentences show, else the phrase that is said most in it and little elsewhere. Neighbours may get
 * the same name.
 */
export function titlesOf(
  parts: readonly Part[],
  topics: readonly Topic[],
  phrases: readonly RankedPhrase[],
): readonly string[] {
  const partOf = (sentenceIndex: number) =>
    parts.findIndex(({ from, to }) => sentenceIndex >= from && sentenceIndex < to);
  const topicCounts = topics.map(({ name, sentenceIndexes }) => ({ name, counts: countsIn(sentenceIndexes, partOf) }));
  const phraseCounts = phrases.map((phrase) => ({ phrase, counts: countsIn(phrase.sentenceIndexes, partOf) }));
  return parts.map(({ from, to }, part) => {
    const shown = topicCounts.map(({ name, counts }) => ({ text: name, worth: counts.get(part) ?? 0 }));
    const topic = best(shown);
    if (topic && topic.worth >= Math.max(MIN_TOPIC_SENTENCES, MIN_TOPIC_SHARE * (to - from))) return topic.text;
    const said = phraseCounts.flatMap(({ phrase, counts }) => {
      const here = counts.get(part) ?? 0;
      if (here === 0) return [];
      const bits = phrase.worth / phrase.count;
      return [{ text: phrase, worth: here * bits * Math.log(1 + parts.length / counts.size) }];
    });
    const phrase = best(said);
    return phrase ? capitalised(spellingOf(phrase.text)) : NO_TITLE;
  });
}

/** How many of the sentences are in each part. */
function countsIn(sentenceIndexes: Iterable<number>, partOf: (index: number) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const index of sentenceIndexes) {
    const part = partOf(index);
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

/** The first of those worth most. */
function best<Item extends { readonly worth: number }>(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>((a, b) => (a === undefined || b.worth > a.worth ? b : a), undefined);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
