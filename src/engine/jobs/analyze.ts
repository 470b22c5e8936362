import type { CallAnalysis } from "../../calls/call-analysis.ts";
import { StageError } from "../../calls/errors.ts";
import { callDurationMs } from "../../calls/call.ts";
import type { Transcript } from "../../calls/transcript.ts";
import type { CallStore } from "../store/call-store.ts";
import { type TrackerParts, trackersOf } from "./look-for-trackers.ts";
import type { StageRunner } from "./stage-runner.ts";

/** The parties' names are no phrases that say what a call was about. */
export type Analyze = (
  transcript: Transcript,
  options: { readonly durationMs: number; readonly partyNames: readonly string[] },
) => CallAnalysis;

export interface AnalyzeParts extends TrackerParts {
  readonly calls: CallStore;
  readonly analyze: () => Promise<Analyze>;
}

/** Computes statistics, questions, topics and phrases from the transcript, and looks for trackers in it. */
export function analyze(parts: AnalyzeParts): StageRunner {
  return {
    run: async (call) => {
      const transcript = await parts.calls.getTranscript(call.id);
      if (!transcript) {
        throw new StageError("transcript-missing", "The call has no transcript; add it again.", { isTransient: false });
      }
      const partyNames = call.parties.flatMap((party) => party.name ?? []);
      const analyzeTranscript = await parts.analyze();
      const analysis = analyzeTranscript(transcript, { durationMs: callDurationMs(call) ?? 0, partyNames });
      const putHits = await trackersOf(parts, { call, transcript, analysis });
      return {
        commit: async (transaction) => {
          await parts.calls.setAnalysis(call.id, analysis, transaction);
          await putHits(transaction);
        },
      };
    },
  };
}
