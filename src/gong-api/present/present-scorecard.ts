import type { Scorecard, ScorecardQuestion } from "../../calls/scorecard.ts";
import type { CompanyTime } from "../company-time.ts";
import type { WireQuestion, WireScorecard } from "../schemas/list-scorecards.ts";

/** Gong: what came with the product was updated by this one. */
const NOBODY = "-1";

export function presentScorecard(scorecard: Scorecard, companyTime: CompanyTime): WireScorecard {
  const updaterUserId = scorecard.updaterUserId ?? NOBODY;
  return {
    scorecardId: scorecard.id,
    scorecardName: scorecard.name,
    workspaceId: scorecard.workspaceId,
    enabled: scorecard.isEnabled,
    updaterUserId,
    created: companyTime.format(scorecard.createdMs),
    updated: companyTime.format(scorecard.updatedMs),
    reviewMethod: scorecard.reviewMethod,
    questions: scorecard.questions.map((question) => presentQuestion(question, updaterUserId, companyTime)),
  };
}

function presentQuestion(question: ScorecardQuestion, updaterUserId: string, companyTime: CompanyTime): WireQuestion {
  const { form } = question;
  return {
    questionId: question.id,
    questionRevisionId: question.revisionId,
    questionText: question.text,
    isOverall: question.isOverall,
    updaterUserId,
    questionType: form.type,
    answerGuide: question.answerGuide ?? null,
    minRange: form.type === "RANGE" ? String(form.min) : null,
    maxRange: form.type === "RANGE" ? String(form.max) : null,
    answerOptions: "options" in form ? form.options.map(({ id, text }) => ({ id: String(id), text })) : [],
    created: companyTime.format(question.createdMs),
    updated: companyTime.format(question.updatedMs),
  };
}
