import type { Call } from "../../calls/call.ts";
import { asId, type CallOutcomeId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";
import type { CallOutcomeStore } from "../store/call-outcome-store.ts";

/** How the first calls with somebody end, which is what outcomes are for. */
const outcomeIds: Readonly<Record<string, string>> = {
  "Meeting booked": "MEETING_BOOKED",
  "Call back": "BAD_TIMING",
  "Not interested": "NOT_INTERESTED_OTHER",
  "Information sent": "FOLLOW_UP",
  "Not a fit": "BAD_FIT",
};

/** Gives a new call of a seed its outcome, if it is of a kind that has one and the company still uses it. */
export async function seedOutcome(callOutcomes: CallOutcomeStore, call: Call, transaction: Transaction): Promise<void> {
  const id = outcomeIds[call.disposition ?? ""];
  const outcome = id === undefined ? undefined : await callOutcomes.get(asId<CallOutcomeId>(id));
  if (outcome) await callOutcomes.setOf(call.id, outcome.id, transaction);
}
