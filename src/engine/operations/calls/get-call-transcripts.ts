import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentCallTranscript } from "../../../gong-api/present/present-call-transcript.ts";
import { presentTenantTranscript } from "../../../gong-api/present/present-tenant-call.ts";
import type { CallStore } from "../../store/call-store.ts";
import { type CallPageParts, readCallPage } from "./call-pages.ts";
import { readMirrored } from "./mirrored-calls.ts";

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
    const [transcripts, analyses, mirrored] = await Promise.all([
      parts.calls.getTranscripts(ids),
      parts.calls.getAnalyses(ids),
      readMirrored(parts, page.calls),
    ]);
    return {
      records: page.records,
      callTranscripts: page.calls.map((call) => {
        const transcript = transcripts.get(call.id);
        const monologues = mirrored.get(call.id)?.monologues;
        if (transcript && monologues) return presentTenantTranscript(call.id, transcript, monologues);
        return presentCallTranscript(call, transcript, analyses.get(call.id));
      }),
    };
  };
}
