import type { Transcript } from "../../calls/transcript.ts";
import type { CallBasicData } from "../call-basic-data.ts";
import type { MediaData } from "../call-data.ts";
import type { CallTranscript } from "../schemas/get-call-transcripts.ts";
import type { ContentSelector, DetailedCall } from "../schemas/list-calls-extensive.ts";
import type { TenantCall } from "../tenant-call.ts";

/** The metadata of a mirrored call, as it was sent. */
export function presentTenantBasicData({ metaData }: TenantCall): CallBasicData {
  // As another server of Gong's API sent it, so of the shape of its answers.
  return metaData as unknown as CallBasicData;
}

/** A mirrored call with exactly the blocks that were asked for, each as it was sent. */
export function presentTenantCall(
  tenant: TenantCall,
  { context, exposedFields }: ContentSelector,
  media: MediaData | undefined,
): DetailedCall {
  const hasContext = context === "Basic" || context === "Extended";
  const { trackers, trackerOccurrences, ...content } = exposedFields?.content ?? {};
  const parts = {
    metaData: presentTenantBasicData(tenant),
    ...(hasContext && { context: contextAt(tenant.context ?? [], context) }),
    ...(exposedFields?.parties && {
      parties: (tenant.parties ?? []).map(({ context: own, ...party }) => ({
        ...party,
        ...(hasContext && { context: contextAt(own ?? [], context) }),
      })),
    }),
    ...block("content", {
      ...picked(tenant.content, content),
      ...(trackers && trackersOf(tenant.content?.["trackers"], trackerOccurrences === true)),
    }),
    ...block("interaction", pickedInteraction(tenant, exposedFields?.interaction ?? {})),
    ...block("collaboration", picked(tenant["collaboration"], exposedFields?.collaboration ?? {})),
    ...(exposedFields?.media && media && block("media", presentMedia(media))),
  };
  return parts as unknown as DetailedCall; // as above
}

/** One monologue of a mirrored transcript: how many of its sentences, by whom and about what. */
interface SentMonologue {
  readonly sentenceCount: number;
  readonly speakerId: string | null;
  readonly topic: string | null;
}

/** What was said, in the monologues in which it was sent. */
export function presentTenantTranscript(
  callId: string,
  transcript: Transcript,
  monologues: readonly SentMonologue[],
): CallTranscript {
  let position = 0;
  return {
    callId,
    transcript: monologues.map(({ sentenceCount, speakerId, topic }) => {
      const sentences = transcript.sentences.slice(position, (position += sentenceCount));
      return {
        speakerId,
        topic,
        sentences: sentences.map(({ startMs, endMs, text }) => ({ start: startMs, end: endMs, text })),
      };
    }),
  };
}

function contextAt(context: NonNullable<TenantCall["context"]>, level: "Basic" | "Extended") {
  if (level === "Extended") return context;
  return context.map(({ objects, ...rest }) => ({
    ...rest,
    objects: (objects ?? []).map((object) => ({ ...object, fields: [] })),
  }));
}

/** Gong: where and by whom something was said is answered only on request. */
function trackersOf(trackers: unknown, hasOccurrences: boolean): { trackers?: unknown } {
  if (!Array.isArray(trackers)) return {};
  if (hasOccurrences) return { trackers };
  const without = (hit: object) => ({ ...hit, occurrences: [] });
  return {
    trackers: trackers.map((tracker: { phrases?: unknown }) => ({
      ...without(tracker),
      ...(Array.isArray(tracker.phrases) && { phrases: tracker.phrases.map(without) }),
    })),
  };
}

function pickedInteraction({ interaction }: TenantCall, flags: Record<string, boolean | undefined>): object {
  const { personInteractionStats, ...others } = flags;
  return picked(interaction, { ...others, interactionStats: personInteractionStats });
}

/** The members that are asked for and there. */
function picked(sent: unknown, flags: Readonly<Record<string, boolean | undefined>>): object {
  if (typeof sent !== "object" || sent === null) return {};
  return Object.fromEntries(Object.entries(sent).filter(([name, value]) => flags[name] === true && value != null));
}

/** A block none of whose members is there is not there either. */
function block(name: string, members: object): object {
  return Object.keys(members).length === 0 ? {} : { [name]: members };
}

function presentMedia({ audioUrl, videoUrl }: MediaData): object {
  return { ...(audioUrl !== null && { audioUrl }), ...(videoUrl !== null && { videoUrl }) };
}
