import type { SpeakersTimeline } from "./call.ts";
import type { Party } from "./party.ts";
import type { Sentence, Word } from "./transcript.ts";

type HeardSentence = Omit<Sentence, "speakerId">;

interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

interface WordRun {
  words: Word[];
  party: Party | undefined;
}

/** A piece of a sentence, and the party who said it if the timeline tells. */
export interface TimelinePiece {
  readonly sentence: HeardSentence;
  readonly party: Party | undefined;
}

/** A change of speaker this short is the timeline's inexactness, not a person. */
const SHORTEST_PIECE_MS = 250;

/**
 * Gives a sentence to the one of `parties` with the most of it on the timeline. Where the timeline changes the speaker inside a sentence
 * with word times, the sentence is cut there; without word times it stays whole. Nobody, or two alike: no party.
 */
export function splitByTimeline(
  sentence: HeardSentence,
  timeline: SpeakersTimeline,
  parties: readonly Party[],
): TimelinePiece[] {
  const segments = timeline.segments.filter((segment) => sharedMs(sentence, segment) > 0);
  const runs = mergeShort(
    sentence.words.reduce<WordRun[]>((soFar, word) => {
      const party = partyDuring(word, segments, parties);
      const last = soFar.at(-1);
      // Words in a gap of the timeline, or said by two at once, go with the words around them.
      if (last && (party === undefined || party === last.party || last.party === undefined)) {
        last.words.push(word);
        last.party ??= party;
      } else soFar.push({ words: [word], party });
      return soFar;
    }, []),
  );
  if (runs.length < 2) return [{ sentence, party: partyDuring(sentence, segments, parties) }];
  return runs.map(({ words, party }) => ({ sentence: pieceOf(sentence, words), party }));
}

function partyDuring(
  interval: Interval,
  segments: SpeakersTimeline["segments"],
  parties: readonly Party[],
): Party | undefined {
  const shares = parties.map(({ givenPartyId }, i) => {
    const own = segments.filter((segment) => givenPartyId !== undefined && segment.partyIds.includes(givenPartyId));
    return { party: parties[i], ms: own.reduce((sum, segment) => sum + sharedMs(interval, segment), 0) };
  });
  const [first, second] = shares.sort((a, b) => b.ms - a.ms);
  if (!first || first.ms === 0 || first.ms === second?.ms) return undefined;
  return first.party;
}

function sharedMs(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));
}

function mergeShort(runs: readonly WordRun[]): WordRun[] {
  const merged: WordRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && (isShort(run) || isShort(last) || last.party === run.party)) {
      last.party = isShort(last) ? run.party : last.party;
      last.words.push(...run.words);
    } else merged.push(run);
  }
  return merged;
}

function isShort({ words }: WordRun): boolean {
  return (words.at(-1)?.endMs ?? 0) - (words[0]?.startMs ?? 0) < SHORTEST_PIECE_MS;
}

function pieceOf(sentence: HeardSentence, words: readonly Word[]): HeardSentence {
  return {
    ...sentence,
    startMs: words[0]?.startMs ?? sentence.startMs,
    endMs: words.at(-1)?.endMs ?? sentence.endMs,
    text: words.map((word) => word.text).join(" "),
    words,
  };
}
