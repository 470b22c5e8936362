import type { CallId, UserId } from "../../calls/ids.ts";
import type { SqlValue } from "./sql-connection.ts";

export type Condition = readonly [sql: string, ...values: SqlValue[]];

/** Which calls count; all where neither is said. */
export interface CallVisibility {
  /** Only calls that this user was on or was given access to. */
  readonly visibleTo?: UserId | undefined;
  /** Calls that are taken for not there. */
  readonly hidden?: readonly CallId[] | undefined;
}

/** Hold together for the calls that count. @param callId the column with the call's id */
export function counts(callId: string, { visibleTo, hidden }: CallVisibility): Condition[] {
  const isNotHidden = `${callId} NOT IN (SELECT value FROM json_each(?))`;
  return [
    ...(visibleTo === undefined ? [] : [mayBeSeenBy(callId, visibleTo)]),
    ...(hidden === undefined ? [] : [[isNotHidden, JSON.stringify(hidden)] as const]),
  ];
}

/** Holds for the calls that a user was on, and for those they were given access to. @param callId the column with the call's id */
export function mayBeSeenBy(callId: string, userId: UserId): Condition {
  const attended = "SELECT call_id FROM party_users WHERE user_id = ?";
  const granted = "SELECT call_id FROM call_access WHERE user_id = ?";
  return [`${callId} IN (${attended} UNION ALL ${granted})`, userId, userId];
}
