import type { Scorecard } from "../../../calls/scorecard.ts";
import { presentScorecard } from "../../../gong-api/present/present-scorecard.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { requireUser } from "../users/known-users.ts";
import { readQuestions, requireScorecard, type ScorecardWriteParts } from "./scorecards.ts";

/** Reviews that are there stay as they are: each answer names the revision of the question that it was given to. */
export function changeScorecard(parts: ScorecardWriteParts): TamtamApi["changeScorecard"] {
  return async ({ id, scorecardName, enabled, reviewMethod, questions, updaterUserId }) => {
    const userId = await requireUser(parts, "updaterUserId", updaterUserId);
    const after = await parts.database.transact(async (transaction) => {
      const before = await requireScorecard(parts, id);
      const changed: Scorecard = {
        ...before,
        name: scorecardName ?? before.name,
        isEnabled: enabled ?? before.isEnabled,
        reviewMethod: reviewMethod ?? before.reviewMethod,
        questions: questions ? readQuestions(parts, questions, before.questions) : before.questions,
        updatedMs: parts.clock(),
        updaterUserId: userId,
      };
      await parts.scorecards.replace(changed, transaction);
      return changed;
    });
    return { scorecard: presentScorecard(after, parts.companyTime) };
  };
}
