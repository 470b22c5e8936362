import type { SqlConnection } from "../database/sql-connection.ts";
import type { Actor, ActsQuery, AuditedSpan, CountedAct, UserAct } from "./audit-log.ts";

/** What makes an entry one of the act, in the words of its index, and what gives the call's id. The numbers are those of the logs. */
const acts = {
  listened: {
    isIt: "log = 2 AND user_id IS NOT NULL",
    index: "entries_listened",
    from: "entries e INDEXED BY entries_listened",
    callId: "e.call_ids",
  },
  shared: {
    isIt: "log = 1 AND operation = 'addUsersAccessToCalls' AND user_id IS NOT NULL",
    index: "entries_shared",
    from: `entries e INDEXED BY entries_shared CROSS JOIN json_each('["' || replace(e.call_ids, ' ', '","') || '"]') one`,
    callId: "one.value",
  },
} as const satisfies Record<CountedAct, { isIt: string; index: string; from: string; callId: string }>;

/** Led by the user, so that a page of users reads no others; the rest of an entry is not read. */
export const ACTS_SCHEMA = Object.values(acts)
  .map(
    ({ index, isIt }) => `CREATE INDEX IF NOT EXISTS ${index} ON entries(user_id, time_ms, call_ids) WHERE ${isIt};\n`,
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

/** From one user to the next by the index, so that it takes as long as the users are many, not as their acts are. */
export function readActors(connection: SqlConnection, { fromMs, toMs }: AuditedSpan): readonly Actor[] {
  const selects = Object.values(acts).map(({ isIt, index, from, callId }) => {
    const nextUser = (after: string) =>
      `SELECT user_id FROM entries INDEXED BY ${index} WHERE ${isIt} ${after} ORDER BY user_id LIMIT 1`;
    return `SELECT user_id AS userId, (SELECT ${callId} FROM ${from}
        WHERE ${isIt} AND e.user_id = some.user_id AND e.time_ms >= ? AND e.time_ms < ? ORDER BY e.time_ms DESC LIMIT 1) AS callId
      FROM (WITH RECURSIVE each(user_id) AS (SELECT (${nextUser("")})
          UNION ALL SELECT (${nextUser("AND user_id > each.user_id")}) FROM each WHERE each.user_id IS NOT NULL)
        SELECT user_id FROM each WHERE user_id IS NOT NULL) some`;
  });
  return connection.all<Actor>(
    `SELECT userId, min(callId) AS callId FROM (${selects.join(" UNION ALL ")}) WHERE callId IS NOT NULL GROUP BY userId`,
    selects.flatMap(() => [fromMs, toMs]),
  );
}
