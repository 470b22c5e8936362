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

/** A part of the call under a name, from its first sentence until the next section begins, with the sentences that say most of it. */
export interface OutlineSection {
  readonly title: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly sentenceIndexes: readonly number[];
}

/** Something that is to be done after the call: in which sentence it was said, by which side, and by when in the words of the sentence. */
export interface NextStep {
  readonly sentenceIndex: number;
  readonly side: Question["side"];
  /** `by Friday`, `next week`; `null` where no time was said. */
  readonly due: string | null;
}

/** The `version` of what another server sent and this one did not compute. */
export const TENANT_ANALYSIS = "tenant";

/**
 * Everything computed from a transcript. Each part is a pure function's result; `version` names the set of functions. A part that is absent was
 * not computed: not by that version, or not in the call's language.
 */
export interface CallAnalysis {
  readonly version: string;
  readonly interactionStats: InteractionStats;
  readonly talkTimes: readonly SpeakerTalkTime[];
  readonly questions: readonly Question[];
  readonly topics: readonly Topic[];
  readonly keyphrases: readonly Keyphrase[];
  /** A few sentences of the call, verbatim, by position: the moments that say most. Not a written summary. */
  readonly brief: readonly number[];
  /** The same as of the brief, and some more of them. */
  readonly keyPoints?: readonly number[] | undefined;
  /** The whole call in parts, in order. */
  readonly outline?: readonly OutlineSection[] | undefined;
  readonly nextSteps?: readonly NextStep[] | undefined;
}
