import type { Affiliation } from "../calls/affiliation.ts";
import type { Direction } from "../calls/call.ts";

/**
 * A call in the shape of Gong's `POST /v2/calls/extensive` answer. Times are ISO 8601 with an offset, durations seconds. A block
 * that was not asked for, or is not there yet, is absent.
 */
export interface CallData {
  readonly metaData: CallMetaData;
  readonly context?: readonly ContextData[];
  readonly parties: readonly PartyData[];
  readonly content?: ContentData;
  readonly interaction?: InteractionData;
  readonly media?: MediaData;
}

export interface CallMetaData {
  readonly id: string;
  readonly title: string | null;
  readonly scheduled: string | null;
  readonly started: string;
  readonly duration: number | null;
  readonly primaryUserId: string;
  readonly direction: Direction;
  readonly system: string | null;
  readonly scope: "Internal" | "External" | "Unknown";
  readonly media: "Video" | "Audio";
  readonly language: string | null;
  readonly workspaceId: string;
  readonly sdrDisposition: string | null;
  /** `null` of a call that Gong recorded itself. */
  readonly clientUniqueId: string | null;
  readonly customData: string | null;
  readonly purpose: string | null;
  readonly meetingUrl: string | null;
}

export interface ContextData {
  readonly system: string;
  readonly objects: readonly {
    readonly objectType: string;
    readonly objectId: string;
    /** Only in an `Extended` context. */
    readonly fields?: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}

export interface PartyData {
  readonly id: string;
  readonly emailAddress: string | null;
  readonly name: string | null;
  readonly userId: string | null;
  readonly speakerId: string | null;
  readonly affiliation: Affiliation;
  readonly phoneNumber: string | null;
  readonly context?: readonly ContextData[];
}

/** What a tracker found. Times are seconds from the start of the recording. */
export interface TrackerData {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly type: "KEYWORD";
  readonly occurrences: readonly { readonly startTime: number; readonly speakerId: string }[];
  readonly phrases: readonly {
    readonly count: number;
    readonly occurrences: TrackerData["occurrences"];
    readonly phrase: string;
  }[];
}

export interface ContentData {
  /** Those that found nothing too; absent while none was looked for. */
  readonly trackers?: readonly TrackerData[] | undefined;
  readonly topics: readonly { readonly name: string; readonly duration: number }[];
  /** Sentences of the call that say most, in its own words. */
  readonly brief: string;
  /** The parts of the call, in order. */
  readonly structure?: readonly { readonly name: string; readonly duration: number }[] | undefined;
  /** The same parts with what was said in them. */
  readonly outline?:
    | readonly {
        readonly section: string;
        readonly startTime: number;
        readonly duration: number;
        readonly items: readonly { readonly text: string; readonly startTime: number }[];
      }[]
    | undefined;
  readonly highlights?:
    | readonly {
        readonly title: string;
        readonly items: readonly { readonly text: string; readonly startTimes: readonly number[] }[];
      }[]
    | undefined;
  readonly keyPoints?: readonly { readonly text: string }[] | undefined;
}

export interface InteractionData {
  readonly speakers: readonly { readonly id: string; readonly userId: string | null; readonly talkTime: number }[];
  readonly interactionStats: readonly { readonly name: string; readonly value: number }[];
  readonly questions: { readonly companyCount: number; readonly nonCompanyCount: number };
}

export interface MediaData {
  readonly audioUrl: string | null;
  readonly videoUrl: string | null;
}
