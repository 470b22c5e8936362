import { z } from "zod";
import { visibilityTypes } from "../../calls/answered-scorecard.ts";
import type { WireAnsweredScorecard } from "../schemas/list-answered-scorecards.ts";
import { dateTime, flag, idText, oneOf } from "../wire-types.ts";

const answer = z.strictObject({
  questionId: idText,
  score: z.int({ error: "must be a whole number" }).optional(),
  answerText: z.string().optional(),
  notApplicable: flag,
  selectedOptions: z
    .array(z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)], { error: "must be an option's id" }))
    .optional(),
});

export const givenAnswers = z.array(answer).min(1);
export const visibilityType = oneOf(visibilityTypes);

/**
 * The body of `POST /tamtam/v1/answered-scorecards`: one review of one call. Without another the host is reviewed. An `AUTOMATIC` scorecard is
 * answered by nobody, a `MANUAL` one by its reviewer; without a time it is the present.
 */
export const answerScorecardRequest = z.strictObject({
  callId: idText,
  scorecardId: idText,
  reviewerUserId: idText.optional(),
  reviewedUserId: idText.optional(),
  visibilityType: visibilityType.optional(),
  reviewTime: dateTime.optional(),
  answers: givenAnswers,
});
export type AnswerScorecardRequest = z.infer<typeof answerScorecardRequest>;

export interface AnsweredScorecardResponse {
  readonly answeredScorecard: WireAnsweredScorecard;
}
