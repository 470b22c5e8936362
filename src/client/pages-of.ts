import { RemoteError } from "../gong-api/remote-error.ts";
import type { ListCallsResponse } from "../gong-api/schemas/list-calls.ts";
import type { ListCallsExtensiveResponse } from "../gong-api/schemas/list-calls-extensive.ts";
import type { GetCallTranscriptsResponse } from "../gong-api/schemas/get-call-transcripts.ts";
import type { ListUsersResponse } from "../gong-api/schemas/list-users.ts";
import { WireError } from "../gong-api/wire-errors.ts";
import type { Records } from "../gong-api/wire-types.ts";

/** What an answer lists, and what tells one from another. */
export interface Listing<Page, Item> {
  items(page: Page): readonly Item[];
  id(item: Item): string;
}

export const callsListed: Listing<ListCallsResponse, ListCallsResponse["calls"][number]> = {
  items: ({ calls }) => calls,
  id: ({ id }) => id,
};
export const detailedCallsListed: Listing<ListCallsExtensiveResponse, ListCallsExtensiveResponse["calls"][number]> = {
  items: ({ calls }) => calls,
  id: ({ metaData }) => metaData.id,
};
export const transcriptsListed: Listing<
  GetCallTranscriptsResponse,
  GetCallTranscriptsResponse["callTranscripts"][number]
> = {
  items: ({ callTranscripts }) => callTranscripts,
  id: ({ callId }) => callId,
};
export const usersListed: Listing<ListUsersResponse, ListUsersResponse["users"][number]> = {
  items: ({ users }) => users,
  id: ({ id }) => id,
};

export interface ListedPage<Item> {
  /** Without those of earlier pages. */
  readonly items: readonly Item[];
  /** Of all pages, as this answer says. */
  readonly totalRecords: number;
}

/** A list that expires more often before it has grown is given up. */
const MOST_RESTARTS = 3;

/**
 * The pages of a list, one request each, asked for as they are read. Gong: a cursor dies an hour after the first page, whatever is
 * done; the list then begins again, and what was listed before is passed over.
 */
export async function* pagesOf<
  Request extends { readonly cursor?: string | undefined },
  Page extends { records: Records },
  Item,
>(
  list: (request: Request) => Promise<Page>,
  request: Request,
  listing: Listing<Page, Item>,
): AsyncGenerator<ListedPage<Item>> {
  const seen = new Set<string>();
  const followed = new Set<string>();
  let restarts = 0;
  for (let cursor = request.cursor; ;) {
    const page = await list({ ...request, cursor }).catch((error: unknown) => {
      // What was listed before the caller's own cursor is not known here.
      if (cursor === undefined || cursor === request.cursor || !isExpired(error) || restarts >= MOST_RESTARTS) {
        throw error;
      }
      return undefined;
    });
    if (page === undefined) {
      restarts += 1;
      followed.clear();
      cursor = undefined;
      continue;
    }
    const items = listing.items(page).filter((item) => !seen.has(listing.id(item)));
    for (const item of items) seen.add(listing.id(item));
    if (items.length > 0) restarts = 0;
    yield { items, totalRecords: page.records.totalRecords };
    const next = page.records.cursor;
    if (next === undefined || next === "") return;
    if (cursor !== undefined) followed.add(cursor);
    if (followed.has(next))
      throw new RemoteError("remote-unreadable", "The same cursor was answered twice: the list has no end.");
    cursor = next;
  }
}

/** The whole list. */
export async function allOf<
  Request extends { readonly cursor?: string | undefined },
  Page extends { records: Records },
  Item,
>(list: (request: Request) => Promise<Page>, request: Request, listing: Listing<Page, Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pagesOf(list, request, listing)) items.push(...page.items);
  return items;
}

/** What the list has, one after the other; a page is asked for when the one before was read. */
export async function* itemsOf<
  Request extends { readonly cursor?: string | undefined },
  Page extends { records: Records },
  Item,
>(
  list: (request: Request) => Promise<Page>,
  request: Request,
  listing: Listing<Page, Item>,
): AsyncGenerator<Item, void, undefined> {
  for await (const { items } of pagesOf(list, request, listing)) yield* items;
}

function isExpired(error: unknown): boolean {
  const isTold = error instanceof RemoteError || error instanceof WireError;
  return isTold && error.code === "cursor-expired";
}
