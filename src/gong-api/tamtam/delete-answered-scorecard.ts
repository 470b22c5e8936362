import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/answered-scorecards/{id}` */
export const deleteAnsweredScorecardRequest = z.strictObject({ id: idText });
export type DeleteAnsweredScorecardRequest = z.infer<typeof deleteAnsweredScorecardRequest>;
