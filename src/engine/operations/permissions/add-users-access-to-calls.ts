import type { GongApi } from "../../../gong-api/gong-api.ts";
import { readAccessList, requireCalls, type UsersAccessParts } from "./users-access.ts";

export function addUsersAccessToCalls(parts: UsersAccessParts): GongApi["addUsersAccessToCalls"] {
  return async ({ callAccessList }) => {
    const access = readAccessList(callAccessList);
    await requireCalls(
      parts,
      access.map(({ callId }) => callId),
    );
    await parts.database.transact((transaction) => parts.callAccess.grant(access, transaction));
    return {};
  };
}
