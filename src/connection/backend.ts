import type { CallErasing } from "../gong-api/call-erasing.ts";
import type { CallFinding } from "../gong-api/call-finding.ts";
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
}

/** The named connections there are. A name that is not configured as another connection means the embedded engine. */
export interface Connections {
  open(name: string | undefined): Promise<Backend>;
}
