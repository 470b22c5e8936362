import type { RecordSelection } from "../gong-api/call-record.ts";
import type { ContentSelector } from "../gong-api/schemas/list-calls-extensive.ts";

export interface WantedBlocks extends Omit<RecordSelection, "includeTranscript"> {
  /** Of the content nothing but the topics. Gong: an outline alone is 80 kB a call. */
  readonly onlyTopics?: boolean | undefined;
}

/** What to ask Gong for; a block costs no request of its own. */
export function contentSelector(selection: WantedBlocks): ContentSelector {
  const { context, includeContent, includeMedia, onlyTopics } = selection;
  if (includeContent && onlyTopics) return { context, exposedFields: { parties: true, content: { topics: true } } };
  return {
    context,
    exposedFields: {
      parties: true,
      ...(includeContent && {
        content: {
          topics: true,
          brief: true,
          trackers: true,
          structure: true,
          outline: true,
          highlights: true,
          keyPoints: true,
        },
        interaction: { speakers: true, personInteractionStats: true, questions: true },
      }),
      ...(includeMedia && { media: true }),
    },
  };
}
