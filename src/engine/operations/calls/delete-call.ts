import { asId, type CallId } from "../../../calls/ids.ts";
import type { CallErasing } from "../../../gong-api/call-erasing.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { Eraser } from "../data-privacy/erase-records.ts";
import { type OwnCallParts, requireOwnCall } from "./own-calls.ts";

export interface DeleteCallParts extends OwnCallParts {
  readonly eraser: Eraser;
}

export function deleteCall(parts: DeleteCallParts): TamtamApi["deleteCall"] {
  return async ({ id }) => {
    const callId = asId<CallId>(id);
    await requireOwnCall(parts, callId, "delete");
    await parts.eraser.erase([callId]);
    return {};
  };
}

/** For the action of the same name. */
export function callErasing(parts: DeleteCallParts): CallErasing {
  const run = deleteCall(parts);
  return {
    deleteCall: async (id) => {
      await run({ id });
    },
  };
}
