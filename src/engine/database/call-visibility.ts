import type { UserId } from "../../calls/ids.ts";
import type { SqlValue } from "./sql-connection.ts";

export type Condition = readonly [sql: string, ...values: SqlValue[]];

/** Holds for the calls that a user was on, and for those they were given access to. @param callId the column with the call's id */
export function mayBeSeenBy(callId: string, userId: UserId): Condition {
  const attended = "SELECT call_id FROM party_users WHERE user_id = ?";
  const granted = "SELECT call_id FROM call_access WHERE user_id = ?";
  return [`${callId} IN (${attended} UNION ALL ${granted})`, userId, userId];
}
