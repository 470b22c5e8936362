import type { SpeakerId } from "./ids.ts";

/** Gong's interaction statistics, under Gong's names on the wire. `null`: cannot be said for this call (nobody from one side spoke). */
export interface InteractionStats {
  /** Share of all talk that was the company's, 0 to 1. */
  readonly talkRatio: number | null;
  readonly longestMonologueMs: number | null;
  readonly longestCustomerStoryMs: number | null;
  /** Changes of side a minute. */
  readonly interactivity: number | null;
  /** Median pause before the company answers. */
  readonly patienceMs: number | null;
  /** Questions the company asked, per hour of call. */
  readonly questionRate: number | null;
}

/** How long each voice spoke. */
export interface SpeakerTalkTime {
  readonly speakerId: SpeakerId;
  readonly talkTimeMs: number;
}

/** A named subject and how long it lasted, with the sentences (by position in the transcript) that show it. */
export interface Topic {
  readonly name: string;
  readonly durationMs: number;
  readonly sentenceIndexes: readonly number[];
}

/** A phrase that stands for what the call was about. */
export interface Keyphrase {
  readonly text: string;
  readonly count: number;
  readonly sentenceIndexes: readonly number[];
}

/** A question that was asked: which sentence, by which side. */
export interface Question {
  readonly sentenceIndex: number;
  readonly side: "company" | "nonCompany" | "unknown";
}

/** Everything computed from a transcript. Each part is a pure function's result; `version` names the set of functions. */
export interface CallAnalysis {
  readonly version: string;
  readonly interactionStats: InteractionStats;
  readonly talkTimes: readonly SpeakerTalkTime[];
  readonly questions: readonly Question[];
  readonly topics: readonly Topic[];
  readonly keyphrases: readonly Keyphrase[];
  /** A few sentences of the call, verbatim, by position: the moments that say most. Not a written summary. */
  readonly brief: readonly number[];
}
