import { sentencePlaces, type SentencePlace } from "../database/transcript-record.ts";
import type { CallLabels } from "./call-labels.ts";
import type { CallMatch } from "./call-search.ts";
import type { KeywordFinder } from "./keyword-finder.ts";

/** A transcript as it is stored. */
export interface StoredText {
  readonly body: string;
  /** As UTF-8. */
  readonly bodyBytes: number;
  readonly sentences: Uint8Array;
}

interface Place {
  readonly match: CallMatch;
  /** The same for the same place, whichever keyword found it. */
  readonly id: string;
}

/**
 * Where in a call the keywords are: first one place for each keyword, then more of them as far as the limit allows. Sentences come
 * before title, parties and topics, and in the order they were said.
 */
export function findMatches(
  labels: CallLabels,
  text: StoredText | undefined,
  finders: readonly KeywordFinder[],
  limit: number,
): CallMatch[] {
  const chosen = new Map<string, CallMatch>();
  for (const place of placesByRank(labels, text, finders, limit)) {
    if (!chosen.has(place.id)) chosen.set(place.id, place.match);
    if (chosen.size >= limit) break;
  }
  return [...chosen.values()].sort(bySentence);
}

/** The places worth most first; what is not asked for is not looked for. */
function* placesByRank(
  labels: CallLabels,
  text: StoredText | undefined,
  finders: readonly KeywordFinder[],
  limit: number,
): Generator<Place> {
  const said = text === undefined ? [] : findInSentences(labels, text, finders, limit);
  for (const [index, finder] of finders.entries()) {
    const first = said[index]?.[0] ?? findInLabels(labels, finder)[0];
    if (first !== undefined) yield first;
  }
  yield* said.flat();
  for (const finder of finders) yield* findInLabels(labels, finder);
}

function bySentence(a: CallMatch, b: CallMatch): number {
  return (a.startMs ?? Number.MAX_VALUE) - (b.startMs ?? Number.MAX_VALUE);
}

function findInLabels(labels: CallLabels, finder: KeywordFinder): Place[] {
  const keyword = finder.keyword.text;
  const places: Place[] = [];
  if (finder.isIn(labels.title)) places.push({ id: "title", match: { keyword, where: "title", text: labels.title } });
  for (const [index, { name, emailAddress }] of labels.parties.entries()) {
    const text = [name, emailAddress].find((part) => part !== undefined && finder.isIn(part));
    if (text !== undefined)
      places.push({ id: `party ${index}`, match: { keyword, where: "party", text: name ?? text } });
  }
  for (const topic of labels.topics) {
    if (finder.isIn(topic)) places.push({ id: `topic ${topic}`, match: { keyword, where: "topic", text: topic } });
  }
  return places;
}

/** The first sentences with each keyword, `limit` of them at most. */
function findInSentences(
  labels: CallLabels,
  text: StoredText,
  finders: readonly KeywordFinder[],
  limit: number,
): Place[][] {
  const isPlain = text.bodyBytes === text.body.length;
  const folded = isPlain ? text.body.toLowerCase() : "";
  return finders.map((finder) => {
    const found = isPlain ? sentencesByPosition(finder, text, folded) : sentencesByWords(finder, text);
    return [...found.take(limit)].map((place) => sentenceMatch(labels, text, place, finder));
  });
}

/** Looks through the whole body at once, and for the sentence only where it has found something. */
function* sentencesByPosition(finder: KeywordFinder, text: StoredText, folded: string): Generator<SentencePlace> {
  const places = sentencePlaces(text.sentences);
  let place: SentencePlace | undefined;
  for (let found = finder.nextIn(folded, 0); found !== undefined;) {
    while (place === undefined || endOf(place) < found.end) {
      const next = places.next();
      if (next.done) return;
      place = next.value;
    }
    const isWithin = found.start >= place.offset;
    if (isWithin) yield place;
    found = finder.nextIn(folded, isWithin ? endOf(place) : found.start + 1);
  }
}

function* sentencesByWords(finder: KeywordFinder, text: StoredText): Generator<SentencePlace> {
  for (const place of sentencePlaces(text.sentences)) {
    if (finder.isIn(text.body.slice(place.offset, endOf(place)))) yield place;
  }
}

function endOf(place: SentencePlace): number {
  return place.offset + place.length;
}

function sentenceMatch(labels: CallLabels, text: StoredText, place: SentencePlace, finder: KeywordFinder): Place {
  const voice = labels.voices[place.voice];
  const match: CallMatch = {
    keyword: finder.keyword.text,
    where: "transcript",
    text: text.body.slice(place.offset, endOf(place)),
    startMs: place.startMs,
    ...(voice?.name !== undefined && { speakerName: voice.name }),
    ...(voice !== undefined && { affiliation: voice.affiliation }),
  };
  return { id: `sentence ${place.offset}`, match };
}
