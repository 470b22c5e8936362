import { z } from "zod";
import {
  connectStatuses,
  outcomeAutomations,
  outcomeCategories,
  outcomeSentiments,
  todoActions,
} from "../../calls/call-outcome.ts";
import type { WireCallOutcome } from "../schemas/list-call-outcomes.ts";
import { oneOf } from "../wire-types.ts";

/** What is said of a call outcome, named as Gong shows it. */
export const callOutcomeFields = {
  /** Its name. */
  callOutcome: z.string().trim().min(1),
  displayOrder: z.int().min(0),
  connectStatus: oneOf(connectStatuses),
  sentiment: oneOf(outcomeSentiments),
  todoAction: oneOf(todoActions),
  category: oneOf(outcomeCategories),
};

export const callOutcomeAutomation = oneOf(outcomeAutomations);

/** An outcome as Gong shows it, with the id that calls have it by. */
export interface OwnCallOutcome extends WireCallOutcome {
  readonly id: string;
}

export interface CallOutcomeResponse {
  readonly outcome: OwnCallOutcome;
}
