import { hash } from "node:crypto";
import type { AuditActor, AuditEntry } from "../../calls/audit-entry.ts";
import type { UserId } from "../../calls/ids.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import { userOf } from "./audit-rows.ts";

/** Who was erased a short while ago, by a digest: another process may have noted something of theirs that it has not written yet. */
export const FORGOTTEN_SCHEMA = `
CREATE TABLE IF NOT EXISTS forgotten_users(
  digest TEXT PRIMARY KEY,
  until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Notes wait for half a second, and while the file cannot be written for longer. */
const REMEMBERED_MS = 3_600_000;

/** Within the transaction that takes them out of what is written. */
export function rememberForgotten(connection: SqlConnection, userIds: readonly UserId[], untilMs: number): void {
  for (const userId of userIds) {
    connection.run("INSERT OR REPLACE INTO forgotten_users VALUES (?, ?)", [digestOf(userId), untilMs]);
  }
}

/** The entries without whom was forgotten since they were noted. Within the transaction that writes them. */
export function withoutForgotten(connection: SqlConnection, entries: readonly AuditEntry[]): readonly AuditEntry[] {
  const rows = connection.all<{ digest: string; untilMs: number }>(
    "SELECT digest, until_ms AS untilMs FROM forgotten_users",
  );
  if (rows.length === 0) return entries;
  const newestMs = Math.max(...entries.map(({ timeMs }) => timeMs));
  connection.run("DELETE FROM forgotten_users WHERE until_ms < ?", [newestMs - REMEMBERED_MS]);
  const untilMs = new Map(rows.map((row) => [row.digest, row.untilMs]));
  return entries.map((entry) => {
    const userId = userOf(entry.actor);
    const isForgotten = userId !== undefined && entry.timeMs <= (untilMs.get(digestOf(userId)) ?? -Infinity);
    return isForgotten ? withoutUser(entry) : entry;
  });
}

/** Nor from where. */
export function withoutUser(entry: AuditEntry): AuditEntry {
  const { actor, request } = entry;
  return { ...entry, actor: nobody(actor), request: request && { ...request, address: undefined } };
}

function nobody(actor: AuditActor): AuditActor {
  return "userId" in actor ? { ...actor, userId: undefined } : actor;
}

function digestOf(userId: UserId): string {
  return hash("sha256", userId, "base64url");
}
