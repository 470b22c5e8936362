import type { CallOutcome } from "../../../calls/call-outcome.ts";
import { NotFoundError } from "../../../calls/errors.ts";
import { asId, type CallOutcomeId } from "../../../calls/ids.ts";
import { presentCallOutcome } from "../../../gong-api/present/present-call-outcome.ts";
import type { OwnCallOutcome } from "../../../gong-api/tamtam/call-outcome-fields.ts";
import type { Database } from "../../database/transaction.ts";
import type { CallOutcomeStore } from "../../store/call-outcome-store.ts";

/** What the operations that write call outcomes need. */
export interface CallOutcomeParts {
  readonly database: Database;
  readonly callOutcomes: CallOutcomeStore;
}

/** @throws NotFoundError */
export async function requireOutcome(
  { callOutcomes }: Pick<CallOutcomeParts, "callOutcomes">,
  id: string,
): Promise<CallOutcome> {
  const outcome = await callOutcomes.get(asId<CallOutcomeId>(id));
  if (!outcome) throw new NotFoundError(`There is no call outcome ${id}; GET /tamtam/v1/call-outcomes lists them.`);
  return outcome;
}

export function presentOwnOutcome(outcome: CallOutcome): OwnCallOutcome {
  return { id: outcome.id, ...presentCallOutcome(outcome) };
}
