import type { CallId, UserId } from "./ids.ts";

/** Gong's names of its logs, and with them the kinds of things that are written down. */
export const auditLogNames = [
  /** A request that named who sent it, or that was refused. */
  "AccessLog",
  /** Something was changed, or links to recordings were handed out. */
  "UserActivityLog",
  /** Somebody fetched a recording with their access key, or by a signed link that was made for a user. */
  "UserCallPlay",
  /** Somebody who is only known to have had a signed link asked for a recording. */
  "ExternallySharedCallAccess",
  /** And was sent it. */
  "ExternallySharedCallPlay",
] as const;
export type AuditLogName = (typeof auditLogNames)[number];

/** Who did it. Of an access key and an app only its public half is kept. */
export type AuditActor =
  | { readonly kind: "key" | "token"; readonly id: string; readonly userId?: UserId | undefined }
  /** Whoever has a signed link, and whom it was made for. */
  | { readonly kind: "link"; readonly userId?: UserId | undefined }
  | { readonly kind: "command-line" | "unknown" };

/** The request that did it, where it was one. */
export interface AuditedRequest {
  readonly id: string;
  readonly verb: string;
  /** Without its query, and with nothing in it that a caller chose but ids. */
  readonly path: string;
  readonly status: number;
  /** Where it came from. */
  readonly address?: string | undefined;
}

/** What of a recording was sent; `end` is exclusive. */
export interface PlayedBytes {
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/** One thing that was done. It never holds what was said, searched for or typed: operations, ids and numbers alone. */
export interface AuditEntry {
  /** The logs that show it. */
  readonly logs: readonly AuditLogName[];
  readonly timeMs: number;
  readonly actor: AuditActor;
  /** Gong's operation id, Tamtam's own, or the action's name. */
  readonly operation: string;
  readonly callIds: readonly CallId[];
  /** The access key or app that was made or ended. */
  readonly subjectId?: string | undefined;
  readonly request?: AuditedRequest | undefined;
  readonly played?: PlayedBytes | undefined;
}
