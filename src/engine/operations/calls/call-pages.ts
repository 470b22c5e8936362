import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type CallId, type UserId, type WorkspaceId } from "../../../calls/ids.ts";
import type { Call } from "../../../calls/call.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import { CURSOR_LIFETIME_MS, type Cursor, readCursor, type SignText, writeCursor } from "../../../gong-api/cursor.ts";
import type { WireView } from "../../../gong-api/present/present-call-basic-data.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { Records } from "../../../gong-api/wire-types.ts";
import type { CallList, CallListPosition, CallListQuery } from "../../store/call-list.ts";
import type { MirroredCallParts } from "./mirrored-calls.ts";

/** Gong: 100 records a page, which nobody can choose. */
const PAGE_SIZE = 100;

/** What the operations that answer with calls need. */
export interface CallPageParts extends MirroredCallParts {
  readonly callList: CallList;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
  readonly signText: SignText;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
  /** Makes the addresses of calls' pages; asked once an answer, since where the server listens may change. */
  readonly callUrls: () => Promise<WireView["callUrl"]>;
}

/** What decides which calls there are, as the wire has it. */
export interface CallFilter {
  readonly fromDateTime?: string | undefined;
  readonly toDateTime?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly callIds?: readonly string[] | undefined;
  readonly primaryUserIds?: readonly string[] | undefined;
}

export interface CallPageRequest {
  readonly operationId: string;
  readonly by: CallListQuery["by"];
  /** How the request names the filter's members: `filter.`, or nothing. */
  readonly prefix: "filter." | "";
  readonly filter: CallFilter;
  readonly cursor?: string | undefined;
}

/**
 * One page of the calls that fit, with where to go on.
 * @throws InvalidInputError for a range that ends before it begins, WireError `calls-not-found`, `cursor-invalid`, `cursor-expired`
 */
export async function readCallPage(
  parts: CallPageParts,
  request: CallPageRequest,
): Promise<{ readonly records: Records; readonly calls: readonly Call[] }> {
  const nowMs = parts.clock();
  const scope = { operationId: request.operationId, filter: { ...request.filter, user: parts.actingUserId } };
  const query = readFilter(request, parts.companyTime);
  const cursor =
    request.cursor === undefined
      ? undefined
      : readCursor<CallListPosition>(parts.signText, scope, request.cursor, nowMs);
  const page = await parts.callList.list({
    ...query,
    visibleTo: parts.actingUserId,
    pageSize: PAGE_SIZE,
    after: cursor?.position,
  });
  if (page.calls.length === 0 && cursor === undefined) throw wireError("calls-not-found");
  const pageNumber = cursor?.pageNumber ?? 0;
  const next: Cursor<CallListPosition> | undefined = page.next && {
    expiresMs: cursor?.expiresMs ?? nowMs + CURSOR_LIFETIME_MS,
    pageNumber: pageNumber + 1,
    position: page.next,
  };
  return {
    calls: page.calls,
    records: {
      totalRecords: page.total,
      currentPageSize: page.calls.length,
      currentPageNumber: pageNumber,
      ...(next && { cursor: writeCursor(parts.signText, scope, next) }),
    },
  };
}

export async function wireView(parts: CallPageParts): Promise<WireView> {
  return { companyTime: parts.companyTime, callUrl: await parts.callUrls() };
}

function readFilter({ by, filter, prefix }: CallPageRequest, companyTime: CompanyTime) {
  const fromMs = filter.fromDateTime === undefined ? undefined : companyTime.parse(filter.fromDateTime);
  const toMs = filter.toDateTime === undefined ? undefined : companyTime.parse(filter.toDateTime);
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) {
    throw new InvalidInputError([{ parameter: `${prefix}fromDateTime`, message: "must be before toDateTime" }]);
  }
  return {
    by,
    fromMs,
    toMs,
    workspaceId: filter.workspaceId === undefined ? undefined : asId<WorkspaceId>(filter.workspaceId),
    callIds: filter.callIds?.map((id) => asId<CallId>(id)),
    primaryUserIds: filter.primaryUserIds?.map((id) => asId<UserId>(id)),
  };
}
