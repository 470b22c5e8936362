import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/scorecards/{id}` */
export const deleteScorecardRequest = z.strictObject({ id: idText });
export type DeleteScorecardRequest = z.infer<typeof deleteScorecardRequest>;
