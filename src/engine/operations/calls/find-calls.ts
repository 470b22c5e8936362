import type { CallFinding, FoundMatch } from "../../../gong-api/call-finding.ts";
import { toSeconds } from "../../../gong-api/present/seconds.ts";
import type { CallMatch, CallSearch } from "../../search/call-search.ts";
import { makeCallRecords, type RecordParts } from "./call-records.ts";

const MATCHES_PER_CALL = 10;

export interface FindCallsParts extends RecordParts {
  readonly search: CallSearch;
}

export function findCalls(parts: FindCallsParts): CallFinding["findCalls"] {
  return async (criteria, selection) => {
    const page = await parts.search.search({
      ...criteria,
      visibleTo: parts.actingUserId,
      matchesPerCall: selection.includeContent ? MATCHES_PER_CALL : 0,
    });
    const calls = await parts.calls.getMany(page.hits.map((hit) => hit.callId));
    const records = await makeCallRecords(parts, calls, selection);
    const matchesOf = new Map<string, readonly CallMatch[]>(page.hits.map((hit) => [hit.callId, hit.matches]));
    const isAskedForMatches = selection.includeContent && criteria.keywords !== undefined;
    return {
      calls: records.map((record) =>
        isAskedForMatches
          ? { ...record, matches: (matchesOf.get(record.data.metaData.id) ?? []).map(presentMatch) }
          : record,
      ),
      total: page.total,
      cursor: page.cursor,
    };
  };
}

function presentMatch(match: CallMatch): FoundMatch {
  return {
    keyword: match.keyword,
    where: match.where,
    text: match.text,
    start: match.startMs === undefined ? null : toSeconds(match.startMs),
    speakerName: match.speakerName ?? null,
    affiliation: match.affiliation ?? null,
  };
}
