import type { GongApi } from "../../gong-api/gong-api.ts";
import { presentCallTranscript } from "../../gong-api/present/present-call-transcript.ts";
import type { CallStore } from "../store/call-store.ts";
import { type CallPageParts, readCallPage } from "./call-pages.ts";

export interface GetCallTranscriptsParts extends CallPageParts {
  readonly calls: Pick<CallStore, "getAnalyses" | "getTranscripts">;
}

export function getCallTranscripts(parts: GetCallTranscriptsParts): GongApi["getCallTranscripts"] {
  return async ({ filter, cursor }) => {
    const page = await readCallPage(parts, {
      operationId: "getCallTranscripts",
      by: "start",
      prefix: "filter.",
      filter,
      cursor,
    });
    const ids = page.calls.map((call) => call.id);
    const [transcripts, analyses] = await Promise.all([parts.calls.getTranscripts(ids), parts.calls.getAnalyses(ids)]);
    return {
      records: page.records,
      callTranscripts: page.calls.map((call) =>
        presentCallTranscript(call, transcripts.get(call.id), analyses.get(call.id)),
      ),
    };
  };
}
