import type { SpeakerId, TrackerId, UserId, WorkspaceId } from "./ids.ts";

/** Who has to say it, in Gong's words. */
export const trackerAffiliations = ["Anyone", "Company", "NonCompany"] as const;
export type TrackerAffiliation = (typeof trackerAffiliations)[number];

export const saidAtUnits = ["minutes", "percent"] as const;

/** Which part of a call counts. `percent` is of the call's length. */
export type SaidAt =
  | { readonly part: "Anytime" }
  | { readonly part: "First" | "Last"; readonly interval: number; readonly unit: (typeof saidAtUnits)[number] };

/** The words and phrases of one language. */
export interface TrackerKeywords {
  /** ISO 639-2/B, or `mul` for calls in any language. */
  readonly language: string;
  readonly keywords: readonly string[];
  /** Whether `organize` stands for `organized` and `organizes` too. */
  readonly includeRelatedForms: boolean;
}

/** What is looked for, and where: all that decides what a call's hits are. */
export interface TrackerDefinition {
  readonly languageKeywords: readonly TrackerKeywords[];
  readonly affiliation: TrackerAffiliation;
  /** Only in sentences that ask something. */
  readonly partOfQuestion: boolean;
  readonly saidAt: SaidAt;
  /** Names of topics; none stand for all of a call. */
  readonly saidInTopics: readonly string[];
  /** Which calls count, as JSON in a text: see `readCallFilter`. */
  readonly filterQuery: string;
}

/** Something to look for in a workspace's calls, by its phrases. */
export interface Tracker {
  readonly id: TrackerId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly definition: TrackerDefinition;
  readonly createdMs: number;
  /** Nobody for a tracker that came with the product. */
  readonly creatorUserId?: UserId | undefined;
  readonly updatedMs: number;
  readonly updaterUserId?: UserId | undefined;
}

/** One place where a phrase was said. */
export interface TrackerOccurrence {
  readonly startMs: number;
  readonly speakerId: SpeakerId;
}

/** The places where one phrase was said, in order; never empty. */
export interface PhraseHits {
  /** As the tracker spells it. */
  readonly phrase: string;
  readonly occurrences: readonly TrackerOccurrence[];
}

/** What a tracker found in one call: the phrases that were said, in the tracker's order. */
export interface TrackerHits {
  readonly trackerId: TrackerId;
  readonly phrases: readonly PhraseHits[];
}

/** A tracker that was looked for in a call, with what it found: nothing is an answer too. */
export interface CallTracker {
  readonly id: TrackerId;
  readonly name: string;
  readonly phrases: readonly PhraseHits[];
}

export function countHits(phrases: readonly PhraseHits[]): number {
  return phrases.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
}
