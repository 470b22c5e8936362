import { z } from "zod";
import { idText } from "../wire-types.ts";
import { callOutcomeAutomation, callOutcomeFields } from "./call-outcome-fields.ts";

/** `PATCH /tamtam/v1/call-outcomes/{id}`: what the body does not name stays; an empty automation takes it away. */
export const changeCallOutcomeRequest = z
  .strictObject(callOutcomeFields)
  .partial()
  .extend({ id: idText, automation: z.union([z.literal(""), callOutcomeAutomation]).optional() });
export type ChangeCallOutcomeRequest = z.infer<typeof changeCallOutcomeRequest>;
