import type { Affiliation } from "../calls/affiliation.ts";
import type { CallStatus, Failure, Stage } from "../calls/call.ts";
import type { SpeakerSource, TranscriptProvenance } from "../calls/transcript.ts";
import type { CallData } from "./call-data.ts";
import type { AddCallRequest } from "./schemas/add-call.ts";

/** What a caller wants of a call beyond its metadata and parties. */
export interface RecordSelection {
  readonly context: "None" | "Basic" | "Extended";
  readonly includeContent: boolean;
  readonly includeMedia: boolean;
  readonly includeTranscript: boolean;
}

/** A call in Gong's shape together with what Gong's API has no place for. */
export interface CallRecord {
  readonly data: CallData;
  /** The call's page where it is kept. */
  readonly url?: string | undefined;
  /** What was given at upload and has no place in Gong's shape; absent where the connection keeps no such thing. */
  readonly given?: UploadedData | undefined;
  /** With the e-mail address, as the directory knows them. */
  readonly primaryUser: { readonly userId: string; readonly name: string | null; readonly emailAddress: string | null };
  readonly processing: {
    readonly status: CallStatus;
    readonly stage: Stage | null;
    /** 0 to 1, of the stage. */
    readonly progress: number | null;
    readonly timesRealTime: number | null;
    readonly failure: Failure | null;
    readonly warnings: readonly string[];
  };
  /** With `includeContent`, once analysed. */
  readonly keyphrases?: readonly { readonly text: string; readonly count: number }[];
  readonly questions?: readonly SpokenSentence[];
  readonly nextSteps?: readonly SpokenNextStep[];
  /** The side of each voice, also of those that are no party's; with `includeContent`, once analysed. */
  readonly speakers?: readonly { readonly id: string; readonly affiliation: Affiliation }[];
  /** With `includeTranscript`, once transcribed. */
  readonly transcript?: TranscriptRecord;
}

export interface UploadedData {
  readonly scheduledEnd: string | null;
  /** In the order of `data.parties`. */
  readonly parties: readonly { readonly partyId: string | null; readonly mediaChannelId: number | null }[];
  /** With `includeTranscript`, which it helps to understand. Milliseconds, as in the request. */
  readonly speakersTimeline?: AddCallRequest["speakersTimeline"];
}

export interface TranscriptRecord {
  readonly provenance: TranscriptProvenance;
  readonly sentences: readonly SpokenSentence[];
}

/** What somebody said is to be done after the call. */
export interface SpokenNextStep extends SpokenSentence {
  /** By when, in the words of the sentence. */
  readonly due: string | null;
}

/** A sentence with its speaker joined in. */
export interface SpokenSentence {
  /** Seconds from the start of the recording. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `null` when the person is not known. */
  readonly speakerName: string | null;
  readonly speakerId: string;
  readonly affiliation: Affiliation;
  readonly speakerSource: SpeakerSource;
  readonly confidence: number | null;
  readonly isLowConfidence: boolean;
}
