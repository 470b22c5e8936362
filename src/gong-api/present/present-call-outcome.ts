import type { CallOutcome } from "../../calls/call-outcome.ts";
import type { WireCallOutcome } from "../schemas/list-call-outcomes.ts";

/** As it is set up. */
export function presentCallOutcome(outcome: CallOutcome): WireCallOutcome {
  const { name, displayOrder, connectStatus, sentiment, todoAction, automation, category } = outcome;
  return {
    callOutcome: name,
    displayOrder,
    connectStatus,
    sentiment,
    todoAction,
    automation: automation ?? null,
    category,
  };
}

/** As a call has it. Gong: shows the category as words here. */
export interface OutcomeOfCall {
  readonly id: string;
  readonly category: "Answered" | "Not answered";
  readonly name: string;
}

export function presentOutcomeOfCall({ id, name, category }: CallOutcome): OutcomeOfCall {
  return { id, category: category === "ANSWERED" ? "Answered" : "Not answered", name };
}
