import { asId, type CallId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { requireCalls, type UsersAccessParts } from "./users-access.ts";

export function getUsersAccessToCalls(parts: UsersAccessParts): GongApi["getUsersAccessToCalls"] {
  return async ({ filter }) => {
    const callIds = filter.callIds.map((id) => asId<CallId>(id));
    await requireCalls(parts, callIds);
    const access = await parts.callAccess.list(callIds);
    return {
      callAccessList: access.map(({ callId, userIds }) => ({ callId, users: userIds.map((userId) => ({ userId })) })),
    };
  };
}
