import { z } from "zod";
import { idText } from "../wire-types.ts";
import { callOutcomeAutomation, callOutcomeFields } from "./call-outcome-fields.ts";

/** The body of `POST /tamtam/v1/call-outcomes`. Without an id, one is made of the name: `Meeting booked` is `MEETING_BOOKED`. */
export const createCallOutcomeRequest = z.strictObject({
  ...callOutcomeFields,
  id: idText.optional(),
  displayOrder: callOutcomeFields.displayOrder.optional(),
  automation: callOutcomeAutomation.optional(),
});
export type CreateCallOutcomeRequest = z.infer<typeof createCallOutcomeRequest>;
