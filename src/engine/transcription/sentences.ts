import { confidenceOf, LOW_CONFIDENCE } from "./confidence.ts";
import type { ScoredWord } from "./confidence.ts";
import { finishSentence, normaliseWords } from "./text-normaliser.ts";
import type { HeardSentence } from "./transcriber.ts";

/** Nobody ends a sentence here: a name or a case follows. */
const NEVER_LAST = new Set("mr mrs ms dr prof st vs e.g i.e".split(" "));
/** May end a sentence, and then a capital follows. */
const MAYBE_LAST = new Set("a.m p.m u.s u.k inc ltd co corp jr sr etc approx ave dept ext ph.d".split(" "));

/** A pause in which another thought begins, if the next word looks like a beginning or the sentence is long already. */
const PAUSE_MS = 1_200;
/** A pause that ends a sentence whatever is written. */
const LONG_PAUSE_MS = 3_000;
const MANY_WORDS = 12;
/** A longer run without any mark is cut in two where that hurts least. */
const MAX_WORDS = 45;
const CLAUSE_STARTS = new Set("and but so because then also if when okay".split(" "));
const NEVER_LAST_SPOKEN = new Set(
  "and but or so because if that the a an to of for with in on at from my your his her our their is are was i i'm just um uh".split(
    " ",
  ),
);

/**
 * Cuts words, with their times in the recording, into sentences: at full stops, question and exclamation marks (not those of
 * abbreviations, initials and numbers) and at long pauses.
 */
export function sentencesOf(recognised: readonly ScoredWord[]): HeardSentence[] {
  const words = normaliseWords(recognised);
  const runs: ScoredWord[][] = [[]];
  for (const [i, word] of words.entries()) {
    const run = runs.at(-1);
    run?.push(word);
    const next = words[i + 1];
    if (next && run && endsSentence(word, next, run.length)) runs.push([]);
  }
  return runs.flatMap(cutLongRun).filter(hasLetters).map(sentence);
}

function sentence(run: readonly ScoredWord[]): HeardSentence {
  const words = finishSentence(run).map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
  const confidence = confidenceOf(run);
  return {
    startMs: words[0]?.startMs ?? 0,
    endMs: words.at(-1)?.endMs ?? 0,
    text: words.map((word) => word.text).join(" "),
    confidence,
    isLowConfidence: confidence < LOW_CONFIDENCE,
    words,
  };
}

function hasLetters(run: readonly ScoredWord[]): boolean {
  return run.some((word) => /[\p{L}\p{N}]/u.test(word.text));
}

function endsSentence(word: ScoredWord, next: ScoredWord, wordCount: number): boolean {
  const pauseMs = next.startMs - word.endMs;
  if (pauseMs >= LONG_PAUSE_MS) return true;
  if (pauseMs >= PAUSE_MS && (startsLikeSentence(next.text) || wordCount >= MANY_WORDS)) return true;
  return hasEndMark(word.text, next.text);
}

function hasEndMark(text: string, next: string): boolean {
  const bare = text.replace(/["'”’)]+$/u, "");
  if (/[?!]$/u.test(bare)) return true;
  if (!bare.endsWith(".")) return false;
  if (bare.endsWith("...")) return startsLikeSentence(next);
  const stem = bare.slice(0, -1).toLowerCase();
  if (stem === "no") return !/^\d/u.test(next);
  if (NEVER_LAST.has(stem) || isInitial(bare)) return false;
  if (MAYBE_LAST.has(stem)) return startsLikeSentence(next);
  return true;
}

/** "J." before a surname; "I." is a sentence's end. */
function isInitial(text: string): boolean {
  return /^\p{Lu}\.$/u.test(text) && text !== "I.";
}

function startsLikeSentence(text: string): boolean {
  return /^["'“‘(]*\p{Lu}/u.test(text) && !/^I(?:\b|$)/u.test(text);
}

/** Cuts a run that is too long, again and again, in its middle half: at a pause, best before a word that begins a clause. */
function cutLongRun(run: readonly ScoredWord[]): ScoredWord[][] {
  if (run.length <= MAX_WORDS) return [[...run]];
  const quarter = Math.floor(run.length / 4);
  let at = 0;
  let best = 0;
  for (let i = quarter; i < run.length - quarter; i++) {
    const fitness = cutFitness(run[i - 1], run[i]);
    if (fitness > best) [at, best] = [i, fitness];
  }
  if (at === 0) return [[...run]];
  return [...cutLongRun(run.slice(0, at)), ...cutLongRun(run.slice(at))];
}

/** In milliseconds of pause; what is as good as a pause, or as bad as none, is weighed against it. */
function cutFitness(before: ScoredWord | undefined, after: ScoredWord | undefined): number {
  if (!before || !after) return 0;
  const isOpen = NEVER_LAST_SPOKEN.has(before.text.toLowerCase());
  const beginsClause = CLAUSE_STARTS.has(after.text.toLowerCase());
  const pauseMs = after.startMs - before.endMs;
  return pauseMs + (beginsClause ? 300 : 0) + (before.text.endsWith(",") ? 200 : 0) - (isOpen ? 1_000 : 0) - 200;
}
