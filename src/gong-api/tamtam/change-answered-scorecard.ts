import { z } from "zod";
import { idText } from "../wire-types.ts";
import { givenAnswers, visibilityType } from "./answer-scorecard.ts";

/** `PATCH /tamtam/v1/answered-scorecards/{id}`: `answers`, where they are named, are all that there are then. */
export const changeAnsweredScorecardRequest = z.strictObject({
  id: idText,
  editorUserId: idText.optional(),
  visibilityType: visibilityType.optional(),
  answers: givenAnswers.optional(),
});
export type ChangeAnsweredScorecardRequest = z.infer<typeof changeAnsweredScorecardRequest>;
