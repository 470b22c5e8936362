import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Transcript } from "../../calls/transcript.ts";
import { momentsOf } from "./brief.ts";
import { type Candidate, candidatesOf } from "./central-sentences.ts";
import type { English } from "./english.ts";
import { interactionStats } from "./interaction-stats.ts";
import { bestPhrases, phrasesOf } from "./keyphrases.ts";
import { nextStepsOf } from "./next-steps.ts";
import { outlineOf } from "./outline.ts";
import { hasQuestionMark } from "./question-rules.ts";
import { questionsOf } from "./questions.ts";
import type { Rarity } from "./rarity.ts";
import { talkTimes } from "./talk-times.ts";
import type { TopicMatcher } from "./topic-matcher.ts";
import { topicsOf } from "./topics.ts";
import { wordsOf } from "./words.ts";

/** Names this set of functions and tables. It changes whenever the same transcript may get another analysis. */
export const ANALYSIS_VERSION = "2";

export interface AnalyzeOptions {
  /** The call's length; 0 where it is not known. */
  readonly durationMs: number;
  /** Names of the call's parties, whose first names are kept out of the keyphrases. */
  readonly partyNames?: readonly string[] | undefined;
}

/** What reading English takes. */
export interface EnglishTools {
  readonly english: English;
  readonly rarity: Rarity;
  readonly matcher: TopicMatcher;
}

/**
 * Everything that is computed from a transcript. Without the tools (`null`: the call is in another language) it gets what does not
 * depend on the language: statistics, talk times, questions by their marks, a brief and key points. Its keyphrases and topics are empty
 * then, outline and next steps absent, and its question rate is `null` where the recogniser wrote no question mark at all.
 */
export function analyzeCall(transcript: Transcript, options: AnalyzeOptions, tools: EnglishTools | null): CallAnalysis {
  const { sentences } = transcript;
  const { durationMs } = options;
  const questions = questionsOf(transcript, { isEnglish: tools !== null });
  const canTellQuestions = tools !== null || sentences.some(({ text }) => hasQuestionMark(text));
  const candidates = candidatesOf(sentences, tools?.rarity ?? null);
  return {
    version: ANALYSIS_VERSION,
    interactionStats: interactionStats(transcript, { durationMs, questions: canTellQuestions ? questions : null }),
    talkTimes: talkTimes(transcript),
    questions,
    ...momentsOf(candidates),
    ...(tools ? inEnglish(transcript, options, tools, candidates) : { topics: [], keyphrases: [] }),
  };
}

function inEnglish(
  transcript: Transcript,
  { durationMs, partyNames = [] }: AnalyzeOptions,
  { english, rarity, matcher }: EnglishTools,
  candidates: readonly Candidate[],
): Pick<CallAnalysis, "topics" | "keyphrases" | "outline" | "nextSteps"> {
  const { sentences } = transcript;
  const topics = topicsOf(sentences, { matcher, durationMs });
  const phrases = phrasesOf(sentences, { english, rarity, names: firstNames(partyNames) });
  return {
    topics,
    keyphrases: bestPhrases(phrases),
    outline: outlineOf(sentences, { rarity, topics, phrases, candidates }),
    nextSteps: nextStepsOf(transcript),
  };
}

/** The first names in `Ada Lovelace` and `Lovelace, Ada`. Last names stay: somebody called Price must not silence the word. */
function firstNames(partyNames: readonly string[]): ReadonlySet<string> {
  return new Set(partyNames.flatMap((name) => wordsOf(name.split(",").at(-1) ?? "").slice(0, 1)));
}
