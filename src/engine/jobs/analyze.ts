import type { CallAnalysis } from "../../calls/call-analysis.ts";
import { StageError } from "../../calls/errors.ts";
import { callDurationMs } from "../../calls/call.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { CallStore } from "../store/call-store.ts";
import type { StageRunner } from "./stage-runner.ts";

export interface AnalyzeParts {
  readonly calls: CallStore;
  readonly analyze: () => Promise<(transcript: Transcript, options: { durationMs: number }) => CallAnalysis>;
}

/** Computes statistics, questions, topics and phrases from the transcript. */
export function analyze(parts: AnalyzeParts): StageRunner {
  return {
    run: async (call) => {
      const transcript = await parts.calls.getTranscript(call.id);
      if (!transcript) {
        throw new StageError("transcript-missing", "The call has no transcript; add it again.", { isTransient: false });
      }
      const analysis = (await parts.analyze())(transcript, { durationMs: callDurationMs(call) ?? 0 });
      return { commit: (transaction) => parts.calls.setAnalysis(call.id, analysis, transaction) };
    },
  };
}
