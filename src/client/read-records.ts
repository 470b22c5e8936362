import type { CallRecord } from "../gong-api/call-record.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import { parseCallRecord } from "../gong-api/parse/parse-call-record.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall, ListCallsExtensiveRequest } from "../gong-api/schemas/list-calls-extensive.ts";
import type { UserMetadata } from "../gong-api/user-metadata.ts";
import { contentSelector, type WantedBlocks } from "./content-selector.ts";
import { allOf, detailedCallsListed, transcriptsListed, usersListed } from "./pages-of.ts";

export type RecordApi = Pick<GongApi, "listCallsExtensive" | "getCallTranscripts" | "listMultipleUsers">;
type Filter = ListCallsExtensiveRequest["filter"];

/** Gong: links to recordings need a scope of their own; whoever lacks it gets the rest. */
const MEDIA_SCOPE = "api:calls:read:media-url";

/** As many calls as an answer has at most. */
export const CALLS_PER_REQUEST = 100;

/** The calls of a filter with the blocks of the selection, one request for each hundred. */
export async function listDetailed(
  api: Pick<GongApi, "listCallsExtensive">,
  filter: Filter,
  selection: WantedBlocks,
): Promise<DetailedCall[]> {
  const list = (chosen: WantedBlocks) =>
    allOf(api.listCallsExtensive, { filter, contentSelector: contentSelector(chosen) }, detailedCallsListed);
  return list(selection).catch((error: unknown) => {
    const isMediaAlone = error instanceof RemoteError && error.scope === MEDIA_SCOPE && selection.includeMedia;
    if (!isMediaAlone) throw error;
    return list({ ...selection, includeMedia: false });
  });
}

/** By call id. */
export async function readTranscripts(
  api: Pick<GongApi, "getCallTranscripts">,
  callIds: readonly string[],
): Promise<Map<string, CallTranscript>> {
  const transcripts = new Map<string, CallTranscript>();
  for (let from = 0; from < callIds.length; from += CALLS_PER_REQUEST) {
    const filter = { callIds: callIds.slice(from, from + CALLS_PER_REQUEST) };
    for (const transcript of await allOf(api.getCallTranscripts, { filter }, transcriptsListed)) {
      transcripts.set(transcript.callId, transcript);
    }
  }
  return transcripts;
}

/** The hosts that no party of their call tells the name of. Who may not read users does without. */
export async function readHosts(
  api: Pick<GongApi, "listMultipleUsers">,
  calls: readonly DetailedCall[],
): Promise<UserMetadata[]> {
  const userIds = [...new Set(calls.filter(isHostUnnamed).map(({ metaData }) => metaData.primaryUserId))];
  if (userIds.length === 0) return [];
  return allOf(api.listMultipleUsers, { filter: { userIds } }, usersListed).catch((error: unknown) => {
    const isWithheld = error instanceof RemoteError && ["remote-scope", "remote-denied"].includes(error.code);
    if (!isWithheld) throw error;
    return [];
  });
}

function isHostUnnamed({ metaData, parties = [] }: DetailedCall): boolean {
  const host = parties.find(({ userId }) => userId === metaData.primaryUserId);
  return Boolean(metaData.primaryUserId) && (!host?.name || !host.emailAddress);
}

/** Gong's answers about some calls as records, in the same order. */
export async function joinRecords(
  api: RecordApi,
  calls: readonly DetailedCall[],
  transcripts: ReadonlyMap<string, CallTranscript>,
): Promise<CallRecord[]> {
  const users = await readHosts(api, calls);
  return calls.map((call) => parseCallRecord({ call, transcript: transcripts.get(call.metaData.id), users }));
}
