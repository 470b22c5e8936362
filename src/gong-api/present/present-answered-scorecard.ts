import type { AnsweredScorecard, ScorecardAnswer } from "../../calls/answered-scorecard.ts";
import type { CompanyTime } from "../company-time.ts";
import type { WireAnswer, WireAnsweredScorecard } from "../schemas/list-answered-scorecards.ts";

export interface AnsweredAbout {
  readonly scorecardName: string;
  readonly callStartMs: number;
}

export function presentAnsweredScorecard(
  answered: AnsweredScorecard,
  { scorecardName, callStartMs }: AnsweredAbout,
  companyTime: CompanyTime,
): WireAnsweredScorecard {
  return {
    answeredScorecardId: answered.id,
    scorecardId: answered.scorecardId,
    scorecardName,
    callId: answered.callId,
    callStartTime: companyTime.format(callStartMs),
    reviewedUserId: answered.reviewedUserId,
    reviewerUserId: answered.reviewerUserId ?? null,
    reviewMethod: answered.reviewMethod,
    editorUserId: answered.editorUserId ?? null,
    reviewTime: companyTime.format(answered.reviewedMs),
    visibilityType: answered.visibilityType,
    answers: answered.answers.map(presentAnswer),
  };
}

function presentAnswer(answer: ScorecardAnswer): WireAnswer {
  return {
    questionId: answer.questionId,
    questionRevisionId: answer.questionRevisionId,
    isOverall: answer.isOverall,
    score: answer.score ?? null,
    answerText: answer.answerText ?? null,
    notApplicable: answer.isNotApplicable,
    selectedOptions: answer.selectedOptions?.map(String) ?? null,
  };
}
