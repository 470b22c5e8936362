import type { AuditActor, AuditLogName } from "../../calls/audit-entry.ts";
import type { AuditNote } from "../../gong-api/audit-trail.ts";
import type { Caller, Principal } from "../../gong-api/principal.ts";
import type { Audited } from "./http-env.ts";

/** Where a request came from, and its id. */
export interface Origin {
  readonly id: string;
  readonly verb: string;
  readonly caller: Caller;
}

/** What the log is told of a request that was answered. */
export function auditNote(
  audited: Audited,
  actor: AuditActor,
  { caller, status, ...origin }: Origin & { readonly status: number },
): Omit<AuditNote, "isStranger"> {
  const { operation, path, callIds = [], handedOut = [], played } = audited;
  return {
    logs: logsOf(audited, actor, status),
    actor,
    operation,
    callIds: handedOut.length > 0 ? handedOut : callIds,
    request: { ...origin, path, status },
    played,
    caller,
  };
}

export function principalActor({ kind, id, actingUserId }: Principal): AuditActor {
  return { kind, id, userId: actingUserId };
}

function logsOf(audited: Audited, actor: AuditActor, status: number): AuditLogName[] {
  const isDone = status < 400;
  // What is known before a recording is read says nothing of whether it could be.
  const isSent = audited.played !== undefined && isDone;
  if (actor.kind === "link" && actor.userId === undefined) {
    return isSent ? ["ExternallySharedCallAccess", "ExternallySharedCallPlay"] : ["ExternallySharedCallAccess"];
  }
  if (isSent) return ["AccessLog", "UserCallPlay"];
  const isActivity = isDone && (audited.isChange || (audited.handedOut ?? []).length > 0);
  if (audited.isPartlyDone) return ["AccessLog", "UserActivityLog"];
  return isActivity ? ["AccessLog", "UserActivityLog"] : ["AccessLog"];
}
