import { z } from "zod";
import { idText } from "../wire-types.ts";
import { scorecardFields, scorecardName, scorecardQuestions } from "./scorecard-fields.ts";

/** The body of `POST /tamtam/v1/scorecards`. Without an id, one is made; without a workspace, it is the built-in one. */
export const createScorecardRequest = z.strictObject({
  ...scorecardFields,
  id: idText.optional(),
  workspaceId: idText.optional(),
  scorecardName,
  questions: scorecardQuestions,
});
export type CreateScorecardRequest = z.infer<typeof createScorecardRequest>;
