import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { requireCall } from "../calls/known-calls.ts";
import type { OutcomeOfCallParts } from "./set-outcome-of-call.ts";

/** A call that has none stays as it is. */
export function clearOutcomeOfCall(parts: OutcomeOfCallParts): TamtamApi["clearOutcomeOfCall"] {
  return async ({ id }) => {
    const call = await requireCall(parts, id);
    await parts.database.transact((transaction) => parts.callOutcomes.setOf(call.id, undefined, transaction));
    return {};
  };
}
