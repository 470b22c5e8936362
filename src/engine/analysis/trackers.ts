import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Direction } from "../../calls/call.ts";
import { type CallFilter, passesCallFilter, readCallFilter } from "../../calls/call-filter.ts";
import type { SaidAt, Tracker, TrackerHits, TrackerOccurrence } from "../../calls/tracker.ts";
import type { Sentence, Transcript } from "../../calls/transcript.ts";
import { sidesOf } from "./sides.ts";
import { spansOfTopic } from "./topics.ts";
import { indexPhrases, type PhraseIndex, type TrackerPhrase, type TrackerWords } from "./tracker-phrases.ts";

/** What of a call decides what trackers find in it. */
export interface TrackableCall {
  readonly transcript: Transcript;
  readonly analysis: Pick<CallAnalysis, "questions" | "topics">;
  readonly durationMs: number;
  readonly direction: Direction;
  /** ISO 639-2/B. With `und`, where it is not known, the phrases of every language are looked for. */
  readonly language: string;
}

type KnownTracker = Pick<Tracker, "id" | "definition">;

/**
 * Makes what looks for these trackers in a call, all of them in one pass. A phrase is said within one sentence. Where phrases of one tracker
 * overlap, the longest counts, and a word counts in one of them only. Every tracker is answered, in order, one that found nothing without phrases.
 */
export function makeTrackerSearch(
  trackers: readonly KnownTracker[],
  words: TrackerWords,
): (call: TrackableCall) => readonly TrackerHits[] {
  const phrases = indexPhrases(trackers, words);
  const filters = trackers.map(({ definition }) => callFilterOf(definition.filterQuery));
  return (call) => {
    const isMeant = trackers.map((tracker, index) => placesOf(tracker, filters[index], call));
    const found = trackers.map(() => new Map<TrackerPhrase, TrackerOccurrence[]>());
    call.transcript.sentences.forEach((sentence, sentenceIndex) => {
      const said = words.plainWords(sentence.text);
      for (const { phrase, wordIndex } of phrasesIn(said, phrases, call.language)) {
        const startMs = startOfWord(sentence, said.length, wordIndex, words);
        if (!isMeant[phrase.trackerIndex]?.(sentenceIndex, startMs)) continue;
        const occurrence = { startMs, speakerId: sentence.speakerId };
        const ofTracker = found[phrase.trackerIndex];
        const known = ofTracker?.get(phrase);
        if (known) known.push(occurrence);
        else ofTracker?.set(phrase, [occurrence]);
      }
    });
    return trackers.map(({ id }, index) => ({ trackerId: id, phrases: inOrder(found[index] ?? new Map()) }));
  };
}

function inOrder(found: ReadonlyMap<TrackerPhrase, readonly TrackerOccurrence[]>): TrackerHits["phrases"] {
  return [...found]
    .sort(([a], [b]) => a.phraseIndex - b.phraseIndex)
    .map(([{ text }, occurrences]) => ({ phrase: text, occurrences }));
}

interface SaidPhrase {
  readonly phrase: TrackerPhrase;
  readonly wordIndex: number;
}

function* phrasesIn(said: readonly string[], phrases: PhraseIndex, language: string): Generator<SaidPhrase> {
  /** Of each tracker, the first word that is in none of its phrases yet. */
  const freeFrom = new Map<number, number>();
  for (const wordIndex of said.keys()) {
    for (const phrase of phrases.at(said, wordIndex)) {
      const isSpoken = language === "und" || phrase.language === "mul" || phrase.language === language;
      if (!isSpoken || (freeFrom.get(phrase.trackerIndex) ?? 0) > wordIndex) continue;
      freeFrom.set(phrase.trackerIndex, wordIndex + phrase.words.length);
      yield { phrase, wordIndex };
    }
  }
}

type IsMeant = (sentenceIndex: number, startMs: number) => boolean;

const nowhere: IsMeant = () => false;

/** Where in a call a tracker's phrases count. */
function placesOf({ definition }: KnownTracker, filter: CallFilter | undefined, call: TrackableCall): IsMeant {
  if (filter === undefined || !passesCallFilter(call, filter)) return nowhere;
  const { affiliation, partOfQuestion, saidInTopics } = definition;
  const { sentences, speakers } = call.transcript;
  const sideOf = sidesOf(speakers);
  const side = affiliation === "Company" ? "company" : "nonCompany";
  const asking = new Set(call.analysis.questions.map(({ sentenceIndex }) => sentenceIndex));
  const spans = call.analysis.topics
    .filter(({ name }) => saidInTopics.includes(name))
    .flatMap((topic) => spansOfTopic(topic, sentences));
  const [fromMs, toMs] = partOfCall(definition.saidAt, call);
  return (sentenceIndex, startMs) => {
    const sentence = sentences[sentenceIndex];
    if (sentence === undefined || startMs < fromMs || startMs >= toMs) return false;
    if (affiliation !== "Anyone" && sideOf(sentence.speakerId) !== side) return false;
    if (partOfQuestion && !asking.has(sentenceIndex)) return false;
    return (
      saidInTopics.length === 0 ||
      spans.some((span) => span.startMs <= sentence.startMs && sentence.startMs < span.endMs)
    );
  };
}

const MINUTE_MS = 60_000;

/** From when to before when. A call whose length nobody knows ends with its last sentence. */
function partOfCall(
  saidAt: SaidAt,
  { durationMs, transcript }: TrackableCall,
): readonly [fromMs: number, toMs: number] {
  if (saidAt.part === "Anytime") return [0, Infinity];
  const lengthMs = durationMs || transcript.sentences.reduce((end, sentence) => Math.max(end, sentence.endMs), 0);
  const partMs = saidAt.unit === "minutes" ? saidAt.interval * MINUTE_MS : (lengthMs * saidAt.interval) / 100;
  return saidAt.part === "First" ? [0, partMs] : [lengthMs - partMs, Infinity];
}

/** One that was kept and cannot be read any more counts no call, rather than all. */
function callFilterOf(filterQuery: string): CallFilter | undefined {
  const read = readCallFilter(filterQuery);
  return "filter" in read ? read.filter : undefined;
}

/** When a word of a sentence began; when the sentence did, where the recogniser gave words no times. */
function startOfWord(sentence: Sentence, wordCount: number, wordIndex: number, { plainWords }: TrackerWords): number {
  const counts = sentence.words.map(({ text }) => plainWords(text).length);
  if (counts.reduce((sum, count) => sum + count, 0) !== wordCount) return sentence.startMs;
  let before = 0;
  const at = counts.findIndex((count) => (before += count) > wordIndex);
  return sentence.words[at]?.startMs ?? sentence.startMs;
}
