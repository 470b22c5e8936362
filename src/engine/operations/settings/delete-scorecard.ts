import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { requireScorecard, type ScorecardWriteParts } from "./scorecards.ts";

/** One that calls were reviewed by stays, since the reviews show its name. */
export function deleteScorecard(
  parts: Pick<ScorecardWriteParts, "database" | "scorecards">,
): TamtamApi["deleteScorecard"] {
  return async ({ id }) => {
    const scorecard = await requireScorecard(parts, id);
    await parts.database.transact((transaction) => parts.scorecards.remove(scorecard.id, transaction));
    return {};
  };
}
