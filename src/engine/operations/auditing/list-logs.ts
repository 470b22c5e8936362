import type { AuditLogName } from "../../../calls/audit-entry.ts";
import { callDurationMs } from "../../../calls/call.ts";
import { InvalidInputError } from "../../../calls/errors.ts";
import type { CallId, UserId } from "../../../calls/ids.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import { CURSOR_LIFETIME_MS, type Cursor, readCursor, type SignText, writeCursor } from "../../../gong-api/cursor.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentLogEntry } from "../../../gong-api/present/present-log-entry.ts";
import type { ListLogsRequest, LogEntry } from "../../../gong-api/schemas/list-logs.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { AuditLog, AuditPosition, LoggedEntry } from "../../audit/audit-log.ts";
import type { CallStore, UserDirectory } from "../../store/call-store.ts";

/** Gong: 100 records a page, which nobody can choose. */
const PAGE_SIZE = 100;

export interface ListLogsParts {
  readonly auditLog: AuditLog;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
  readonly signText: SignText;
  readonly actingUserId?: UserId | undefined;
}

/** Where a sequence of pages goes on, and where it ends: entries that came after its first page are not its own. */
type LogPosition = AuditPosition & { readonly toMs: number };

export function listLogs(parts: ListLogsParts): GongApi["listLogs"] {
  return async ({ cursor: cursorText, ...filter }) => {
    if (parts.actingUserId !== undefined) throw wireError("logs-company-key-needed");
    const nowMs = parts.clock();
    const scope = { operationId: "listLogs", filter };
    const given =
      cursorText === undefined ? undefined : readCursor<LogPosition>(parts.signText, scope, cursorText, nowMs);
    const span = readSpan(filter, parts.companyTime, given?.position.toMs ?? nowMs + 1);
    const page = await parts.auditLog.page({
      log: filter.logType,
      ...span,
      pageSize: PAGE_SIZE,
      after: given?.position,
    });
    if (page.entries.length === 0 && given === undefined) throw wireError("logs-not-found");
    const pageNumber = given?.pageNumber ?? 0;
    const next: Cursor<LogPosition> | undefined = page.next && {
      expiresMs: given?.expiresMs ?? nowMs + CURSOR_LIFETIME_MS,
      pageNumber: pageNumber + 1,
      position: { ...page.next, toMs: span.toMs },
    };
    return {
      records: {
        totalRecords: page.total,
        currentPageSize: page.entries.length,
        currentPageNumber: pageNumber,
        ...(next && { cursor: writeCursor(parts.signText, scope, next) }),
      },
      logEntries: await presentEntries(parts, filter.logType, page.entries),
    };
  };
}

function readSpan(
  { fromDateTime, toDateTime }: Pick<ListLogsRequest, "fromDateTime" | "toDateTime">,
  companyTime: CompanyTime,
  endMs: number,
): { readonly fromMs: number; readonly toMs: number } {
  const fromMs = companyTime.parse(fromDateTime) ?? 0;
  const toMs = (toDateTime === undefined ? undefined : companyTime.parse(toDateTime)) ?? endMs;
  if (toDateTime !== undefined && fromMs >= toMs) {
    throw new InvalidInputError([{ parameter: "fromDateTime", message: "must be before toDateTime" }]);
  }
  return { fromMs, toMs: Math.min(toMs, endMs) };
}

/** Names come from the directory, so that the log has none that would have to be erased. */
async function presentEntries(
  parts: ListLogsParts,
  log: AuditLogName,
  entries: readonly LoggedEntry[],
): Promise<LogEntry[]> {
  const userIds = entries.flatMap(({ actor }) => ("userId" in actor && actor.userId ? [actor.userId] : []));
  const playedIds = entries.flatMap(({ played, callIds }): readonly CallId[] => (played ? callIds : []));
  const [users, calls] = await Promise.all([
    parts.users.getMany([...new Set(userIds)]),
    parts.calls.getMany([...new Set(playedIds)]),
  ]);
  const userOf = new Map<string, (typeof users)[number]>(users.map((user) => [user.id, user]));
  const callOf = new Map(calls.map((call) => [call.id, call]));
  return entries.map((entry) => {
    const { actor, key } = entry;
    const call = entry.callIds[0] === undefined ? undefined : callOf.get(entry.callIds[0]);
    return presentLogEntry(log, entry, {
      auditId: String(key),
      user: "userId" in actor && actor.userId ? userOf.get(actor.userId) : undefined,
      durationMs: call && callDurationMs(call),
    });
  });
}
