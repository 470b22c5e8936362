import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type CallOutcomeParts, requireOutcome } from "./call-outcomes.ts";

export function deleteCallOutcome(parts: CallOutcomeParts): TamtamApi["deleteCallOutcome"] {
  return async ({ id }) => {
    const { id: outcomeId } = await requireOutcome(parts, id);
    await parts.database.transact((transaction) => parts.callOutcomes.remove(outcomeId, transaction));
    return {};
  };
}
