import { sentencePlaces, type SentencePlace } from "../database/transcript-record.ts";
import type { CallLabels } from "./call-labels.ts";
import type { CallMatch } from "./call-search.ts";
import type { KeywordFinder } from "./keyword-finder.ts";
import { fold, isAscii } from "./normalise.ts";

/** A transcript as it is stored. */
export interface StoredText {
  readonly body: string;
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
  const said = text === undefined ? [] : findInSentences(labels, text, finders, limit);
  const found = finders.map((finder, index) => [...(said[index] ?? []), ...findInLabels(labels, finder)]);
  const chosen = new Map<string, CallMatch>();
  for (const place of [...found.flatMap((places) => places.slice(0, 1)), ...found.flat()]) {
    if (chosen.size < limit && !chosen.has(place.id)) chosen.set(place.id, place.match);
  }
  return [...chosen.values()].sort(bySentence);
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
  const places = sentencePlaces(text.sentences);
  const folded = isAscii(text.body) ? fold(text.body) : undefined;
  return finders.map((finder) => {
    const candidates = folded === undefined ? places.keys() : candidateSentences(finder, folded, places);
    const found: Place[] = [];
    for (const index of candidates) {
      if (found.length >= limit) break;
      const place = places[index];
      if (place === undefined) continue;
      const sentence = text.body.slice(place.offset, place.offset + place.length);
      if (finder.isIn(sentence)) found.push(sentenceMatch(labels, place, sentence, finder, index));
    }
    return found;
  });
}

/** Positions of the sentences that may have the keyword, each once. */
function* candidateSentences(
  finder: KeywordFinder,
  folded: string,
  places: readonly SentencePlace[],
): Generator<number> {
  let index = 0;
  for (let at = finder.nextCandidate(folded, 0); at >= 0;) {
    while (index < places.length && endOf(places[index]) < at) index += 1;
    if (index >= places.length) return;
    yield index;
    at = finder.nextCandidate(folded, endOf(places[index]) + 1);
  }
}

function endOf(place: SentencePlace | undefined): number {
  return place === undefined ? 0 : place.offset + place.length;
}

function sentenceMatch(
  labels: CallLabels,
  place: SentencePlace,
  text: string,
  finder: KeywordFinder,
  index: number,
): Place {
  const voice = labels.voices[place.voice];
  const match: CallMatch = {
    keyword: finder.keyword.text,
    where: "transcript",
    text,
    startMs: place.startMs,
    ...(voice?.name !== undefined && { speakerName: voice.name }),
    ...(voice !== undefined && { affiliation: voice.affiliation }),
  };
  return { id: `sentence ${index}`, match };
}
