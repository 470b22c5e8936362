import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/calls/{id}/outcome` */
export const clearOutcomeOfCallRequest = z.strictObject({ id: idText });
export type ClearOutcomeOfCallRequest = z.infer<typeof clearOutcomeOfCallRequest>;
