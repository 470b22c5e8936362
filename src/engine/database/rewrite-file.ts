import { parentPort, workerData } from "node:worker_threads";
import BetterSqlite3 from "better-sqlite3";
import type { RewriteOutcome } from "./scrub-file.ts";

/**
 * Runs as a thread of its own, since it takes as long as copying the file does: writes the database anew, which leaves nothing of what was
 * removed in pages that are free or half full, and empties the log of writes, which has such pages too.
 */
const port = parentPort;
if (port === null) throw new Error("rewrite-file.ts runs in a worker thread only");
const say = (outcome: RewriteOutcome): void => port.postMessage(outcome);
const { file, busyTimeoutMs } = workerData as { file: string; busyTimeoutMs: number }; // given by scrub-file.ts
const database = new BetterSqlite3(file, { timeout: busyTimeoutMs });
try {
  database.exec("VACUUM");
  const isBusy = database.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) !== 0;
  say(isBusy ? { code: "SQLITE_BUSY", message: "a reader keeps the log of writes" } : "done");
} catch (error) {
  if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
  say({ code: error.code, message: error.message });
} finally {
  database.close();
}
