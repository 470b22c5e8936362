import type { CallCriteria } from "../calls/call-criteria.ts";
import { ConflictError, InvalidInputError } from "../calls/errors.ts";
import type { CallFinding, FoundCalls, SearchCost } from "../gong-api/call-finding.ts";
import type { RecordSelection } from "../gong-api/call-record.ts";
import type { DetailedCall, ListCallsExtensiveResponse } from "../gong-api/schemas/list-calls-extensive.ts";
import { contentSelector, type WantedBlocks } from "./content-selector.ts";
import { byStartNewestFirst, type Span, startMs, windowsNewestFirst } from "./newest-first.ts";
import { DAY_MS } from "./pace.ts";
import { hasLocalConditions, passesFilters } from "./passes-filters.ts";
import { type Hit, needsDetails, presentHits } from "./present-hits.ts";
import { CALLS_PER_REQUEST, listDetailed, readTranscripts, type RecordApi } from "./read-records.ts";
import type { RequestBudget } from "./request-budget.ts";
import { isAfter, readScanCursor, type ScanPosition, writeScanCursor } from "./scan-cursor.ts";
import { ASKED_ABOVE_REQUESTS, checkAffordable, searchCost } from "./search-cost.ts";
import { findKeywords } from "./find-keywords.ts";
import type { TextMatching } from "./text-matching.ts";

export interface CloudFindingParts {
  readonly api: RecordApi;
  readonly budget: RequestBudget;
  readonly matching: TextMatching;
  readonly clock: () => number;
  /** Asks a person whether a costly search is worth it; absent where nobody is there. */
  readonly approve?: ((cost: SearchCost) => Promise<boolean>) | undefined;
}

interface Scan {
  readonly criteria: CallCriteria;
  readonly position: ScanPosition | undefined;
  readonly span: Span;
  readonly first: ListCallsExtensiveResponse;
}

const NOTHING_THERE =
  "Gong shows no calls of this time to this key; a key whose user may not see calls gets the same answer.";

/**
 * Search without a mirror. Gong's API filters by time, host and id alone: everything else is found by looking through its answers, newest
 * calls first, no further than the page that was asked for.
 */
export function cloudFinding(parts: CloudFindingParts): CallFinding {
  return {
    findCalls: async (criteria, selection) => {
      checkWords(criteria, parts.matching);
      if (criteria.statuses !== undefined && !criteria.statuses.includes("Completed")) return nothing();
      const scan = await beginScan(criteria, parts);
      if (scan.first.records.totalRecords === 0) return { ...nothing(), note: NOTHING_THERE };
      const cost = await costOf(scan, selection, parts.budget);
      checkAffordable(cost);
      if (cost.requests > ASKED_ABOVE_REQUESTS && (await parts.approve?.(cost)) === false) {
        throw new ConflictError("Nothing was searched. Narrow it with from-date and to-date, or mirror the tenant.");
      }
      return criteria.sort === "relevance"
        ? findByRelevance(scan, selection, parts)
        : findNewest(scan, selection, parts);
    },
    estimate: async (criteria, selection) => {
      checkWords(criteria, parts.matching);
      return costOf(await beginScan(criteria, parts), selection, parts.budget);
    },
  };
}

function nothing(): FoundCalls {
  return { calls: [], total: { value: 0, relation: "eq" } };
}

function checkWords(criteria: CallCriteria, matching: TextMatching): void {
  const { keywords = [], title, participantName } = criteria;
  const given = [...keywords.map((text) => ["keywords", text]), ["title", title], ["participantName", participantName]];
  const problems = given.flatMap(([parameter = "", text]) =>
    text === undefined || matching.isSearchable(text)
      ? []
      : [{ parameter, message: `"${text}" has no letters or digits to look for. Give a word or leave it out.` }],
  );
  if (problems.length > 0) throw new InvalidInputError(problems);
}

/** One request that says how many calls there are; where they fit into its answer, they are in it. */
async function beginScan(criteria: CallCriteria, { api, clock }: CloudFindingParts): Promise<Scan> {
  const position = criteria.cursor === undefined ? undefined : readScanCursor(criteria.cursor);
  const latestMs = criteria.toMs ?? Math.max(clock(), criteria.fromMs ?? 0) + DAY_MS;
  const endMs = Math.min(latestMs, position === undefined ? Infinity : position.startMs + 1);
  const span = { fromMs: criteria.fromMs, toMs: endMs };
  const request = { filter: filterOf(criteria, span), contentSelector: contentSelector(scanSelection(criteria)) };
  return { criteria, position, span, first: await api.listCallsExtensive(request) };
}

