import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";

/** Pages of the index that one step writes: some tens of milliseconds. */
const PAGES_AT_ONCE = 500;

/**
 * A contentless index does not know a call's tokens, so removing one leaves a tombstone, whatever its `secure-delete` option says; the tokens go
 * when the segments they are in are merged. All segments are merged here, in steps, so that other writers come between.
 */
export async function dropRemovedTokens(database: SqliteDatabase): Promise<void> {
  let pages = -PAGES_AT_ONCE; // below zero in the first step: begin with all segments
  let isMoving = true;
  while (isMoving) {
    isMoving = await database.transact(async (transaction) => {
      const connection = connectionOf(transaction);
      const written = () => connection.get<{ n: number }>("SELECT total_changes() AS n")?.n ?? 0;
      const before = written();
      connection.run("INSERT INTO search_index(search_index, rank) VALUES ('merge', ?)", [pages]);
      // The command itself counts as one.
      return written() - before > 1;
    });
    pages = PAGES_AT_ONCE;
  }
}
