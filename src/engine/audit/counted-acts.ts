import type { CallId, UserId } from "../../calls/ids.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { ActsQuery, AuditedSpan, CountedAct, UserAct } from "./audit-log.ts";

/** What makes an entry one of the act, in the words of its index, and what gives the call's id. The numbers are those of the logs. */
const acts = {
  listened: {
    isIt: "log = 2 AND user_id IS NOT NULL",
    from: "entries e INDEXED BY entries_listened",
    callId: "e.call_ids",
  },
  shared: {
    isIt: "log = 1 AND operation = 'addUsersAccessToCalls' AND user_id IS NOT NULL",
    from: `entries e INDEXED BY entries_shared CROSS JOIN json_each('["' || replace(e.call_ids, ' ', '","') || '"]') one`,
    callId: "one.value",
  },
} as const satisfies Record<CountedAct, { isIt: string; from: string; callId: string }>;

/** Led by the user, so that a page of users reads no others; the rest of an entry is not read. */
export const ACTS_SCHEMA = Object.entries(acts)
  .map(
    ([name, { isIt }]) =>
      `CREATE INDEX IF NOT EXISTS entries_${name} ON entries(user_id, time_ms, call_ids) WHERE ${isIt};\n`,
  )
  .join("");

export function readActs(connection: SqlConnection, { act, userIds, spans }: ActsQuery): readonly UserAct[] {
  const { isIt, from, callId } = acts[act];
  const bounds = spans.map(({ fromMs, toMs }) => [fromMs, toMs]);
  return connection.all<UserAct>(
    `SELECT e.user_id AS userId, span.key AS spanIndex, ${callId} AS callId
     FROM json_each(?) user CROSS JOIN json_each(?) span CROSS JOIN ${from}
     WHERE ${isIt} AND e.user_id = user.value AND e.time_ms >= span.value ->> 0 AND e.time_ms < span.value ->> 1
     GROUP BY 1, 2, 3 ORDER BY min(e.time_ms), 3`,
    [JSON.stringify(userIds), JSON.stringify(bounds)],
  );
}

export function readCallsActedOn(connection: SqlConnection, span: AuditedSpan): readonly CallId[] {
  const { sql, values } = ofEveryAct("callId", span);
  return connection.all<{ callId: CallId }>(`${sql} ORDER BY 1`, values).map(({ callId }) => callId);
}

export function readActors(
  connection: SqlConnection,
  span: AuditedSpan,
  exceptCallIds: readonly CallId[],
): readonly UserId[] {
  const { sql, values } = ofEveryAct("userId", span, exceptCallIds);
  return connection.all<{ userId: UserId }>(`${sql} ORDER BY 1`, values).map(({ userId }) => userId);
}

function ofEveryAct(column: "callId" | "userId", { fromMs, toMs }: AuditedSpan, exceptCallIds: readonly CallId[] = []) {
  const selects = Object.values(acts).map(({ isIt, from, callId }) => {
    const value = column === "userId" ? "e.user_id" : callId;
    return `SELECT ${value} AS ${column} FROM ${from}
      WHERE ${isIt} AND e.time_ms >= ? AND e.time_ms < ? AND ${callId} NOT IN (SELECT value FROM json_each(?))`;
  });
  const values = selects.flatMap(() => [fromMs, toMs, JSON.stringify(exceptCallIds)]);
  return { sql: selects.join(" UNION "), values };
}
