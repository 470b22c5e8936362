import type { TranscriptProvenance, Word } from "../../calls/transcript.ts";

/** Decoded sound of a whole recording, read in pieces: nobody holds an hour of it in memory. */
export interface ChannelAudio {
  readonly channelCount: number;
  readonly sampleRateHz: 16_000;
  readonly durationMs: number;
  /**
   * Samples from -1 to 1, one array a channel, all of one length; shorter than asked at the end of the recording, empty past it.
   */
  read(startSample: number, sampleCount: number): Promise<Float32Array[]>;
}

/** A sentence as heard on one channel; who that is, is decided outside. */
export interface HeardSentence {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** 0 to 1, or null where the engine gives none. */
  readonly confidence: number | null;
  readonly isLowConfidence: boolean;
  /** Empty where the engine gives no word times. */
  readonly words: readonly Word[];
}

export interface ChannelTranscript {
  readonly channel: number;
  /** In order of their start. */
  readonly sentences: readonly HeardSentence[];
}

export interface TranscriberCapabilities {
  /** BCP-47 primary languages (`en`), or `any`. */
  readonly languages: readonly string[] | "any";
  readonly wordTimes: "aligned" | "provider" | "none";
  readonly isOffline: boolean;
}

export interface TranscribeOptions {
  /** The channels to hear: `[0, 1]` for two sides, `[0]` for one sound. */
  readonly channels: readonly number[];
  /** BCP-47; left out, the engine decides. */
  readonly languageCode?: string | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds of recording (of the longest channel) done so far, never falling. */
  readonly onProgress?: (doneMs: number) => void;
}

/** Anything that turns sound into timed sentences, channel by channel. */
export interface Transcriber extends AsyncDisposable {
  readonly provenance: TranscriptProvenance;
  readonly capabilities: TranscriberCapabilities;
  /**
   * One entry for each asked channel, in that order; a channel without speech has no sentences.
   * @throws StageError `language-unsupported`, `transcriber-unreachable` (transient), `transcriber-refused`, `transcriber-failed`.
   */
  transcribe(audio: ChannelAudio, options: TranscribeOptions): Promise<readonly ChannelTranscript[]>;
}
