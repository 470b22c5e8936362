import type { UserId } from "../../calls/ids.ts";
import type { SqlValue } from "../database/sql-connection.ts";

export type Condition = readonly [sql: string, ...values: SqlValue[]];

/** Holds for the calls that a user was on, and for those they were given access to. @param callId the column with the call's id */
export function mayBeSeenBy(callId: string, userId: UserId): Condition {
  const granted = `${callId} IN (SELECT call_id FROM call_access WHERE user_id = ?)`;
  const parties = "calls seen, json_each(seen.record, '$.parties') party";
  const attended = `EXISTS (SELECT 1 FROM ${parties} WHERE seen.id = ${callId} AND party.value ->> 'userId' = ?)`;
  return [`(${granted} OR ${attended})`, userId, userId];
}
