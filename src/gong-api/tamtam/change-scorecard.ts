import { z } from "zod";
import { idText } from "../wire-types.ts";
import { scorecardFields, scorecardName, scorecardQuestions } from "./scorecard-fields.ts";

/**
 * `PATCH /tamtam/v1/scorecards/{id}`: what the body does not name stays. `questions` are all that there are then; one with the `questionId` it
 * had goes on, as a new revision where it reads otherwise.
 */
export const changeScorecardRequest = z.strictObject({
  ...scorecardFields,
  id: idText,
  scorecardName: scorecardName.optional(),
  questions: scorecardQuestions.optional(),
});
export type ChangeScorecardRequest = z.infer<typeof changeScorecardRequest>;
