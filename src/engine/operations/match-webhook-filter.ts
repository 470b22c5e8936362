import type { CallId } from "../../calls/ids.ts";
import type { DetailedCall } from "../../gong-api/schemas/list-calls-extensive.ts";
import type { CallSearch } from "../search/call-search.ts";
import type { CallStore } from "../store/call-store.ts";
import type { WebhookFilter } from "../webhooks/webhook-rules.ts";

export interface MatchWebhookFilterParts {
  readonly calls: Pick<CallStore, "get">;
  readonly search: Pick<CallSearch, "search">;
  /** With everything that is known of it; `undefined` where Gong's paths do not show it. */
  readonly describe: (callId: CallId) => Promise<DetailedCall | undefined>;
}

/** Calls that start in the same millisecond; the one that is asked about is among them. */
const PAGE_SIZE = 100;

/** Whether a processed call is one that a rule is for. Words are looked for as a search does. */
export async function matchWebhookFilter(
  parts: MatchWebhookFilterParts,
  filter: WebhookFilter,
  callId: CallId,
): Promise<boolean> {
  const call = await parts.calls.get(callId);
  if (!call) return false;
  if (filter.workspaceId !== undefined && call.workspaceId !== filter.workspaceId) return false;
  const { direction, primaryUserIds, minDurationMs, title, keywords, keywordMatch = "all" } = filter;
  const found = await parts.search.search({
    direction,
    primaryUserIds,
    minDurationMs,
    title,
    keywords,
    match: keywordMatch,
    fromMs: call.actualStart.epochMs,
    toMs: call.actualStart.epochMs + 1,
    sort: "recency",
    pageSize: PAGE_SIZE,
    matchesPerCall: 0,
  });
  if (!found.hits.some((hit) => hit.callId === callId)) return false;
  return hasTracker(parts, filter.trackerNames, callId);
}

async function hasTracker(
  { describe }: MatchWebhookFilterParts,
  names: readonly string[] | undefined,
  callId: CallId,
): Promise<boolean> {
  if (names === undefined) return true;
  const trackers: readonly { readonly name: string; readonly count: number }[] =
    (await describe(callId))?.content?.trackers ?? [];
  return trackers.some(({ name, count }) => count > 0 && names.includes(name));
}
