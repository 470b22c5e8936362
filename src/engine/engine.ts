import type { UserId } from "../calls/ids.ts";
import type { CallEditing } from "../gong-api/call-editing.ts";
import type { CallErasing } from "../gong-api/call-erasing.ts";
import type { CallFinding } from "../gong-api/call-finding.ts";
import type { CallMediaReading } from "../gong-api/call-media.ts";
import type { CallStatusReading } from "../gong-api/call-status.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { TamtamApi } from "../gong-api/tamtam/tamtam-api.ts";
import { callEditing } from "./operations/calls/edit-call.ts";
import { callStatus } from "./operations/calls/call-status.ts";
import { callErasing } from "./operations/calls/delete-call.ts";
import { createEraser } from "./operations/data-privacy/erase-records.ts";
import { findCalls } from "./operations/calls/find-calls.ts";
import { readMedia } from "./operations/calls/read-media.ts";
import type { ApiParts, EngineParts } from "./engine-parts.ts";
import { gongApi } from "./gong-api-table.ts";
import { tamtamApi } from "./tamtam-api-table.ts";

/** The embedded engine: Gong's operations and what Gong's API lacks, answered in this process. */
export interface Engine extends EngineActions {
  /** As this user may see it: calls that they were on, and calls that they were given access to. Without one, the company's. */
  readonly apiFor: (actingUserId: UserId | undefined) => GongApi;
  /** What Gong's API lacks, for the company. */
  readonly tamtam: TamtamApi;
  readonly media: CallMediaReading;
  /** What actions are done with, as this user may. */
  readonly actingFor: (actingUserId: UserId) => EngineActions;
}

/** What actions are done with. */
export interface EngineActions {
  readonly api: GongApi;
  readonly status: CallStatusReading;
  readonly finding: CallFinding;
  readonly erasing: CallErasing;
  readonly editing: CallEditing;
}

export function createEngine(given: EngineParts): Engine {
  const parts: ApiParts = { ...given, eraser: createEraser(given) };
  const company = engineActions(parts);
  return {
    ...company,
    apiFor: (actingUserId) => (actingUserId === undefined ? company.api : gongApi({ ...parts, actingUserId })),
    actingFor: (actingUserId) => engineActions({ ...parts, actingUserId }),
    tamtam: tamtamApi(parts),
    media: readMedia(parts),
  };
}

function engineActions(parts: ApiParts): EngineActions {
  return {
    api: gongApi(parts),
    status: callStatus(parts),
    finding: { findCalls: findCalls(parts) },
    erasing: callErasing(parts),
    editing: callEditing(parts),
  };
}
