import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { AnalyzeOptions, EnglishTools } from "./analyze-call.ts";
import { ANALYSIS_VERSION, analyzeCall } from "./analyze-call.ts";
import { loadEnglish } from "./english.ts";
import { isPlainlyNotEnglish } from "./language.ts";
import { makeRarity } from "./rarity.ts";
import { topicLexicon } from "./topic-lexicon.ts";
import { makeTopicMatcher } from "./topic-matcher.ts";

export interface Analyzer {
  readonly version: string;
  /** The same transcript and options give the same analysis. Loads the English model the first time a call is in English. */
  analyze(transcript: Transcript, options: AnalyzeOptions): CallAnalysis;
}

/** Makes what analyses calls, each in its language as far as that is known: see `analyzeCall`. */
export function createAnalyzer(): Analyzer {
  let tools: EnglishTools | undefined;
  return {
    version: ANALYSIS_VERSION,
    analyze(transcript, options) {
      if (isPlainlyNotEnglish(transcript.sentences)) return analyzeCall(transcript, options, null);
      tools ??= loadEnglishTools();
      return analyzeCall(transcript, options, tools);
    },
  };
}

function loadEnglishTools(): EnglishTools {
  const english = loadEnglish();
  return { english, rarity: makeRarity(), matcher: makeTopicMatcher(topicLexicon, english) };
}
