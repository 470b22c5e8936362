import type { SqlConnection } from "../database/sql-connection.ts";

/**
 * A call's key in the index rises with the second it began in, and within a second with the order of arrival. Gaps between keys
 * cost space in the index, so there are only 64 keys a second; when a second is full, its next call takes a key of a later one.
 */
const KEYS_PER_SECOND = 64;

/** The key of a call that is new to the index. Remembers how far calls had to move. */
export function allocateKey(connection: SqlConnection, startedMs: number): number {
  const startedSecond = Math.floor(startedMs / 1000);
  for (let second = startedSecond; ; second += 1) {
    const first = second * KEYS_PER_SECOND;
    const last = connection.get<{ key: number | null }>(
      "SELECT max(key) AS key FROM search_entries WHERE key >= ? AND key < ?",
      [first, first + KEYS_PER_SECOND],
    )?.key;
    if (last === first + KEYS_PER_SECOND - 1) continue;
    const sql = "UPDATE search_state SET longest_spill_seconds = ? WHERE longest_spill_seconds < ?";
    if (second > startedSecond) connection.run(sql, [second - startedSecond, second - startedSecond]);
    return (last ?? first - 1) + 1;
  }
}

export interface KeyRange {
  /** First key that may be in the range. */
  readonly low?: number | undefined;
  /** First key that is surely beyond it. */
  readonly high?: number | undefined;
  /** True when every key between is in the range; otherwise each call's start must be looked at as well. */
  readonly isExact: boolean;
}

/** The keys of the calls that began in `[fromMs, toMs)`. */
export function keyRange(connection: SqlConnection, fromMs: number | undefined, toMs: number | undefined): KeyRange {
  if (fromMs === undefined && toMs === undefined) return { isExact: true };
  const spill =
    connection.get<{ seconds: number }>("SELECT longest_spill_seconds AS seconds FROM search_state")?.seconds ?? 0;
  return {
    low: fromMs === undefined ? undefined : Math.floor(fromMs / 1000) * KEYS_PER_SECOND,
    high: toMs === undefined ? undefined : (Math.ceil(toMs / 1000) + spill) * KEYS_PER_SECOND,
    isExact: spill === 0 && (fromMs ?? 0) % 1000 === 0 && (toMs ?? 0) % 1000 === 0,
  };
}
