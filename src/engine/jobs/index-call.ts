import type { MediaStore } from "../media/media-store.ts";
import type { CallSearch } from "../search/call-search.ts";
import type { CallStore } from "../store/call-store.ts";
import type { StageRunner } from "./stage-runner.ts";

export interface IndexParts {
  readonly calls: CallStore;
  readonly search: CallSearch;
  readonly media: MediaStore;
}

/** Enters the call with its transcript and topics into the search index, and clears the samples. */
export function indexCall(parts: IndexParts): StageRunner {
  return {
    run: async (call) => {
      const [transcript, analysis] = await Promise.all([
        parts.calls.getTranscript(call.id),
        parts.calls.getAnalysis(call.id),
      ]);
      return {
        commit: (transaction) => parts.search.put(call, transcript, analysis, transaction),
        afterCommit: () => parts.media.remove(call.id, "samples"),
      };
    },
  };
}
