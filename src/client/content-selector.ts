import type { RecordSelection } from "../gong-api/call-record.ts";
import type { ContentSelector } from "../gong-api/schemas/list-calls-extensive.ts";

/** What to ask Gong for; a block costs no request of its own. */
export function contentSelector(selection: Omit<RecordSelection, "includeTranscript">): ContentSelector {
  const { context, includeContent, includeMedia } = selection;
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
