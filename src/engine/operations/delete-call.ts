import { NotFoundError } from "../../calls/errors.ts";
import { asId, type CallId } from "../../calls/ids.ts";
import type { CallErasing } from "../../gong-api/call-erasing.ts";
import type { TamtamApi } from "../../gong-api/tamtam/tamtam-api.ts";
import type { CallStore } from "../store/call-store.ts";
import type { Eraser } from "./erase-records.ts";

export interface DeleteCallParts {
  readonly calls: CallStore;
  readonly eraser: Eraser;
}

export function deleteCall(parts: DeleteCallParts): TamtamApi["deleteCall"] {
  return async ({ id }) => {
    const callId = asId<CallId>(id);
    if (!(await parts.calls.get(callId))) throw new NotFoundError(`There is no call with call-id ${callId}.`);
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
