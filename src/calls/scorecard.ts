import type { QuestionId, ScorecardId, UserId, WorkspaceId } from "./ids.ts";

export const reviewMethods = ["AUTOMATIC", "MANUAL"] as const;
export type ReviewMethod = (typeof reviewMethods)[number];

/** Gong: `RANGE` is what its answers show; the names of the others are ours, for the kinds that its document describes. */
export const questionTypes = ["RANGE", "SINGLE_SELECT", "MULTI_SELECT", "OPEN"] as const;

export interface AnswerOption {
  readonly id: number;
  readonly text: string;
}

/** What an answer to a question can be. */
export type AnswerForm =
  | { readonly type: "RANGE"; readonly min: number; readonly max: number }
  | { readonly type: "SINGLE_SELECT" | "MULTI_SELECT"; readonly options: readonly AnswerOption[] }
  | { readonly type: "OPEN" };

export interface ScorecardQuestion {
  readonly id: QuestionId;
  /** Another one whenever the question is worded or answered otherwise. */
  readonly revisionId: QuestionId;
  readonly text: string;
  /** Whether it asks about the call as a whole. */
  readonly isOverall: boolean;
  readonly form: AnswerForm;
  readonly answerGuide?: string | undefined;
  readonly createdMs: number;
  readonly updatedMs: number;
}

/** Questions by which calls are reviewed. */
export interface Scorecard {
  readonly id: ScorecardId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  /** Whether calls can be reviewed by it now. */
  readonly isEnabled: boolean;
  readonly reviewMethod: ReviewMethod;
  readonly questions: readonly ScorecardQuestion[];
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Nobody for a scorecard that came with the product. */
  readonly updaterUserId?: UserId | undefined;
}

/** Gong: a score is from 1 to 50. */
export const MIN_SCORE = 1;
export const MAX_SCORE = 50;

/** What a question is without its times: two that agree in this are one revision. */
export function isSameQuestion(a: ScorecardQuestion, b: ScorecardQuestion): boolean {
  const essence = ({ text, isOverall, form, answerGuide }: ScorecardQuestion) =>
    JSON.stringify([text, isOverall, form.type, form, answerGuide ?? null]);
  return essence(a) === essence(b);
}
