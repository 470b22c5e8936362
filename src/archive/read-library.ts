import {
  allOf,
  detailedCallsListed,
  type ListedPage,
  pagesOf,
  transcriptsListed,
  usersListed,
} from "../client/pages-of.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type {
  ContentSelector,
  DetailedCall,
  ListCallsExtensiveRequest,
} from "../gong-api/schemas/list-calls-extensive.ts";
import type { ListUsersResponse } from "../gong-api/schemas/list-users.ts";
import { WireError } from "../gong-api/wire-errors.ts";

export type ExportedApi = Pick<GongApi, "listCallsExtensive" | "getCallTranscripts" | "listUsers" | "listWorkspaces">;

const records = { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 };

/** The pages of a period. */
export function readCallPages(
  api: Pick<ExportedApi, "listCallsExtensive">,
  filter: ListCallsExtensiveRequest["filter"],
  contentSelector: ContentSelector,
): AsyncGenerator<ListedPage<DetailedCall>> {
  const list = orNothing(api.listCallsExtensive, { records, calls: [] });
  return pagesOf(list, { filter, contentSelector }, detailedCallsListed);
}

/** Of those that have one. */
export async function readTranscripts(
  api: ExportedApi,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, CallTranscript>> {
  if (callIds.length === 0) return new Map();
  const list = orNothing(api.getCallTranscripts, { records, callTranscripts: [] });
  const found = await allOf(list, { filter: { callIds: [...callIds] } }, transcriptsListed);
  return new Map(found.filter(({ transcript }) => transcript.length > 0).map((spoken) => [spoken.callId, spoken]));
}

export function readUsers(api: ExportedApi): Promise<ListUsersResponse["users"][number][]> {
  return allOf(api.listUsers, {}, usersListed);
}

/** Gong: no calls are an error. */
function orNothing<Request, Page>(
  list: (request: Request) => Promise<Page>,
  nothing: Page,
): (request: Request) => Promise<Page> {
  return (request) =>
    list(request).catch((error: unknown) => {
      if (error instanceof WireError && error.code === "calls-not-found") return nothing;
      throw error;
    });
}
