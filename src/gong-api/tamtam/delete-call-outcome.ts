import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/call-outcomes/{id}` */
export const deleteCallOutcomeRequest = z.strictObject({ id: idText });
export type DeleteCallOutcomeRequest = z.infer<typeof deleteCallOutcomeRequest>;
