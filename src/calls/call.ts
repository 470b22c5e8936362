import type { CrmContext } from "./crm/crm-context.ts";
import type { CallId, UserId, WorkspaceId } from "./ids.ts";
import type { MediaChannelId, Party } from "./party.ts";
import type { ZonedTime } from "./time.ts";

export const directions = ["Inbound", "Outbound", "Conference", "Unknown"] as const;
export type Direction = (typeof directions)[number];

export const stages = ["download", "decode", "transcribe", "analyze", "index"] as const;
/** The steps from a media URL to a searchable call, in order. */
export type Stage = (typeof stages)[number];

export const callStatuses = ["Processing", "Completed", "Failed"] as const;
export type CallStatus = (typeof callStatuses)[number];

/** Who spoke when, as the recording system saw it. `partyIds` are the caller's `partyId` values. */
export interface SpeakersTimeline {
  /** True when the segments fit the media within 100 ms. */
  readonly isPrecise: boolean;
  readonly segments: readonly {
    readonly startMs: number;
    readonly endMs: number;
    readonly partyIds: readonly string[];
  }[];
}

/** Where a call's processing stands. `failure` is there exactly when the status is `Failed`. */
export interface Processing {
  readonly status: CallStatus;
  /** The stage being done or waited for; when Failed, the stage that failed; absent when Completed. */
  readonly stage?: Stage | undefined;
  /** How much of the stage is done, 0 to 1. */
  readonly progress?: number | undefined;
  /** Seconds of audio handled per second of work, while transcribing. */
  readonly timesRealTime?: number | undefined;
  readonly failure?: Failure | undefined;
  /** Things a reader should know although the call was processed: "the last 49 s of the file could not be read". */
  readonly warnings: readonly string[];
}

export interface Failure {
  readonly stage: Stage;
  /** Stable and specific: `media-not-found`, `media-type`, … */
  readonly code: string;
  /** What happened and what a person can do about it. */
  readonly reason: string;
}

/** What was learned of the media by downloading and decoding it. */
export interface MediaInfo {
  readonly sizeBytes: number;
  readonly sha256: string;
  /** As sent by the server or guessed from the bytes: `audio/mpeg`. */
  readonly contentType: string;
  readonly hasVideo: boolean;
  /** Known after decoding. */
  readonly audio?: AudioInfo | undefined;
}

export interface AudioInfo {
  readonly durationMs: number;
  /** Channels of the recording, 1 or 2; more are folded down by the decoder. */
  readonly channelCount: number;
  /** Two channels that carry the same sound count as one. */
  readonly isDualMono: boolean;
  readonly codec: string;
  readonly sampleRateHz: number;
}

/** One recorded conversation. Everything here is known at upload except `processing` and `media`. */
export interface Call {
  readonly id: CallId;
  readonly workspaceId: WorkspaceId;
  /** The id in the recording system: the key that makes an upload safe to repeat. */
  readonly clientUniqueId: string;
  readonly title?: string | undefined;
  readonly purpose?: string | undefined;
  readonly actualStart: ZonedTime;
  readonly scheduledStart?: ZonedTime | undefined;
  readonly scheduledEnd?: ZonedTime | undefined;
  /** As said at upload; the decoded length, once known, is in `media.audio` and wins. */
  readonly statedDurationMs?: number | undefined;
  readonly direction: Direction;
  readonly disposition?: string | undefined;
  readonly primaryUserId: UserId;
  readonly parties: readonly Party[];
  readonly context: readonly CrmContext[];
  readonly customData?: string | undefined;
  readonly speakersTimeline?: SpeakersTimeline | undefined;
  readonly meetingUrl?: string | undefined;
  readonly callProviderCode?: string | undefined;
  /** http(s) URL or, from the command line, a `file:` URL; absent when the media is sent separately. */
  readonly downloadMediaUrl?: string | undefined;
  /** BCP-47, as given. */
  readonly languageCode?: string | undefined;
  readonly createdMs: number;
  readonly processing: Processing;
  readonly media?: MediaInfo | undefined;
}

/** The call's length: what was decoded, else what was stated, else unknown. */
export function callDurationMs(call: Pick<Call, "media" | "statedDurationMs">): number | undefined {
  return call.media?.audio?.durationMs ?? call.statedDurationMs;
}

/** The parties that share a media channel. */
export function partiesOnChannel(parties: readonly Party[], channel: MediaChannelId): readonly Party[] {
  return parties.filter((party) => party.mediaChannelId === channel);
}
