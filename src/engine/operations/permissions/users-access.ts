import { asId, type CallId, type UserId } from "../../../calls/ids.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { Database } from "../../database/transaction.ts";
import type { CallAccess, CallAccessStore } from "../../store/call-access-store.ts";

/** What the operations on individual access to calls need. */
export interface UsersAccessParts {
  readonly database: Database;
  readonly callAccess: CallAccessStore;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

export function readAccessList(
  list: readonly { readonly callId: string; readonly userIds: readonly string[] }[],
): readonly CallAccess[] {
  return list.map(({ callId, userIds }) => ({
    callId: asId<CallId>(callId),
    userIds: userIds.map((id) => asId<UserId>(id)),
  }));
}

/** Gong: one unknown call refuses the whole request. @throws WireError `some-calls-not-found` */
export async function requireCalls(parts: UsersAccessParts, callIds: readonly CallId[]): Promise<void> {
  const seen = await parts.callAccess.seen(callIds, parts.actingUserId);
  if (!callIds.every((id) => seen.has(id))) throw wireError("some-calls-not-found");
}
