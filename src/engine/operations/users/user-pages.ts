import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type UserId } from "../../../calls/ids.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import { CURSOR_LIFETIME_MS, type Cursor, readCursor, type SignText, writeCursor } from "../../../gong-api/cursor.ts";
import { presentUser } from "../../../gong-api/present/present-user.ts";
import type { ListUsersResponse } from "../../../gong-api/schemas/list-users.ts";
import type { UserAccounts } from "../../store/user-accounts.ts";

/** Gong: 100 records a page, which nobody can choose. */
const PAGE_SIZE = 100;

/** What the operations that answer with users need. */
export interface UserPageParts {
  readonly userAccounts: UserAccounts;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
  readonly signText: SignText;
}

/** What decides which users there are, as the wire has it. */
export interface UserFilter {
  readonly createdFromDateTime?: string | undefined;
  readonly createdToDateTime?: string | undefined;
  readonly userIds?: readonly string[] | undefined;
}

export interface UserPageRequest {
  readonly operationId: string;
  readonly filter: UserFilter;
  readonly cursor?: string | undefined;
}

interface UserPosition {
  readonly afterId: UserId;
}

/**
 * One page of the users that fit. Gong: none at all is an empty list, not an error.
 * @throws InvalidInputError for a range that ends before it begins, WireError `cursor-invalid`, `cursor-expired`
 */
export async function readUserPage(parts: UserPageParts, request: UserPageRequest): Promise<ListUsersResponse> {
  const { companyTime, signText } = parts;
  const nowMs = parts.clock();
  const scope = { operationId: request.operationId, filter: request.filter };
  const query = readFilter(request.filter, companyTime);
  const cursor =
    request.cursor === undefined ? undefined : readCursor<UserPosition>(signText, scope, request.cursor, nowMs);
  const page = await parts.userAccounts.page({ ...query, pageSize: PAGE_SIZE, afterId: cursor?.position.afterId });
  const pageNumber = cursor?.pageNumber ?? 0;
  const last = page.users.at(-1);
  const next: Cursor<UserPosition> | undefined =
    page.hasMore && last
      ? {
          expiresMs: cursor?.expiresMs ?? nowMs + CURSOR_LIFETIME_MS,
          pageNumber: pageNumber + 1,
          position: { afterId: last.id },
        }
      : undefined;
  return {
    records: {
      totalRecords: page.total,
      currentPageSize: page.users.length,
      currentPageNumber: pageNumber,
      ...(next && { cursor: writeCursor(signText, scope, next) }),
    },
    users: page.users.map((user) => presentUser(user, companyTime)),
  };
}

function readFilter({ createdFromDateTime, createdToDateTime, userIds }: UserFilter, companyTime: CompanyTime) {
  const createdFromMs = createdFromDateTime === undefined ? undefined : companyTime.parse(createdFromDateTime);
  const createdToMs = createdToDateTime === undefined ? undefined : companyTime.parse(createdToDateTime);
  if (createdFromMs !== undefined && createdToMs !== undefined && createdFromMs >= createdToMs) {
    const parameter = "filter.createdFromDateTime";
    throw new InvalidInputError([{ parameter, message: "must be before createdToDateTime" }]);
  }
  return { createdFromMs, createdToMs, ids: userIds?.map((id) => asId<UserId>(id)) };
}
