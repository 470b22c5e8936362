import { InvalidInputError } from "../../../calls/errors.ts";
import type { CallId } from "../../../calls/ids.ts";
import type { DetailedCall } from "../../../gong-api/schemas/list-calls-extensive.ts";
import type { CallQuery, CallSearch } from "../../search/call-search.ts";
import type { CallStore } from "../../store/call-store.ts";
import type { WebhookFilter } from "../../webhooks/webhook-rules.ts";

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
  const found = await findAt(parts, call.actualStart.epochMs, {
    direction,
    primaryUserIds,
    minDurationMs,
    title,
    keywords,
    match: keywordMatch,
  });
  if (!found.includes(callId)) return false;
  return hasTracker(parts, filter.trackerNames, callId);
}

/** Words in which there is nothing to look for find nothing: a rule that has some is not to keep the others waiting. */
async function findAt(
  { search }: Pick<MatchWebhookFilterParts, "search">,
  startMs: number,
  query: Omit<CallQuery, "fromMs" | "toMs" | "sort" | "pageSize" | "matchesPerCall">,
): Promise<readonly CallId[]> {
  const span = { fromMs: startMs, toMs: startMs + 1, sort: "recency" } as const;
  try {
    const { hits } = await search.search({ ...query, ...span, pageSize: PAGE_SIZE, matchesPerCall: 0 });
    return hits.map(({ callId }) => callId);
  } catch (error) {
    if (error instanceof InvalidInputError) return [];
    throw error;
  }
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
