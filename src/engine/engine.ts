import type { CallFinding } from "../gong-api/call-finding.ts";
import type { CallMediaReading } from "../gong-api/call-media.ts";
import type { CallStatusReading } from "../gong-api/call-status.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import type { MediaStore } from "./media/media-store.ts";
import { addCall, type AddCallParts } from "./operations/add-call.ts";
import { callStatus } from "./operations/call-status.ts";
import type { RecordParts } from "./operations/call-records.ts";
import { findCalls } from "./operations/find-calls.ts";
import { readMedia } from "./operations/read-media.ts";

export interface EngineParts extends AddCallParts, RecordParts {
  readonly media: MediaStore;
}

/** The embedded engine: Gong's operations and what Gong's API lacks, answered in this process. */
export interface Engine {
  readonly api: GongApi;
  readonly status: CallStatusReading;
  readonly finding: CallFinding;
  readonly media: CallMediaReading;
}

export function createEngine(parts: EngineParts): Engine {
  return {
    api: { addCall: addCall(parts) },
    status: callStatus(parts),
    finding: { findCalls: findCalls(parts) },
    media: readMedia(parts),
  };
}
