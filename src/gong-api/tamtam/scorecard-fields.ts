import { z } from "zod";
import { MAX_SCORE, MIN_SCORE, questionTypes, reviewMethods } from "../../calls/scorecard.ts";
import type { WireScorecard } from "../schemas/list-scorecards.ts";
import { flag, idText, oneOf } from "../wire-types.ts";

/** Gong answers ranges as texts, so that what was read there can be sent here. */
const score = z
  .union([z.int(), z.string().regex(/^\d+$/).transform(Number)], { error: "must be a whole number" })
  .refine((value) => value >= MIN_SCORE && value <= MAX_SCORE, { error: `must be from ${MIN_SCORE} to ${MAX_SCORE}` });

const optionId = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)], { error: "must be a whole number" });

const question = z
  .strictObject({
    questionId: idText.optional(),
    questionText: z.string().trim().min(1),
    isOverall: flag,
    questionType: oneOf(questionTypes).default("RANGE"),
    answerGuide: z.string().optional(),
    minRange: score.optional(),
    maxRange: score.optional(),
    answerOptions: z.array(z.strictObject({ id: optionId, text: z.string().min(1) })).optional(),
  })
  .superRefine((given, context) => {
    for (const [member, message] of problemsOf(given)) context.addIssue({ code: "custom", path: [member], message });
  });

interface GivenForm {
  readonly questionType: (typeof questionTypes)[number];
  readonly minRange?: number | undefined;
  readonly maxRange?: number | undefined;
  readonly answerOptions?: readonly { readonly id: number }[] | undefined;
}

function* problemsOf(given: GivenForm): Generator<readonly [member: string, message: string]> {
  const { questionType, minRange, maxRange, answerOptions = [] } = given;
  const isRange = questionType === "RANGE";
  const isSelect = questionType === "SINGLE_SELECT" || questionType === "MULTI_SELECT";
  if (!isRange && minRange !== undefined) yield ["minRange", `has no place in a question of type ${questionType}`];
  if (!isRange && maxRange !== undefined) yield ["maxRange", `has no place in a question of type ${questionType}`];
  if (isRange && (minRange ?? DEFAULT_MIN) >= (maxRange ?? DEFAULT_MAX)) {
    yield maxRange === undefined
      ? ["minRange", `must be below ${DEFAULT_MAX}`]
      : ["maxRange", "must be above minRange"];
  }
  if (!isSelect && answerOptions.length > 0)
    yield ["answerOptions", `have no place in a question of type ${questionType}`];
  if (isSelect && answerOptions.length < 2) yield ["answerOptions", "must be two or more"];
  if (new Set(answerOptions.map(({ id }) => id)).size < answerOptions.length) {
    yield ["answerOptions", "must have ids of their own"];
  }
}

/** Gong: its own scorecards ask for one to five. */
export const DEFAULT_MIN = 1;
export const DEFAULT_MAX = 5;

export const scorecardQuestions = z.array(question).min(1);
export const scorecardName = z.string().trim().min(1, { error: "must not be empty" });

/** What is said of a scorecard, named as Gong shows it, and may be left out. */
export const scorecardFields = {
  enabled: flag,
  reviewMethod: oneOf(reviewMethods).optional(),
  updaterUserId: idText.optional(),
};

export type GivenQuestion = z.infer<typeof question>;

export interface ScorecardResponse {
  readonly scorecard: WireScorecard;
}
