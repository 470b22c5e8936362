import type { AuditEntry, AuditLogName } from "../../calls/audit-entry.ts";
import type { AccessRecord, ActivityRecord, LogEntry, PlayRecord } from "../schemas/list-logs.ts";

/** What a log knows of an entry beside the entry itself. */
export interface LogEntryParts {
  readonly auditId: string;
  readonly user: { readonly emailAddress?: string | undefined; readonly name?: string | undefined } | undefined;
  /** Of the recording that was played. */
  readonly durationMs: number | undefined;
}

type Entry = Omit<AuditEntry, "logs">;

export function presentLogEntry(log: AuditLogName, entry: Entry, parts: LogEntryParts): LogEntry {
  const userId = "userId" in entry.actor ? entry.actor.userId : undefined;
  return {
    userId: userId ?? null,
    userEmailAddress: parts.user?.emailAddress ?? null,
    userFullName: parts.user?.name ?? null,
    eventTime: new Date(entry.timeMs).toISOString(),
    logRecord: presentRecord(log, entry, parts),
  };
}

function presentRecord(log: AuditLogName, entry: Entry, parts: LogEntryParts): LogEntry["logRecord"] {
  switch (log) {
    case "AccessLog":
      return presentAccess(entry, parts);
    case "UserActivityLog":
      return presentActivity(entry, parts);
    case "UserCallPlay":
    case "ExternallySharedCallAccess":
    case "ExternallySharedCallPlay":
      return presentPlay(entry, parts);
  }
}

function presentAccess(entry: Entry, { auditId }: LogEntryParts): AccessRecord {
  return {
    auditId,
    action: entry.operation,
    accessKey: accessKeyOf(entry),
    clientIp: entry.request?.address ?? null,
    verb: entry.request?.verb ?? "",
    endpointUri: entry.request?.path ?? "",
    status: entry.request?.status ?? 0,
    requestId: entry.request?.id ?? "",
  };
}

function presentActivity(entry: Entry, { auditId }: LogEntryParts): ActivityRecord {
  const { request, callIds } = entry;
  const accessKey = accessKeyOf(entry);
  return {
    auditId,
    tableChanges: [],
    customData: [
      ...(accessKey === null ? [] : [{ key: "access-key", values: [accessKey] }]),
      ...(callIds.length === 0 ? [] : [{ key: "call-id", values: [...callIds] }]),
      ...(entry.subjectId === undefined ? [] : [{ key: "subject-id", values: [entry.subjectId] }]),
      ...(request ? [{ key: "status", values: [String(request.status)] }] : []),
    ],
    remoteCallsAuditData: [],
    action: entry.operation,
    httpRequest: request
      ? {
          referrerUri: null,
          clientIp: request.address ?? null,
          verb: request.verb,
          endpointUri: request.path,
          body: null,
          parameters: [],
        }
      : null,
    workspaceId: null,
  };
}

function presentPlay(entry: Entry, { auditId, durationMs }: LogEntryParts): PlayRecord {
  const { played, request } = entry;
  const secondsAt = (byte: number) =>
    played === undefined || durationMs === undefined || played.size === 0
      ? null
      : Math.round((durationMs * byte) / played.size) / 1000;
  return {
    auditId,
    callId: entry.callIds[0] ?? "",
    action: entry.operation,
    accessKey: accessKeyOf(entry),
    clientIp: request?.address ?? null,
    status: request?.status ?? 0,
    requestId: request?.id ?? "",
    fromTime: secondsAt(played?.start ?? 0),
    toTime: secondsAt(played?.end ?? 0),
  };
}

function accessKeyOf({ actor }: Entry): string | null {
  return "id" in actor ? actor.id : null;
}
