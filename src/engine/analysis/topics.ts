import type { Topic } from "../../calls/call-analysis.ts";
import type { Sentence } from "../../calls/transcript.ts";
import type { TimeSpan } from "./time-spans.ts";
import { totalMs, unionOfSpans } from "./time-spans.ts";
import type { PlaceInCall, TopicEntry } from "./topic-lexicon.ts";
import type { FoundTerm, TopicMatcher } from "./topic-matcher.ts";

const STRONG_WEIGHT = 2;
const WEAK_WEIGHT = 1;
/** What the terms of a stretch must weigh together. */
const MIN_WEIGHT = 4;
const MIN_SENTENCES = 2;
/** A stretch without a strong term needs so many different weak ones. */
const MIN_WEAK_TERMS = 3;
/** Sentences further apart than this belong to different stretches. */
const MAX_GAP_MS = 60_000;
/** The opening of a call is this share of it and at least this long; the same at its end for the edges. */
const EDGE_SHARE = 0.1;
const MIN_EDGE_MS = 120_000;

export interface TopicsOptions {
  readonly matcher: TopicMatcher;
  readonly durationMs: number;
}

/** A sentence with terms of a topic. */
interface Evidence extends TimeSpan {
  readonly sentenceIndex: number;
  readonly terms: readonly FoundTerm[];
}

/**
 * What was talked about, and for how long, longest first. Sentences with terms of a topic at most 60 s apart make one stretch, from
 * the start of the first to the end of the last. A stretch counts if it has two such sentences, a strong term (or three different
 * weak ones), and terms that weigh 4 together (strong 2, weak 1): a passing mention is no topic. A topic's duration is the length of
 * its stretches. Each topic is told on its own, so a minute may belong to two.
 */
export function topicsOf(sentences: readonly Sentence[], { matcher, durationMs }: TopicsOptions): Topic[] {
  const shown = new Map<TopicEntry, Evidence[]>();
  for (const [sentenceIndex, { text, startMs, endMs }] of sentences.entries()) {
    for (const [topic, terms] of matcher(text)) {
      if (!isInPlace(topic.place, startMs, durationMs)) continue;
      const evidence = { sentenceIndex, startMs, endMs: Math.max(startMs, endMs), terms };
      const ofTopic = shown.get(topic);
      if (ofTopic) ofTopic.push(evidence);
      else shown.set(topic, [evidence]);
    }
  }
  return [...shown]
    .map(([topic, evidence]) => asTopic(topic.name, stretchesOf(evidence).filter(isAboutTheTopic)))
    .filter((topic) => topic.sentenceIndexes.length > 0)
    .sort((a, b) => b.durationMs - a.durationMs || (a.name < b.name ? -1 : 1));
}

function isInPlace(place: PlaceInCall, startMs: number, durationMs: number): boolean {
  const edgeMs = Math.max(MIN_EDGE_MS, durationMs * EDGE_SHARE);
  const isOpening = startMs <= edgeMs;
  if (place === "anywhere") return true;
  return place === "opening" ? isOpening : isOpening || startMs >= durationMs - edgeMs;
}

function stretchesOf<Item extends TimeSpan>(evidence: readonly Item[]): Item[][] {
  const stretches: Item[][] = [];
  let endMs = -Infinity;
  for (const item of evidence) {
    if (item.startMs - endMs <= MAX_GAP_MS) stretches.at(-1)?.push(item);
    else stretches.push([item]);
    endMs = Math.max(endMs, item.endMs);
  }
  return stretches;
}

function isAboutTheTopic(stretch: readonly Evidence[]): boolean {
  const terms = stretch.flatMap((item) => item.terms);
  const weight = terms.reduce((sum, { isStrong }) => sum + (isStrong ? STRONG_WEIGHT : WEAK_WEIGHT), 0);
  const hasEnoughKinds =
    terms.some((term) => term.isStrong) || new Set(terms.map(({ term }) => term)).size >= MIN_WEAK_TERMS;
  return stretch.length >= MIN_SENTENCES && weight >= MIN_WEIGHT && hasEnoughKinds;
}

function asTopic(name: string, stretches: readonly (readonly Evidence[])[]): Topic {
  return {
    name,
    durationMs: totalMs(unionOfSpans(stretches.map(spanOfStretch))),
    sentenceIndexes: stretches.flatMap((stretch) => stretch.map((item) => item.sentenceIndex)),
  };
}

function spanOfStretch(stretch: readonly TimeSpan[]): TimeSpan {
  return {
    startMs: stretch[0]?.startMs ?? 0,
    endMs: stretch.reduce((end, item) => Math.max(end, item.endMs), 0),
  };
}

/** When a topic was talked about: from the first to the last sentence of each stretch that shows it. */
export function spansOfTopic(topic: Pick<Topic, "sentenceIndexes">, sentences: readonly Sentence[]): TimeSpan[] {
  const evidence = topic.sentenceIndexes.flatMap((index) => {
    const sentence = sentences[index];
    return sentence ? [{ startMs: sentence.startMs, endMs: Math.max(sentence.startMs, sentence.endMs) }] : [];
  });
  return stretchesOf(evidence).map(spanOfStretch);
}
