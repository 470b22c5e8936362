import { type AuditActor, type AuditEntry, type AuditLogName, auditLogNames } from "../../calls/audit-entry.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { SqlValue } from "../database/sql-connection.ts";
import type { LoggedEntry } from "./audit-log.ts";
import { ACTS_SCHEMA } from "./counted-acts.ts";

/** One row for each log that shows an entry, so that a page of a log is one stretch of an index. Old rows have the smallest keys. */
export const AUDIT_SCHEMA = `
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS entries(
  key INTEGER PRIMARY KEY,
  log INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  user_id TEXT,
  operation TEXT NOT NULL,
  call_ids TEXT,
  subject_id TEXT,
  request_id TEXT,
  verb TEXT,
  path TEXT,
  status INTEGER,
  address TEXT,
  played_start INTEGER,
  played_end INTEGER,
  played_size INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS entries_by_log ON entries(log, time_ms, key);
CREATE INDEX IF NOT EXISTS entries_by_user ON entries(user_id) WHERE user_id IS NOT NULL;
${ACTS_SCHEMA}`;

export interface EntryRow {
  readonly key: number;
  readonly log: number;
  readonly time_ms: number;
  readonly actor_kind: AuditActor["kind"];
  readonly actor_id: string | null;
  readonly user_id: string | null;
  readonly operation: string;
  readonly call_ids: string | null;
  readonly subject_id: string | null;
  readonly request_id: string | null;
  readonly verb: string | null;
  readonly path: string | null;
  readonly status: number | null;
  readonly address: string | null;
  readonly played_start: number | null;
  readonly played_end: number | null;
  readonly played_size: number | null;
}

export const INSERT_ENTRY = `INSERT INTO entries(log, time_ms, actor_kind, actor_id, user_id, operation, call_ids, subject_id, request_id, verb, path, status,
  address, played_start, played_end, played_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function logNumber(log: AuditLogName): number {
  return auditLogNames.indexOf(log);
}

export function rowsOf(entry: AuditEntry): SqlValue[][] {
  const { actor, callIds, request, played } = entry;
  const id = "id" in actor ? actor.id : null;
  const userId = userOf(actor) ?? null;
  return entry.logs.map((log) => [
    logNumber(log),
    entry.timeMs,
    actor.kind,
    id,
    userId,
    entry.operation,
    callIds.length === 0 ? null : callIds.join(" "),
    entry.subjectId ?? null,
    request?.id ?? null,
    request?.verb ?? null,
    request?.path ?? null,
    request?.status ?? null,
    request?.address ?? null,
    played?.start ?? null,
    played?.end ?? null,
    played?.size ?? null,
  ]);
}

export function toEntry(row: EntryRow): LoggedEntry {
  const { request_id: id, verb, path, status, address } = row;
  const isRequest = id !== null && verb !== null && path !== null && status !== null;
  const { played_start: start, played_end: end, played_size: size } = row;
  return {
    key: row.key,
    timeMs: row.time_ms,
    actor: toActor(row),
    operation: row.operation,
    callIds: (row.call_ids?.split(" ") ?? []) as CallId[], // written by rowsOf
    ...(row.subject_id !== null && { subjectId: row.subject_id }),
    ...(isRequest && { request: { id, verb, path, status, ...(address !== null && { address }) } }),
    ...(start !== null && end !== null && size !== null && { played: { start, end, size } }),
  };
}

/** The user who did it, where that is known. */
export function userOf(actor: AuditActor): UserId | undefined {
  return "userId" in actor ? actor.userId : undefined;
}

function toActor({ actor_kind: kind, actor_id: id, user_id }: EntryRow): AuditActor {
  const user = user_id !== null && { userId: user_id as UserId }; // written by rowsOf
  switch (kind) {
    case "key":
    case "token":
      return { kind, id: id ?? "", ...user };
    case "link":
      return { kind, ...user };
    case "command-line":
    case "unknown":
      return { kind };
  }
}
