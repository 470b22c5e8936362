import { type Condition, mayBeSeenBy } from "../database/call-visibility.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import { keyRange } from "./call-keys.ts";
import type { CoarseFilters } from "./query.ts";

/** Titles count most; facets are not words. In the order of the columns: title, body, party, topic, facet. */
const RANK = "bm25(5.0, 1.0, 2.0, 2.0, 0.0)";

/** The calls of an expression that pass the coarse filters, as one walk over the index. */
export class IndexScan {
  readonly #connection: SqlConnection;
  /** What follows `SELECT ...`. */
  readonly #from: string;
  readonly #values: readonly SqlValue[];
  readonly #key: string;
  readonly #hasText: boolean;

  constructor(connection: SqlConnection, expression: string | undefined, filters: CoarseFilters) {
    const range = keyRange(connection, filters.fromMs, filters.toMs);
    this.#connection = connection;
    this.#hasText = expression !== undefined;
    this.#key = this.#hasText ? "search_index.rowid" : "e.key";
    const onEntries = entryConditions(filters, range.isExact);
    const conditions: Condition[] = [
      ...(expression === undefined ? [] : [["search_index MATCH ?", expression] as const]),
      ...(range.low === undefined ? [] : [[`${this.#key} >= ?`, range.low] as const]),
      ...(range.high === undefined ? [] : [[`${this.#key} < ?`, range.high] as const]),
      ...onEntries,
    ];
    const where = conditions.length === 0 ? "" : ` WHERE ${conditions.map(([sql]) => sql).join(" AND ")}`;
    this.#from = `FROM ${tables(this.#hasText, onEntries.length > 0)}${where}`;
    this.#values = conditions.flatMap(([, ...values]) => values);
  }

  /** Keys from the newest on. */
  newest(
    limit: number,
    from: { readonly offset?: number | undefined; readonly below?: number | undefined } = {},
  ): number[] {
    const isFirst = !this.#from.includes(" WHERE ");
    const below = from.below === undefined ? "" : ` ${isFirst ? "WHERE" : "AND"} ${this.#key} < ?`;
    const sql = `SELECT ${this.#key} AS key ${this.#from}${below} ORDER BY ${this.#key} DESC LIMIT ? OFFSET ?`;
    const start = from.below === undefined ? [] : [from.below];
    const rows = this.#connection.all<{ key: number }>(sql, [...this.#values, ...start, limit, from.offset ?? 0]);
    return rows.map((row) => row.key);
  }

  /** How many there are, but at most `limit`. */
  count(limit: number): number {
    const sql = `SELECT count(*) AS n FROM (SELECT 1 ${this.#from} LIMIT ?)`;
    return this.#connection.get<{ n: number }>(sql, [...this.#values, limit])?.n ?? 0;
  }

  /** Every key with how well it fits, lower is better. Only for an expression; looks at every match's positions. */
  ranked(): { readonly key: number; readonly rank: number }[] {
    const sql = `SELECT ${this.#key} AS key, rank ${this.#from} AND rank MATCH '${RANK}'`;
    return this.#connection.all<{ key: number; rank: number }>(sql, [...this.#values]);
  }
}

/** The index leads, newest first, so that a page is found without looking at the rest: hence CROSS JOIN. */
function tables(hasText: boolean, needsEntries: boolean): string {
  if (!hasText) return "search_entries e";
  return needsEntries ? "search_index CROSS JOIN search_entries e ON e.key = search_index.rowid" : "search_index";
}

function entryConditions(filters: CoarseFilters, isRangeExact: boolean): Condition[] {
  const { fromMs, toMs, direction, statuses, minDurationMs, maxDurationMs, visibleTo } = filters;
  return [
    ...(isRangeExact || fromMs === undefined ? [] : [["e.started_ms >= ?", fromMs] as const]),
    ...(isRangeExact || toMs === undefined ? [] : [["e.started_ms < ?", toMs] as const]),
    ...(direction === undefined ? [] : [["e.direction = ?", direction] as const]),
    ...(statuses === undefined ? [] : [[`e.status IN (${statuses.map(() => "?").join(", ")})`, ...statuses] as const]),
    ...(minDurationMs === undefined ? [] : [["e.duration_ms >= ?", minDurationMs] as const]),
    ...(maxDurationMs === undefined ? [] : [["e.duration_ms <= ?", maxDurationMs] as const]),
    ...(visibleTo === undefined ? [] : [mayBeSeenBy("e.call_id", visibleTo)]),
  ];
}
