import type { CallAnalysis } from "../../../calls/call-analysis.ts";
import type { Call } from "../../../calls/call.ts";
import type { CallId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { type DetailedCallParts, presentDetailedCall } from "../../../gong-api/present/present-detailed-call.ts";
import { quotedPositions } from "../../../gong-api/present/present-content.ts";
import { presentTenantCall } from "../../../gong-api/present/present-tenant-call.ts";
import type { ContentSelector } from "../../../gong-api/schemas/list-calls-extensive.ts";
import type { CallOutcomeStore } from "../../store/call-outcome-store.ts";
import type { CallStore } from "../../store/call-store.ts";
import type { TrackerHitStore } from "../../store/tracker-hit-store.ts";
import { type CallPageParts, readCallPage, wireView } from "./call-pages.ts";
import type { RecordParts } from "./call-records.ts";
import { readLinkedContexts } from "./linked-contexts.ts";
import { readMirrored } from "./mirrored-calls.ts";
import type { CrmLinkParts } from "../crm/read-crm-links.ts";

export interface ListCallsExtensiveParts extends CallPageParts, CrmLinkParts {
  readonly calls: Pick<CallStore, "getAnalyses" | "getQuotes" | "getSpeakers">;
  readonly callOutcomes: CallOutcomeStore;
  readonly trackerHits: TrackerHitStore;
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
    const [partsOf, view, mirrored] = await Promise.all([
      readParts(parts, page.calls, contentSelector),
      wireView(parts),
      readMirrored(parts, page.calls),
    ]);
    return {
      records: page.records,
      calls: await Promise.all(
        page.calls.map(async (call) => {
          const [sent, own] = [mirrored.get(call.id), await partsOf(call)];
          if (sent) return presentTenantCall(sent.tenant, contentSelector, own.media);
          return presentDetailedCall(call, contentSelector, own, view);
        }),
      ),
    };
  };
}

/** Reads what the selection asks for: one read of each kind for all calls of the page. */
async function readParts(
  parts: ListCallsExtensiveParts,
  calls: readonly Call[],
  { context, exposedFields }: ContentSelector,
): Promise<(call: Call) => Promise<DetailedCallParts>> {
  const ids = calls.map((call) => call.id);
  const { content, interaction } = exposedFields ?? {};
  const needsText = content?.brief || content?.outline || content?.highlights || content?.keyPoints;
  const needsAnalysis =
    needsText || content?.topics || content?.structure || Object.values(interaction ?? {}).includes(true);
  const analyses = needsAnalysis ? await parts.calls.getAnalyses(ids) : undefined;
  const transcripts = needsText && analyses ? await readQuotes(parts, analyses) : undefined;
  // Whoever is quoted is known by then: to read the voices of a call takes as long as to read what they say.
  const unquotedIds = ids.filter((id) => !transcripts?.has(id));
  const [speakers, outcomes, trackers, linkTo, linksOf] = await Promise.all([
    exposedFields?.parties ? parts.calls.getSpeakers(unquotedIds) : undefined,
    content?.callOutcome ? parts.callOutcomes.ofCalls(ids) : undefined,
    content?.trackers ? parts.trackerHits.getMany(ids) : undefined,
    exposedFields?.media ? parts.mediaLinks(parts.actingUserId) : undefined,
    context === "Basic" || context === "Extended" ? readLinkedContexts(parts, calls) : undefined,
  ]);
  return async (call) => ({
    analysis: analyses?.get(call.id),
    transcript: transcripts?.get(call.id),
    speakers: transcripts?.get(call.id)?.speakers ?? speakers?.get(call.id),
    outcome: outcomes?.get(call.id),
    trackers: trackers?.get(call.id),
    media: await linkTo?.(call),
    links: linksOf?.(call),
  });
}

function readQuotes({ calls }: ListCallsExtensiveParts, analyses: ReadonlyMap<CallId, CallAnalysis>) {
  return calls.getQuotes(new Map([...analyses].map(([id, analysis]) => [id, quotedPositions(analysis)])));
}
