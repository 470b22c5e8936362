import type { Call } from "../../../calls/call.ts";
import type { CallId } from "../../../calls/ids.ts";
import type { Transcript } from "../../../calls/transcript.ts";
import type { MediaData } from "../../../gong-api/call-data.ts";
import type { CallRecord, RecordSelection } from "../../../gong-api/call-record.ts";
import { parseCallRecord } from "../../../gong-api/parse/parse-call-record.ts";
import { presentTenantCall, presentTenantTranscript } from "../../../gong-api/present/present-tenant-call.ts";
import type { ContentSelector } from "../../../gong-api/schemas/list-calls-extensive.ts";
import { readTenantCall, type TenantCall } from "../../../gong-api/tenant-call.ts";
import type { ImportedCallStore, MonologueShape } from "../../store/imported-call-store.ts";

export interface MirroredCallParts {
  /** Absent where no call can be another server's. */
  readonly imported?: Pick<ImportedCallStore, "getMany"> | undefined;
}

/** What another server sent for a call that is mirrored here; it says more, and with more right, than we could. */
export interface MirroredCall {
  readonly tenant: TenantCall;
  readonly monologues: readonly MonologueShape[] | undefined;
}

/** Of calls of our own there is nothing. */
export async function readMirrored(
  { imported }: MirroredCallParts,
  calls: readonly Call[],
): Promise<ReadonlyMap<CallId, MirroredCall>> {
  const found = await imported?.getMany(calls.map(({ id }) => id));
  return new Map(
    [...(found ?? [])].map(([id, { sent, monologues }]) => [
      id,
      { tenant: readTenantCall(JSON.parse(sent)), monologues },
    ]),
  );
}

interface KnownHere {
  /** As made from what is kept here. */
  readonly record: CallRecord;
  readonly transcript: Transcript | undefined;
  readonly media: MediaData | undefined;
}

/** The record of a mirrored call, with the tenant's own words and figures. Its recording is the one that is here. */
export function mirroredRecord(
  { tenant, monologues }: MirroredCall,
  selection: RecordSelection,
  { record, transcript, media }: KnownHere,
): CallRecord {
  const call = presentTenantCall(tenant, selectorOf(selection), media);
  const said =
    selection.includeTranscript && transcript && monologues
      ? presentTenantTranscript(call.metaData.id, transcript, monologues)
      : undefined;
  return {
    ...parseCallRecord({ call, transcript: said }),
    primaryUser: record.primaryUser,
    processing: record.processing,
  };
}

function selectorOf({ context, includeContent, includeMedia }: RecordSelection): ContentSelector {
  const content = {
    brief: true,
    topics: true,
    structure: true,
    outline: true,
    highlights: true,
    keyPoints: true,
    trackers: true,
    trackerOccurrences: true,
  };
  const interaction = { speakers: true, personInteractionStats: true, questions: true };
  return {
    context,
    exposedFields: { parties: true, media: includeMedia, ...(includeContent && { content, interaction }) },
  };
}
