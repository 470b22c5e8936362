import { z } from "zod";
import { calendarDate, idList, oneOf, type Records } from "../wire-types.ts";

const askedReviewMethods = ["AUTOMATIC", "MANUAL", "BOTH"] as const;

/** The body of `POST /v2/stats/activity/scorecards`. From a day on, and before another. */
export const listAnsweredScorecardsRequest = z.object({
  cursor: z.string().optional(),
  filter: z.object({
    callFromDate: calendarDate.optional(),
    callToDate: calendarDate.optional(),
    reviewFromDate: calendarDate.optional(),
    reviewToDate: calendarDate.optional(),
    reviewMethod: oneOf(askedReviewMethods).optional(),
    reviewedUserIds: idList.optional(),
    scorecardIds: idList.optional(),
  }),
});
export type ListAnsweredScorecardsRequest = z.infer<typeof listAnsweredScorecardsRequest>;

export interface WireAnsweredScorecard {
  readonly answeredScorecardId: string;
  readonly scorecardId: string;
  readonly scorecardName: string;
  readonly callId: string;
  readonly callStartTime: string;
  readonly reviewedUserId: string;
  readonly reviewerUserId: string | null;
  readonly reviewMethod: string;
  readonly editorUserId: string | null;
  readonly reviewTime: string;
  readonly visibilityType: string;
  readonly answers: readonly WireAnswer[];
}

export interface WireAnswer {
  readonly questionId: string;
  readonly questionRevisionId: string;
  readonly isOverall: boolean;
  readonly score: number | null;
  readonly answerText: string | null;
  readonly notApplicable: boolean;
  readonly selectedOptions: readonly string[] | null;
}

export interface ListAnsweredScorecardsResponse {
  readonly records: Records;
  readonly answeredScorecards: readonly WireAnsweredScorecard[];
}
