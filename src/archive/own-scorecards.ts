import { z } from "zod";
import { type AnsweredScorecard, type ScorecardAnswer, visibilityTypes } from "../calls/answered-scorecard.ts";
import { type AnswerForm, reviewMethods, type Scorecard, type ScorecardQuestion } from "../calls/scorecard.ts";
import { type EveryMember, idField, msField } from "./record-fields.ts";

const form: z.ZodType<AnswerForm> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("RANGE"), min: z.number(), max: z.number() }),
  z.object({
    type: z.enum(["SINGLE_SELECT", "MULTI_SELECT"]),
    options: z.array(z.object({ id: z.int(), text: z.string() })),
  }),
  z.object({ type: z.literal("OPEN") }),
]);

const question = z.object({
  id: idField<ScorecardQuestion["id"]>(),
  revisionId: idField<ScorecardQuestion["id"]>(),
  text: z.string(),
  isOverall: z.boolean(),
  form,
  answerGuide: z.string().optional(),
  createdMs: msField,
  updatedMs: msField,
} satisfies EveryMember<ScorecardQuestion>);

export const scorecard: z.ZodType<Scorecard> = z.object({
  id: idField<Scorecard["id"]>(),
  workspaceId: idField<Scorecard["workspaceId"]>(),
  name: z.string(),
  isEnabled: z.boolean(),
  reviewMethod: z.enum(reviewMethods),
  questions: z.array(question),
  createdMs: msField,
  updatedMs: msField,
  updaterUserId: idField<NonNullable<Scorecard["updaterUserId"]>>().optional(),
} satisfies EveryMember<Scorecard>);

const answer = z.object({
  questionId: idField<ScorecardAnswer["questionId"]>(),
  questionRevisionId: idField<ScorecardAnswer["questionId"]>(),
  isOverall: z.boolean(),
  score: z.number().optional(),
  answerText: z.string().optional(),
  isNotApplicable: z.boolean(),
  selectedOptions: z.array(z.int()).optional(),
} satisfies EveryMember<ScorecardAnswer>);

export const answeredScorecard: z.ZodType<AnsweredScorecard> = z.object({
  id: idField<AnsweredScorecard["id"]>(),
  scorecardId: idField<AnsweredScorecard["scorecardId"]>(),
  callId: idField<AnsweredScorecard["callId"]>(),
  reviewedUserId: idField<AnsweredScorecard["reviewedUserId"]>(),
  reviewerUserId: idField<AnsweredScorecard["reviewedUserId"]>().optional(),
  reviewMethod: z.enum(reviewMethods),
  editorUserId: idField<AnsweredScorecard["reviewedUserId"]>().optional(),
  reviewedMs: msField,
  visibilityType: z.enum(visibilityTypes),
  answers: z.array(answer),
} satisfies EveryMember<AnsweredScorecard>);
