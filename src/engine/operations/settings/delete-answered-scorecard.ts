import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type AnsweredScorecardParts, requireAnswered } from "./answered-scorecards.ts";

export function deleteAnsweredScorecard(
  parts: Pick<AnsweredScorecardParts, "database" | "answeredScorecards">,
): TamtamApi["deleteAnsweredScorecard"] {
  return async ({ id }) => {
    const answered = await requireAnswered(parts, id);
    await parts.database.transact((transaction) => parts.answeredScorecards.remove(answered.id, transaction));
    return {};
  };
}
