import { z } from "zod";
import type { OutcomeOfCall } from "../present/present-call-outcome.ts";
import { idText } from "../wire-types.ts";

/** `PUT /tamtam/v1/calls/{id}/outcome` */
export const setOutcomeOfCallRequest = z.strictObject({ id: idText, outcomeId: idText });
export type SetOutcomeOfCallRequest = z.infer<typeof setOutcomeOfCallRequest>;

export interface OutcomeOfCallResponse {
  readonly callOutcome: OutcomeOfCall;
}
