import type { CallOutcome } from "../../calls/call-outcome.ts";
import type { CallOutcomeId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CallOutcomeStore } from "../store/call-outcome-store.ts";

export interface OutcomeImportParts {
  readonly callOutcomes: Pick<CallOutcomeStore, "list" | "add" | "remove">;
}

/**
 * Enters outcomes that are not here yet, by id or by name: no two have the same.
 * @returns by the id that each had, the one that stands for it here
 */
export async function importOutcomes(
  { callOutcomes }: OutcomeImportParts,
  held: readonly CallOutcome[],
  transaction: Transaction,
): Promise<ReadonlyMap<CallOutcomeId, CallOutcomeId>> {
  const here = [...(await callOutcomes.list())];
  const standIn = new Map<CallOutcomeId, CallOutcomeId>();
  for (const outcome of held) {
    const known = here.find(({ id }) => id === outcome.id) ?? here.find(({ name }) => name === outcome.name);
    standIn.set(outcome.id, known?.id ?? outcome.id);
    if (known) continue;
    await callOutcomes.add(outcome, transaction);
    here.push(outcome);
  }
  return standIn;
}

/** Puts these in the place of those that a new library comes with. */
export async function replaceOutcomes(
  { callOutcomes }: OutcomeImportParts,
  held: readonly CallOutcome[],
  transaction: Transaction,
): Promise<void> {
  for (const { id } of await callOutcomes.list()) await callOutcomes.remove(id, transaction);
  for (const outcome of held) await callOutcomes.add(outcome, transaction);
}
