import type { Call } from "../../calls/call.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import { type DetailedCallParts, presentDetailedCall } from "../../gong-api/present/present-detailed-call.ts";
import type { ContentSelector } from "../../gong-api/schemas/list-calls-extensive.ts";
import type { CallStore } from "../store/call-store.ts";
import { type CallPageParts, readCallPage, wireView } from "./call-pages.ts";
import type { RecordParts } from "./call-records.ts";

export interface ListCallsExtensiveParts extends CallPageParts {
  readonly calls: Pick<CallStore, "getAnalyses" | "getSpeakers" | "getTranscripts">;
  readonly mediaLinks: RecordParts["mediaLinks"];
}

export function listCallsExtensive(parts: ListCallsExtensiveParts): GongApi["listCallsExtensive"] {
  return async ({ filter, cursor, contentSelector = {} }) => {
    const page = await readCallPage(parts, {
      operationId: "listCallsExtensive",
      by: "start",
      prefix: "filter.",
      filter,
      cursor,
    });
    const [partsOf, view] = await Promise.all([readParts(parts, page.calls, contentSelector), wireView(parts)]);
    return {
      records: page.records,
      calls: await Promise.all(
        page.calls.map(async (call) => presentDetailedCall(call, contentSelector, await partsOf(call), view)),
      ),
    };
  };
}

/** Reads what the selection asks for: one read of each kind for all calls of the page. */
async function readParts(
  parts: ListCallsExtensiveParts,
  calls: readonly Call[],
  { exposedFields }: ContentSelector,
): Promise<(call: Call) => Promise<DetailedCallParts>> {
  const ids = calls.map((call) => call.id);
  const { content, interaction } = exposedFields ?? {};
  const needsAnalysis = content?.topics || content?.brief || Object.values(interaction ?? {}).includes(true);
  const [analyses, transcripts, speakers, linkTo] = await Promise.all([
    needsAnalysis ? parts.calls.getAnalyses(ids) : undefined,
    content?.brief ? parts.calls.getTranscripts(ids) : undefined,
    exposedFields?.parties ? parts.calls.getSpeakers(ids) : undefined,
    exposedFields?.media ? parts.mediaLinks() : undefined,
  ]);
  return async (call) => ({
    analysis: analyses?.get(call.id),
    transcript: transcripts?.get(call.id),
    speakers: speakers?.get(call.id),
    media: await linkTo?.(call),
  });
}
