import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type CallOutcomeId } from "../../../calls/ids.ts";
import { presentOutcomeOfCall } from "../../../gong-api/present/present-call-outcome.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { CallStore } from "../../store/call-store.ts";
import type { CallOutcomeParts } from "./call-outcomes.ts";
import { requireCall } from "../calls/known-calls.ts";

export interface OutcomeOfCallParts extends CallOutcomeParts {
  readonly calls: Pick<CallStore, "get">;
}

export function setOutcomeOfCall(parts: OutcomeOfCallParts): TamtamApi["setOutcomeOfCall"] {
  return ({ id, outcomeId }) =>
    parts.database.transact(async (transaction) => {
      const call = await requireCall(parts, id);
      const outcome = await parts.callOutcomes.get(asId<CallOutcomeId>(outcomeId));
      if (!outcome) {
        const message = `there is no call outcome ${outcomeId}; GET /tamtam/v1/call-outcomes lists them`;
        throw new InvalidInputError([{ parameter: "outcomeId", message }]);
      }
      await parts.callOutcomes.setOf(call.id, outcome.id, transaction);
      return { callOutcome: presentOutcomeOfCall(outcome) };
    });
}
