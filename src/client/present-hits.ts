import type { CallCriteria } from "../calls/call-criteria.ts";
import type { FoundCalls, FoundMatch } from "../gong-api/call-finding.ts";
import type { RecordSelection } from "../gong-api/call-record.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { joinRecords, listDetailed, type RecordApi } from "./read-records.ts";

/** A call that meets all conditions. */
export interface Hit {
  readonly call: DetailedCall;
  readonly matches: readonly FoundMatch[] | undefined;
}

/** Whether more is asked for than conditions look at. */
export function needsDetails({ context, includeContent, includeMedia }: RecordSelection): boolean {
  return context !== "None" || includeContent || includeMedia;
}

/** What was found, with the details that were asked for. */
export async function presentHits(
  hits: readonly Hit[],
  { keywords }: CallCriteria,
  selection: RecordSelection,
  api: RecordApi,
): Promise<FoundCalls["calls"]> {
  const details = await readDetails(hits, selection, api);
  const records = await joinRecords(api, details, new Map());
  return records.map((record, index) => {
    const matches = hits[index]?.matches;
    return selection.includeContent && keywords !== undefined && matches ? { ...record, matches } : record;
  });
}

async function readDetails(hits: readonly Hit[], selection: RecordSelection, api: RecordApi): Promise<DetailedCall[]> {
  const scanned = hits.map(({ call: { metaData, parties = [] } }) => ({ metaData, parties }));
  if (hits.length === 0 || !needsDetails(selection)) return scanned;
  const filter = { callIds: scanned.map(({ metaData }) => metaData.id) };
  const detailed = new Map((await listDetailed(api, filter, selection)).map((call) => [call.metaData.id, call]));
  return scanned.map((call) => detailed.get(call.metaData.id) ?? call);
}
