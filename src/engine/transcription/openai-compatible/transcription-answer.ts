import { z } from "zod";
import type { Word } from "../../../calls/transcript.ts";
import type { ScoredWord } from "../confidence.ts";
import { confidenceOf, LOW_CONFIDENCE } from "../confidence.ts";
import { sentencesOf } from "../sentences.ts";
import type { HeardSentence } from "../transcriber.ts";

const word = z.object({
  word: z.string().optional(),
  text: z.string().optional(),
  start: z.number(),
  end: z.number(),
});

const segment = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  avg_logprob: z.number().nullish(),
  no_speech_prob: z.number().nullish(),
  compression_ratio: z.number().nullish(),
  words: z.array(word).nullish(),
});

/** What servers answer: OpenAI's `verbose_json`, or as much of it as they have. Times are seconds. */
export const transcriptionAnswer = z.object({
  text: z.string().optional(),
  segments: z.array(segment).nullish(),
  words: z.array(word).nullish(),
});

export type TranscriptionAnswer = z.infer<typeof transcriptionAnswer>;
type AnsweredWord = z.infer<typeof word>;
type AnsweredSegment = z.infer<typeof segment>;

interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

/** OpenAI documents these three limits: silence that was put into words, and a text caught in a repetition. */
const NO_SPEECH_PROBABILITY = 0.6;
const FAILED_LOG_PROB = -1;
const FAILED_COMPRESSION = 2.4;

/**
 * The sentences of one chunk, in the time of the recording. The more a server tells the finer they are: with word times sentence by
 * sentence, with segments only one a segment, with text only one for the whole chunk.
 */
export function sentencesOfAnswer(answer: TranscriptionAnswer, chunk: Interval): HeardSentence[] {
  const segments = answer.segments?.filter((part) => !isInventedInSilence(part)) ?? [];
  if (answer.segments && answer.segments.length > 0) return sentencesOfSegments(segments, answer.words ?? [], chunk);
  const words = (answer.words ?? []).map((part) => timed(part, chunk));
  const text = answer.text?.trim() ?? "";
  if (words.length > 0) return unscored(sentencesOf(scored(withMarks(words, text) ?? words, 0)));
  if (text === "") return [];
  return [{ ...chunkTimes(chunk), text, confidence: null, isLowConfidence: false, words: [] }];
}

function sentencesOfSegments(
  segments: readonly AnsweredSegment[],
  answerWords: readonly AnsweredWord[],
  chunk: Interval,
): HeardSentence[] {
  const sentences: HeardSentence[] = [];
  let run: ScoredWord[] = [];
  const flush = () => {
    sentences.push(...sentencesOf(run));
    run = [];
  };
  for (const part of segments) {
    const interval = timed(part, chunk);
    const own = part.words ?? answerWords.filter((w) => isMiddleIn((w.start + w.end) / 2, part));
    const words = own.map((w) => timed(w, chunk));
    const marked = words.length > 0 ? withMarks(words, part.text) : undefined;
    if (marked && part.avg_logprob != null && !isLoop(part)) run.push(...scored(marked, part.avg_logprob));
    else {
      flush();
      sentences.push(
        ...(marked && !isLoop(part) ? unscored(sentencesOf(scored(marked, 0))) : wholeSegment(part, interval, words)),
      );
    }
  }
  flush();
  return sentences;
}

/** A segment whose words do not line up with its text stays one sentence. */
function wholeSegment(part: AnsweredSegment, interval: Interval, words: readonly Word[]): HeardSentence[] {
  const text = part.text.trim();
  if (text === "") return [];
  const { startMs, endMs } = interval;
  const logProb = part.avg_logprob;
  const confidence = logProb == null ? null : confidenceOf([{ text, startMs, endMs, logProb }]);
  const isLowConfidence = isLoop(part) || (confidence !== null && confidence < LOW_CONFIDENCE);
  return [{ startMs, endMs, text, confidence, isLowConfidence, words }];
}

/** Words come bare ("hello"); the text has the capitals and the marks ("Hello,"). They belong together if there are as many. */
function withMarks(words: readonly Word[], text: string): Word[] | undefined {
  const tokens = text.trim().split(/\s+/u);
  if (tokens.length !== words.length) return undefined;
  return words.map((part, i) => ({ ...part, text: tokens[i] ?? part.text }));
}

function isMiddleIn(middle: number, part: AnsweredSegment): boolean {
  return middle >= part.start && middle < part.end;
}

function isInventedInSilence(part: AnsweredSegment): boolean {
  return (part.no_speech_prob ?? 0) > NO_SPEECH_PROBABILITY && (part.avg_logprob ?? 0) < FAILED_LOG_PROB;
}

function isLoop(part: AnsweredSegment): boolean {
  return (part.compression_ratio ?? 0) > FAILED_COMPRESSION;
}

function timed(part: AnsweredWord | AnsweredSegment, chunk: Interval): Word {
  const inChunk = (seconds: number) =>
    Math.min(Math.round(chunk.endMs), Math.round(chunk.startMs + Math.max(0, seconds) * 1000));
  const startMs = inChunk(part.start);
  const text = "word" in part ? (part.word ?? part.text ?? "") : (part.text ?? "");
  return { text: text.trim(), startMs, endMs: Math.max(startMs, inChunk(part.end)) };
}

function chunkTimes({ startMs, endMs }: Interval): Interval {
  return { startMs: Math.round(startMs), endMs: Math.round(endMs) };
}

function scored(words: readonly Word[], logProb: number): ScoredWord[] {
  return words.map((part) => ({ ...part, logProb }));
}

function unscored(sentences: readonly HeardSentence[]): HeardSentence[] {
  return sentences.map((sentence) => ({ ...sentence, confidence: null, isLowConfidence: false }));
}
