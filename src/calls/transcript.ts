import type { Affiliation } from "./affiliation.ts";
import type { PartyId, SpeakerId } from "./ids.ts";

/** The smallest timed unit. Times are from the start of the recording. */
export interface Word {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** A timed piece of text by one speaker. */
export interface Sentence {
  readonly speakerId: SpeakerId;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** 0 to 1, or null where the recogniser gives none. */
  readonly confidence: number | null;
  readonly isLowConfidence: boolean;
  /** Empty where the recogniser gives no word times. */
  readonly words: readonly Word[];
}

/**
 * How we know who a voice is. `channel`: one party has this media channel. `channel-side`: several parties share the channel, so
 * the side is known and the person is not. `timeline`: the caller's speakers timeline. `unseparated`: one sound for everybody. `tenant`: the
 * tenant that the call was mirrored from says so. `stated`: a person said so of this voice.
 */
export const speakerSources = ["channel", "channel-side", "timeline", "unseparated", "tenant", "stated"] as const;
export type SpeakerSource = (typeof speakerSources)[number];

/** A voice in the transcript. */
export interface Speaker {
  readonly id: SpeakerId;
  /** Set only when the voice is surely this one party. */
  readonly partyId?: PartyId | undefined;
  readonly affiliation: Affiliation;
  readonly source: SpeakerSource;
}

/** Which recogniser made a transcript. */
export interface TranscriptProvenance {
  readonly engine: string;
  readonly model: string;
  readonly version: string;
}

/** All speech of a call, sentences in order of their start. */
export interface Transcript {
  readonly speakers: readonly Speaker[];
  readonly sentences: readonly Sentence[];
  readonly provenance: TranscriptProvenance;
}

/** What of a transcript is quoted: its voices, and sentences by their position, which need not be all. */
export interface QuotedTranscript {
  readonly speakers: readonly Speaker[];
  readonly sentences: Readonly<Record<number, Pick<Sentence, "speakerId" | "startMs" | "text">>>;
}

/** One speaker's uninterrupted run of sentences. */
export interface Monologue {
  readonly speakerId: SpeakerId;
  readonly sentences: readonly Sentence[];
}

/** Neighbouring sentences of one speaker, put together. */
export function monologues(transcript: Transcript): Monologue[] {
  const runs: { speakerId: SpeakerId; sentences: Sentence[] }[] = [];
  for (const sentence of transcript.sentences) {
    const last = runs.at(-1);
    if (last?.speakerId === sentence.speakerId) last.sentences.push(sentence);
    else runs.push({ speakerId: sentence.speakerId, sentences: [sentence] });
  }
  return runs;
}
