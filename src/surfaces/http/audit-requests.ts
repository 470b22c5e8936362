import type { Context, MiddlewareHandler } from "hono";
import type { AuditActor } from "../../calls/audit-entry.ts";
import type { AnyAction } from "../../connection/define-action.ts";
import type { AuditTrail } from "../../gong-api/audit-trail.ts";
import type { Caller } from "../../gong-api/principal.ts";
import { auditNote, type Origin, principalActor } from "./audit-note.ts";
import type { Audited, HttpEnv } from "./http-env.ts";

const ACTIONS_PATH = "/connection";

/** Of who was refused at the door, nothing that they sent is kept. */
const beforeAnythingIsKnown: Audited = { operation: "sign-in", path: "" };

/** Notes every request that is somebody's, and who was refused, once it is answered. */
export function auditRequests(audit: AuditTrail): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await next();
    const actor = actorOf(c);
    const known: Audited | undefined = c.get("audited");
    const { status } = c.res;
    const isStranger = actor.kind === "unknown" || !known || (actor.kind === "link" && status >= 400);
    if (isStranger && !isNoteworthy(actor, status)) return;
    const audited = known ?? beforeAnythingIsKnown;
    audit.note({ ...auditNote(audited, actor, { ...originOf(c), status }), isStranger });
  };
}

/** What became of one action of a request, as the status that it would have had alone. */
export interface ActionOutcome extends Pick<Audited, "callIds" | "handedOut"> {
  readonly status: number;
}

/** For a request that runs actions whose outcome its own status does not tell: notes each of them. */
export function auditActions(
  c: Context<HttpEnv>,
  audit: AuditTrail,
  path: string,
): (action: Pick<AnyAction, "name" | "annotations">, outcome: ActionOutcome) => void {
  // Now, while the connection stands: of one that is over the address is not known.
  const origin = originOf(c);
  const actor = actorOf(c);
  return ({ name, annotations }, { status, ...calls }) => {
    const audited = { operation: name, path, isChange: !annotations.isReadOnly, ...calls };
    audit.note({ ...auditNote(audited, actor, { ...origin, status }), isStranger: false });
  };
}

function originOf(c: Context<HttpEnv>): Origin {
  return { id: c.get("requestId"), verb: c.req.method, caller: callerOf(c) };
}

/** Of strangers, those who are refused are. */
function isNoteworthy(actor: AuditActor, status: number): boolean {
  return actor.kind === "link" || status === 401 || status === 403;
}

/** What is known from now on, beside what was. */
export function noteAudited(c: Context<HttpEnv>, known: Partial<Audited>): void {
  c.set("audited", { ...beforeAnythingIsKnown, ...c.get("audited"), ...known });
}

/** Of command text, the names of its actions are kept, and nothing else of it. */
export function noteActions(c: Context<HttpEnv>, actions: readonly Pick<AnyAction, "name" | "annotations">[]): void {
  const names = [...new Set(actions.map(({ name }) => name))];
  const isChange = actions.some(({ annotations }) => !annotations.isReadOnly);
  noteAudited(c, { operation: names.join(" "), path: ACTIONS_PATH, isChange });
}

/** Where a request came from. One that was made without a server below has no environment at all. */
export function callerOf(c: Context<HttpEnv>): Caller {
  return {
    address: (c.env as HttpEnv["Bindings"] | undefined)?.incoming?.socket.remoteAddress,
    forwardedFor: c.req.header("X-Forwarded-For"),
  };
}

function actorOf(c: Context<HttpEnv>): AuditActor {
  const audited: Audited | undefined = c.get("audited");
  if (audited?.isByLink) return { kind: "link", userId: audited.linkUserId };
  const principal: HttpEnv["Variables"]["principal"] | undefined = c.get("principal");
  return principal ? principalActor(principal) : { kind: "unknown" };
}
