import { once } from "node:events";
import { Worker } from "node:worker_threads";
import BetterSqlite3 from "better-sqlite3";

export type RewriteOutcome = "done" | { readonly code: string; readonly message: string };

/** Nothing of what was removed is left in the file or beside it. No other connection of this process may be in a transaction. */
export async function scrubFile(file: string, busyTimeoutMs: number): Promise<void> {
  // Runs from source as `.ts` and from the build as `.js`.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./rewrite-file.${extension}`, import.meta.url), {
    workerData: { file, busyTimeoutMs },
  });
  const [message] = await Promise.all([once(worker, "message"), once(worker, "exit")]);
  const [outcome] = message as [RewriteOutcome]; // what rewrite-file.ts sends
  if (outcome !== "done") throw new BetterSqlite3.SqliteError(outcome.message, outcome.code);
}
