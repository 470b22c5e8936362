import { type AnsweredScorecard, readAnswers } from "../../../calls/answered-scorecard.ts";
import { InvalidInputError } from "../../../calls/errors.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type AnsweredScorecardParts, presentAnswered, requireAnswered } from "./answered-scorecards.ts";
import { requireCall } from "../calls/known-calls.ts";
import { requireUser } from "../users/known-users.ts";
import { requireScorecard } from "./scorecards.ts";

/** Gong: the editor is shown only where somebody else than the reviewer was the last to change it. */
export function changeAnsweredScorecard(parts: AnsweredScorecardParts): TamtamApi["changeAnsweredScorecard"] {
  return async ({ id, editorUserId, visibilityType, answers: given }) => {
    const editor = await requireUser(parts, "editorUserId", editorUserId);
    return parts.database.transact(async (transaction) => {
      const before = await requireAnswered(parts, id);
      const scorecard = await requireScorecard(parts, before.scorecardId);
      const call = await requireCall(parts, before.callId);
      const { answers, problems } = given ? readAnswers(scorecard, given) : { answers: before.answers, problems: [] };
      if (problems.length > 0) throw new InvalidInputError(problems);
      const after: AnsweredScorecard = {
        ...before,
        editorUserId: editor === before.reviewerUserId ? undefined : editor,
        visibilityType: visibilityType ?? before.visibilityType,
        answers,
      };
      await parts.answeredScorecards.replace(after, transaction);
      return presentAnswered(parts, after, { scorecard, call });
    });
  };
}
