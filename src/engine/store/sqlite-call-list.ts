import type { Call } from "../../calls/call.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import type { CallList, CallListPage, CallListPosition, CallListQuery } from "./call-list.ts";
import { rowToCall, type CallRow } from "./call-record.ts";
import { type Condition, mayBeSeenBy } from "../database/call-visibility.ts";

interface ListedRow extends CallRow {
  readonly key: number;
  readonly timeMs: number;
}

export class SqliteCallList implements CallList {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async list(query: CallListQuery): Promise<CallListPage> {
    return this.#reader.snapshot(() => this.#page(query));
  }

  async get(id: CallId, visibleTo?: UserId): Promise<Call | undefined> {
    const [user, ...values] = visibleTo === undefined ? ["true"] : mayBeSeenBy("v.call_id", visibleTo);
    const row = this.#reader.get<CallRow>(
      `SELECT c.record, c.processing, c.media FROM visible_calls v JOIN calls c ON c.id = v.call_id
       WHERE v.call_id = ? AND ${user}`,
      [id, ...values],
    );
    return row && rowToCall(row);
  }

  #page(query: CallListQuery): CallListPage {
    const { after, pageSize } = query;
    const total = after?.total ?? this.#count(query);
    const upToKey = after?.upToKey ?? this.#newestKey();
    // One more than the page shows whether there is another page.
    const rows = this.#rows(query, upToKey, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const calls = shown.map(rowToCall);
    if (last === undefined || rows.length <= pageSize) return { calls, total };
    return { calls, total, next: { total, upToKey, timeMs: last.timeMs, key: last.key } };
  }

  #count(query: CallListQuery): number {
    const { entries, where, values } = source(query, conditionsOf(query));
    return this.#reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${entries} ${where}`, values)?.n ?? 0;
  }

  #newestKey(): number {
    return this.#reader.get<{ key: number | null }>("SELECT max(key) AS key FROM visible_calls")?.key ?? 0;
  }

  #rows(query: CallListQuery, upToKey: number, limit: number): ListedRow[] {
    const time = timeColumn(query);
    const { entries, where, values } = source(query, [...conditionsOf(query), ...goOn(time, query.after, upToKey)]);
    return this.#reader.all<ListedRow>(
      `SELECT v.key, ${time} AS timeMs, c.record, c.processing, c.media
       FROM ${entries} CROSS JOIN calls c ON c.id = v.call_id ${where} ORDER BY ${time}, v.key LIMIT ?`,
      [...values, limit],
    );
  }
}

interface Source {
  readonly entries: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
}

/** What to read from: led by the wanted ids where there are any, else by the index of the time. */
function source(query: CallListQuery, conditions: readonly Condition[]): Source {
  const wanted = query.callIds && JSON.stringify(query.callIds);
  const entries =
    wanted === undefined
      ? "visible_calls v"
      : "(SELECT DISTINCT value AS id FROM json_each(?)) wanted CROSS JOIN visible_calls v ON v.call_id = wanted.id";
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.map(([sql]) => sql).join(" AND ")}`;
  return {
    entries,
    where,
    values: [...(wanted === undefined ? [] : [wanted]), ...conditions.flatMap(([, ...values]) => values)],
  };
}

function timeColumn({ by }: CallListQuery): string {
  return by === "start" ? "v.started_ms" : "v.scheduled_ms";
}

function conditionsOf(query: CallListQuery): Condition[] {
  const { fromMs, toMs, workspaceId, primaryUserIds, visibleTo } = query;
  const time = timeColumn(query);
  return [
    ...(fromMs === undefined ? [] : [[`${time} >= ?`, fromMs] as const]),
    ...(toMs === undefined ? [] : [[`${time} < ?`, toMs] as const]),
    ...(workspaceId === undefined ? [] : [["v.workspace_id = ?", workspaceId] as const]),
    ...(primaryUserIds === undefined
      ? []
      : [["v.primary_user_id IN (SELECT value FROM json_each(?))", JSON.stringify(primaryUserIds)] as const]),
    ...(visibleTo === undefined ? [] : [mayBeSeenBy("v.call_id", visibleTo)]),
  ];
}

function goOn(time: string, after: CallListPosition | undefined, upToKey: number): Condition[] {
  if (after === undefined) return [["v.key <= ?", upToKey]];
  return [
    ["v.key <= ?", upToKey],
    [`(${time}, v.key) > (?, ?)`, after.timeMs, after.key],
  ];
}
