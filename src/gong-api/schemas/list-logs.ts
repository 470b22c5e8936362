import { z } from "zod";
import { auditLogNames } from "../../calls/audit-entry.ts";
import { queryDateTime, type Records } from "../wire-types.ts";

/** The query of `GET /v2/logs`. */
export const listLogsRequest = z.object({
  logType: z.enum(auditLogNames, { error: `must be one of ${auditLogNames.join(", ")}` }),
  fromDateTime: queryDateTime,
  toDateTime: queryDateTime.optional(),
  cursor: z.string().optional(),
});
export type ListLogsRequest = z.infer<typeof listLogsRequest>;

export interface ListLogsResponse {
  readonly records: Records;
  readonly logEntries: readonly LogEntry[];
}

/** Gong: who impersonated the user is left out where nobody did, which is always so here. */
export interface LogEntry {
  readonly userId: string | null;
  readonly userEmailAddress: string | null;
  readonly userFullName: string | null;
  /** Gong: in UTC, unlike every other time. */
  readonly eventTime: string;
  readonly logRecord: AccessRecord | ActivityRecord | PlayRecord;
}

export interface AccessRecord {
  readonly auditId: string;
  readonly action: string;
  /** The access key, or the client id of an app; null where a request was refused before that was known. */
  readonly accessKey: string | null;
  readonly clientIp: string | null;
  readonly verb: string;
  readonly endpointUri: string;
  readonly status: number;
  readonly requestId: string;
}

interface Pair {
  readonly key: string;
  readonly values: readonly string[];
}

/** In Gong's shape. Which columns of which tables were changed is not kept. */
export interface ActivityRecord {
  readonly auditId: string;
  readonly tableChanges: readonly [];
  readonly customData: readonly Pair[];
  readonly remoteCallsAuditData: readonly [];
  readonly action: string;
  /** Null for what was done on the command line of the server's own machine. */
  readonly httpRequest: {
    readonly referrerUri: null;
    readonly clientIp: string | null;
    readonly verb: string;
    readonly endpointUri: string;
    readonly body: null;
    readonly parameters: readonly [];
  } | null;
  readonly workspaceId: null;
}

export interface PlayRecord {
  readonly auditId: string;
  readonly callId: string;
  readonly action: string;
  /** Null where a signed link was used: whoever has it may. */
  readonly accessKey: string | null;
  readonly clientIp: string | null;
  readonly status: number;
  readonly requestId: string;
  /** Seconds of the recording, worked out from the bytes that were sent; null where none were, or the call is gone. */
  readonly fromTime: number | null;
  readonly toTime: number | null;
}
