import type { UserId } from "../calls/ids.ts";
import type { CallEditing } from "../gong-api/call-editing.ts";
import type { CallErasing } from "../gong-api/call-erasing.ts";
import type { CallFinding, SearchCost } from "../gong-api/call-finding.ts";
import type { CallStatusReading } from "../gong-api/call-status.ts";
import type { GongApi } from "../gong-api/gong-api.ts";

/**
 * What an action works on: Gong's operations, and beside them what Gong's API lacks. A member that is missing is something this
 * connection cannot do.
 */
export interface Backend {
  /** Those of Gong's operations that actions use. */
  readonly api: Pick<GongApi, "addCall">;
  readonly status?: CallStatusReading;
  readonly finding?: CallFinding;
  readonly erasing?: CallErasing;
  readonly editing?: CallEditing;
  /** Calls are kept and processed elsewhere: nobody waits for one unless asked to. */
  readonly isRemote?: true;
  /** Actions that are run where the calls are. */
  readonly forwarding?: ActionForwarding;
}

export interface ActionForwarding {
  forwards(action: string): boolean;
  /** @param parameters as parsed */
  run(action: string, parameters: object): Promise<unknown>;
}

/** Who wants something done. */
export interface Caller {
  /** Asks them whether a costly search is worth it; absent where nobody is there to be asked. */
  readonly approve?: ((cost: SearchCost) => Promise<boolean>) | undefined;
  /** They want no more. */
  readonly signal?: AbortSignal | undefined;
  /** They may do and see what this user may; absent where they act for the company. */
  readonly actingUserId?: UserId | undefined;
}

/** The named connections there are. A name that is not configured as another connection means the embedded engine. */
export interface Connections {
  open(name: string | undefined, caller?: Caller): Promise<Backend>;
}