function filterOf({ primaryUserIds }: CallCriteria, { fromMs, toMs }: Span) {
  return {
    ...(fromMs !== undefined && { fromDateTime: isoTime(fromMs) }),
    toDateTime: isoTime(toMs),
    ...(primaryUserIds && primaryUserIds.length > 0 && { primaryUserIds: [...primaryUserIds] }),
  };
}

/** What conditions look at; the rest is read of the calls that are found. */
function scanSelection({ keywords = [] }: CallCriteria): WantedBlocks {
  return { context: "None", includeContent: keywords.length > 0, includeMedia: false, onlyTopics: true };
}

function costOf({ criteria, first }: Scan, selection: RecordSelection, budget: RequestBudget): Promise<SearchCost> {
  const callCount = first.records.totalRecords;
  const isLookedThrough = hasLocalConditions(criteria) || criteria.sort === "relevance";
  const neededCount = isLookedThrough ? callCount : Math.min(callCount, (criteria.page ?? 1) * criteria.pageSize);
  return searchCost(
    {
      callCount: neededCount,
      isOpenEnded: criteria.fromMs === undefined,
      needsTranscripts: (criteria.keywords ?? []).length > 0,
      needsDetails: needsDetails(selection),
      spentCount: 1,
    },
    budget,
  );
}

async function findNewest(scan: Scan, selection: RecordSelection, parts: CloudFindingParts): Promise<FoundCalls> {
  const { criteria, position, first } = scan;
  const passedCount = position === undefined ? ((criteria.page ?? 1) - 1) * criteria.pageSize : 0;
  const wantedCount = passedCount + criteria.pageSize + 1;
  const hits: Hit[] = [];
  for await (const hit of hitsNewestFirst(scan, parts)) if (hits.push(hit) >= wantedCount) break;
  const page = hits.slice(passedCount, passedCount + criteria.pageSize);
  const isComplete = hits.length < wantedCount;
  const beforeCount = position?.foundCount ?? 0;
  const last = page.at(-1)?.call;
  const foundCount = beforeCount + passedCount + page.length;
  const isUnfiltered = !hasLocalConditions(criteria) && position === undefined;
  return {
    calls: await presentHits(page, criteria, selection, parts.api),
    total: isUnfiltered
      ? { value: first.records.totalRecords, relation: "eq" }
      : { value: beforeCount + hits.length, relation: isComplete ? "eq" : "gte" },
    ...(!isComplete &&
      last && {
        cursor: writeScanCursor({ startMs: startMs(last), callId: last.metaData.id, foundCount }),
      }),
  };
}

/** The best have most places where a keyword is; all calls have to be looked at. */
async function findByRelevance(scan: Scan, selection: RecordSelection, parts: CloudFindingParts): Promise<FoundCalls> {
  const { pageSize, page = 1 } = scan.criteria;
  const hits: Hit[] = [];
  for await (const hit of hitsNewestFirst(scan, parts)) hits.push(hit);
  const best = hits.toSorted((a, b) => (b.matches?.length ?? 0) - (a.matches?.length ?? 0));
  const chosen = best.slice((page - 1) * pageSize, page * pageSize);
  return {
    calls: await presentHits(chosen, scan.criteria, selection, parts.api),
    total: { value: hits.length, relation: "eq" },
  };
}

async function* hitsNewestFirst(scan: Scan, parts: CloudFindingParts): AsyncGenerator<Hit> {
  const { criteria, position } = scan;
  const { keywords = [], match } = criteria;
  for await (const window of callsOf(scan, parts)) {
    const candidates = window.filter(
      (call) => isAfter(call, position) && passesFilters(call, criteria, parts.matching),
    );
    for (let from = 0; from < candidates.length; from += CALLS_PER_REQUEST) {
      const some = candidates.slice(from, from + CALLS_PER_REQUEST);
      const ids = some.map(({ metaData }) => metaData.id);
      const transcripts = keywords.length === 0 ? new Map() : await readTranscripts(parts.api, ids);
      for (const call of some) {
        const transcript = transcripts.get(call.metaData.id);
        const matches =
          keywords.length === 0 ? [] : findKeywords(call, transcript, { keywords, match }, parts.matching);
        if (matches) yield { call, matches: keywords.length === 0 ? undefined : matches };
      }
    }
  }
}

async function* callsOf(
  { criteria, span, first }: Scan,
  { api }: CloudFindingParts,
): AsyncGenerator<readonly DetailedCall[]> {
  const { calls, records } = first;
  if (records.cursor === undefined) return yield calls.toSorted(byStartNewestFirst);
  const list = (window: Span) => listDetailed(api, filterOf(criteria, window), scanSelection(criteria));
  yield* windowsNewestFirst(list, span, records.totalRecords);
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
