import type { HttpBindings } from "@hono/node-server";
import type { PlayedBytes } from "../../calls/audit-entry.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { Principal } from "../../gong-api/principal.ts";

/** What travels with a request: Node's own objects where a real server stands below, its id, and who sent it. */
export type HttpEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** There once the access key or token was checked, so for every handler but the open ones. */
    principal: Principal;
    /** There once it is known what is asked for. */
    audited: Audited;
  };
};

/** What a handler knows of a request for the audit log. */
export interface Audited {
  /** An operation's id, an action's name. */
  readonly operation: string;
  /** The path, with nothing in it that the caller chose but ids. */
  readonly path: string;
  readonly isChange?: boolean | undefined;
  /** It failed, and had changed something by then. */
  readonly isPartlyDone?: boolean | undefined;
  readonly callIds?: readonly CallId[] | undefined;
  /** Links to these calls' recordings are in the answer. */
  readonly handedOut?: readonly CallId[] | undefined;
  /** Of a recording. */
  readonly played?: PlayedBytes | undefined;
  /** Whoever has the signed link sent it. */
  readonly isByLink?: boolean | undefined;
  /** The user that a valid link was made for. */
  readonly linkUserId?: UserId | undefined;
}
