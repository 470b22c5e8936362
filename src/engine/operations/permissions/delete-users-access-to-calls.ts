import type { GongApi } from "../../../gong-api/gong-api.ts";
import { readAccessList, type UsersAccessParts } from "./users-access.ts";

export function deleteUsersAccessToCalls(parts: UsersAccessParts): GongApi["deleteUsersAccessToCalls"] {
  return async ({ callAccessList }) => {
    const given = readAccessList(callAccessList);
    const seen = await parts.callAccess.seen(
      given.map(({ callId }) => callId),
      parts.actingUserId,
    );
    const access = given.filter(({ callId }) => seen.has(callId));
    await parts.database.transact((transaction) => parts.callAccess.revoke(access, transaction));
    return {};
  };
}
